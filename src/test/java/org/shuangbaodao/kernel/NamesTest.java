package org.shuangbaodao.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesTest {

    // Read character by character, 重庆 would stand under z.
    @Test
    void aCharacterIsReadAsItsNeighboursSay() {
        assertThat(Names.sortKey("重庆市")).isEqualTo("chong qing shi");
        assertThat(Names.sortKey("重要")).isEqualTo("zhong yao");
    }

    @Test
    void rareCharactersAndMixedNamesHaveKeys() {
        assertThat(Names.sortKey("𠮷田")).endsWith("tian");
        assertThat(Names.sortKey("张 Mary")).isEqualTo("zhang mary");
        assertThat(Names.sortKey("　ＡＢ　")).isEqualTo("ab");
    }
}
