package org.shuangbaodao.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whatever a tired typist does to a code is found. */
class SheetCodeTest {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    @Test
    void aCodeIsReadHoweverItIsWritten() {
        SheetCode code = SheetCode.completed("7KQ2M9X");
        assertThat(code.grouped()).hasSize(9).startsWith("7KQ2-M9X");
        assertThat(SheetCode.parse(code.grouped().toLowerCase())).contains(code);
        assertThat(SheetCode.parse(" " + code.text().replaceAll("(..)", "$1 ") + " ")).contains(code);
        assertThat(SheetCode.parse(SheetCode.random().grouped())).isPresent();
    }

    @Test
    void everyWrongCharacterIsFound() {
        String code = SheetCode.completed("7KQ2M9X").text();
        for (int i = 0; i < code.length(); i++) {
            for (char other : ALPHABET.toCharArray()) {
                if (other != code.charAt(i)) {
                    assertThat(SheetCode.parse(code.substring(0, i) + other + code.substring(i + 1))).isEmpty();
                }
            }
        }
    }

    @Test
    void everyTwoExchangedCharactersAreFound() {
        String code = SheetCode.completed("7KQ2M9X").text();
        for (int i = 0; i < code.length(); i++) {
            for (int j = i + 1; j < code.length(); j++) {
                StringBuilder exchanged = new StringBuilder(code);
                exchanged.setCharAt(i, code.charAt(j));
                exchanged.setCharAt(j, code.charAt(i));
                if (code.charAt(i) != code.charAt(j)) {
                    assertThat(SheetCode.parse(exchanged.toString())).isEmpty();
                }
            }
        }
    }

    @Test
    void whatIsNoCodeIsNone() {
        for (String typed : new String[] { "", "7KQ2", "7KQ2M9XIO", "OOOOOOOO", "7KQ2-M9X", "🙂" }) {
            assertThat(SheetCode.parse(typed)).as(typed).isEmpty();
        }
    }
}
