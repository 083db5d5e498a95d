package org.shuangbaodao.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import org.bouncycastle.jcajce.provider.digest.SM3;

/** The hash functions a record may name. Both give 256 bits; a chain may change from one to the other at any entry. */
public final class HashFunction {

    public static final String SHA_256 = "SHA-256";
    /** GB/T 32905-2016, for operators who are bound to commercial cryptography of the state (商用密码). */
    public static final String SM3_NAME = "SM3";

    private HashFunction() {
    }

    /** @throws IllegalArgumentException for any other name: weaker functions are not accepted just because they exist */
    public static MessageDigest of(String name) {
        try {
            return switch (name) {
                case SHA_256 -> MessageDigest.getInstance(SHA_256);
                case SM3_NAME -> new SM3.Digest();
                default -> throw new IllegalArgumentException("Not a hash function of the ledger: " + name);
            };
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
