package org.shuangbaodao.proof;

import java.util.List;

/**
 * What somebody kept of earlier days, to be held against the books of today.
 *
 * @param publicKey of this installation, X.509; null where it is not at hand, then a signature is checked with the key it names
 */
public record Evidence(List<OldHead> heads, List<SavedDigest> digests, byte[] publicKey) {

    public static Evidence none(byte[] publicKey) {
        return new Evidence(List.of(), List.of(), publicKey);
    }
}
