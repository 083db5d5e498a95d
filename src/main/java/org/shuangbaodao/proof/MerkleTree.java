package org.shuangbaodao.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.shuangbaodao.ledger.HashFunction;

/**
 * A hash over many leaves from which a short path shows that one of them is in it (RFC 6962, 2.1): leaves are hashed behind a
 * byte 0, pairs behind a byte 1, so that nobody can pass one for the other.
 */
final class MerkleTree {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final String digest;
    private final List<byte[]> leaves;

    /** @param texts of the leaves, in their order */
    MerkleTree(String digest, List<String> texts) {
        this.digest = digest;
        this.leaves = texts.stream().map(text -> leaf(digest, text)).toList();
    }

    /** One step towards the root: what the hash so far is joined with, and on which side. */
    public record Step(Side side, String hash) {
    }

    /** Where the other half stands. */
    public enum Side {
        LEFT,
        RIGHT
    }

    String root() {
        return hex(leaves.isEmpty() ? HashFunction.of(digest).digest() : root(0, leaves.size()));
    }

    String leaf(int index) {
        return hex(leaves.get(index));
    }

    /** From the leaf up to the root. */
    List<Step> path(int index) {
        List<Step> path = new ArrayList<>();
        climb(index, 0, leaves.size(), path);
        return path;
    }

    private void climb(int index, int from, int to, List<Step> path) {
        if (to - from == 1) {
            return;
        }
        int middle = from + half(to - from);
        if (index < middle) {
            climb(index, from, middle, path);
            path.add(new Step(Side.RIGHT, hex(root(middle, to))));
        } else {
            climb(index, middle, to, path);
            path.add(new Step(Side.LEFT, hex(root(from, middle))));
        }
    }

    private byte[] root(int from, int to) {
        if (to - from == 1) {
            return leaves.get(from);
        }
        int middle = from + half(to - from);
        return node(digest, root(from, middle), root(middle, to));
    }

    // The largest power of two below the number of leaves.
    private static int half(int leaves) {
        return Integer.highestOneBit(leaves - 1);
    }

    /** The root that the path leads to from this leaf. */
    static String follow(String digest, String leafText, List<Step> path) {
        byte[] hash = leaf(digest, leafText);
        for (Step step : path) {
            byte[] other = HexFormat.of().parseHex(step.hash);
            hash = step.side == Side.LEFT ? node(digest, other, hash) : node(digest, hash, other);
        }
        return hex(hash);
    }

    private static byte[] leaf(String digest, String text) {
        MessageDigest hash = HashFunction.of(digest);
        hash.update(LEAF);
        return hash.digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] node(String digest, byte[] left, byte[] right) {
        MessageDigest hash = HashFunction.of(digest);
        hash.update(NODE);
        hash.update(left);
        return hash.digest(right);
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
