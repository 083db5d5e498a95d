package org.shuangbaodao.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MerkleTreeTest {

    // The reference tree of Certificate Transparency (RFC 6962), as far as its leaves are text.
    @Example
    void rootsAreThoseOfTheReference() {
        List<String> leaves = List.of("", "\u0000", "\u0010", " !", "01");
        List<String> roots = List.of("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4");
        for (int count = 1; count <= leaves.size(); count++) {
            assertThat(new MerkleTree("SHA-256", leaves.subList(0, count)).root()).isEqualTo(roots.get(count - 1));
        }
    }

    @Property
    void everyLeafHasAPathToTheRootAndNoOtherTextHas(@ForAll @IntRange(min = 1, max = 300) int count,
            @ForAll @IntRange(min = 0, max = 299) int at, @ForAll boolean sm3) {
        Assume.that(at < count);
        String digest = sm3 ? "SM3" : "SHA-256";
        MerkleTree tree = new MerkleTree(digest, leaves(count));

        List<MerkleTree.Step> path = tree.path(at);

        assertThat(MerkleTree.follow(digest, "leaf " + at, path)).isEqualTo(tree.root());
        assertThat(MerkleTree.follow(digest, "leaf " + (at + 1), path)).isNotEqualTo(tree.root());
        assertThat(path.size()).isLessThanOrEqualTo(32 - Integer.numberOfLeadingZeros(count - 1));
    }

    @Property
    void aRootHoldsForItsLeavesAlone(@ForAll @IntRange(min = 2, max = 100) int count,
            @ForAll @IntRange(min = 0, max = 99) int at) {
        Assume.that(at < count);
        String root = new MerkleTree("SHA-256", leaves(count)).root();
        List<String> changed = leaves(count);
        changed.set(at, "another");
        List<String> fewer = leaves(count);
        fewer.remove(at);
        List<String> swapped = leaves(count);
        swapped.add(swapped.remove(0));

        assertThat(new MerkleTree("SHA-256", changed).root()).isNotEqualTo(root);
        assertThat(new MerkleTree("SHA-256", fewer).root()).isNotEqualTo(root);
        assertThat(new MerkleTree("SHA-256", swapped).root()).isNotEqualTo(root);
    }

    private static List<String> leaves(int count) {
        return new ArrayList<>(IntStream.range(0, count).mapToObj(each -> "leaf " + each).toList());
    }
}
