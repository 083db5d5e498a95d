package org.shuangbaodao.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The digest of a day with all its leaves. */
public final class SealedDay {

    private final DigestStatement statement;
    private final DigestSignature signature;
    private final List<DigestLeaf> leaves;
    private final MerkleTree tree;

    SealedDay(DigestStatement statement, DigestSignature signature, List<DigestLeaf> leaves) {
        this.statement = statement;
        this.signature = signature;
        List<DigestLeaf> ordered = new ArrayList<>(leaves);
        ordered.sort(DigestLeaf.IN_ORDER);
        this.leaves = Collections.unmodifiableList(ordered);
        this.tree = tree(statement.digest(), this.leaves);
    }

    static MerkleTree tree(String digest, List<DigestLeaf> leaves) {
        return new MerkleTree(digest, leaves.stream().map(DigestLeaf::text).toList());
    }

    public DigestStatement statement() {
        return statement;
    }

    public DigestSignature signature() {
        return signature;
    }

    /** In the order of the tree. */
    public List<DigestLeaf> leaves() {
        return leaves;
    }

    /** Whether signature and leaves go with the root: they do, unless somebody touched the database. */
    public boolean isSound() {
        return signature.covers(statement.text()) && tree.root().equals(statement.root());
    }

    /** How the branch's leaf leads to the root; empty where the branch had no entry yet. */
    public Optional<Inclusion> inclusionOf(String branchCode) {
        int index = Collections.binarySearch(leaves, new DigestLeaf(branchCode, 0, ""), DigestLeaf.IN_ORDER);
        return index < 0 ? Optional.empty()
                : Optional.of(new Inclusion(leaves.get(index), tree.leaf(index),
                        tree.path(index).stream().map(step -> new Step(step.side() == MerkleTree.Side.LEFT, step.hash()))
                                .toList()));
    }

    /**
     * The way from a leaf to the root.
     *
     * @param leafHash what the way begins with
     */
    public record Inclusion(DigestLeaf leaf, String leafHash, List<Step> path) {
    }

    /** What the hash so far is joined with: {@code H(0x01 ‖ left ‖ right)}. */
    public record Step(boolean left, String hash) {
    }
}
