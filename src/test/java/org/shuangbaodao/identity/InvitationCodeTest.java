package org.shuangbaodao.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class InvitationCodeTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @RepeatedTest(50)
    void aCodeIsReadHoweverItIsTyped() {
        InvitationCode code = InvitationCode.random();
        String slip = code.grouped();

        assertThat(slip).matches("([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(InvitationCode.parse(slip)).contains(code);
        assertThat(InvitationCode.parse(slip.toLowerCase().replace("-", " "))).contains(code);
        assertThat(InvitationCode.parse(slip.replace('0', 'o').replace('1', 'l'))).contains(code);
    }

    @Test
    void everyWrongCharacterAndEverySwapOfNeighboursIsNoticed() {
        String text = InvitationCode.random().text();
        for (int i = 0; i < text.length(); i++) {
            for (char other : ALPHABET.toCharArray()) {
                String wrong = text.substring(0, i) + other + text.substring(i + 1);
                assertThat(InvitationCode.parse(wrong).isPresent()).as(wrong).isEqualTo(wrong.equals(text));
            }
            if (i > 0) {
                String swapped = text.substring(0, i - 1) + text.charAt(i) + text.charAt(i - 1) + text.substring(i + 1);
                assertThat(InvitationCode.parse(swapped).isPresent()).as(swapped).isEqualTo(swapped.equals(text));
            }
        }
    }

    @Test
    void otherTextIsNoCode() {
        for (String text : new String[] { "", "-", "😀", "123", "U".repeat(28), "0".repeat(27), "0".repeat(29) }) {
            assertThat(InvitationCode.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void codesDoNotRepeatAndDoNotShowInLogs() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            seen.add(InvitationCode.random().text());
        }

        assertThat(seen).hasSize(10_000);
        assertThat(String.valueOf(InvitationCode.random())).isEqualTo("InvitationCode");
    }
}
