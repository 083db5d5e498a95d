package org.shuangbaodao.proof;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** Where the chain of one branch ended when the digest was made. */
public record DigestLeaf(String branch, long sequence, String head) {

    /** Leaves stand in the order of the bytes of their branches' codes. */
    static final Comparator<DigestLeaf> IN_ORDER = Comparator.comparing(leaf -> leaf.branch.getBytes(StandardCharsets.UTF_8),
            Arrays::compareUnsigned);

    /** What is hashed; the form in which heads are printed on paper. */
    public String text() {
        return branch + ":" + sequence + ":" + head;
    }
}
