package org.shuangbaodao.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** Codes follow from key, slot and time, and from nothing else. */
class SigningCodesTest {

    private static final byte[] KEY = "a key for this test only, 32 oct".getBytes(StandardCharsets.UTF_8);

    @Test
    void aCodeIsTheSameForItsWholePeriodAndAnotherAfterIt() {
        Instant start = Instant.ofEpochSecond(45 * 40_000_000L);

        assertThat(SigningCodes.stepOf(start.plusSeconds(44))).isEqualTo(SigningCodes.stepOf(start));
        assertThat(SigningCodes.stepOf(start.plusSeconds(45))).isEqualTo(SigningCodes.stepOf(start) + 1);
        assertThat(SigningCodes.code(KEY, 7, 1)).isEqualTo(SigningCodes.code(KEY, 7, 1))
                .isNotEqualTo(SigningCodes.code(KEY, 7, 2)).isNotEqualTo(SigningCodes.code(KEY, 8, 1));
        byte[] other = KEY.clone();
        other[0]++;
        assertThat(SigningCodes.code(other, 7, 1)).isNotEqualTo(SigningCodes.code(KEY, 7, 1));
    }

    @Test
    void codesUseEveryCharacterInEveryPlaceAndHardlyRepeat() {
        Set<String> codes = new HashSet<>();
        Set<String> places = new HashSet<>();
        for (int step = 0; step < 5000; step++) {
            String code = SigningCodes.code(KEY, 42, step);
            assertThat(code).hasSize(SigningCodes.LENGTH).matches("[" + SigningCodes.ALPHABET + "]+");
            codes.add(code);
            for (int i = 0; i < code.length(); i++) {
                places.add(i + ":" + code.charAt(i));
            }
        }
        assertThat(codes).hasSizeGreaterThan(4990);
        assertThat(places).hasSize(SigningCodes.LENGTH * SigningCodes.ALPHABET.length());
    }

    @Test
    void nothingInTheAlphabetIsTakenForSomethingElse() {
        assertThat(SigningCodes.ALPHABET).doesNotContain("0", "O", "1", "I", "L", "2", "Z", "5", "S", "8", "B", "U", "V");
        assertThat(SigningCodes.ALPHABET.chars().distinct().count()).isEqualTo(SigningCodes.ALPHABET.length());
    }

    @Test
    void codesAreReadAsPeopleTypeThem() {
        assertThat(SigningCodes.tidy(" ac3-4 ｄ9")).isEqualTo("AC34D9");
        assertThat(SigningCodes.tidy(null)).isEmpty();
    }

    @Test
    void guessingSlowsDown() {
        assertThat(SigningGuesses.lockAfter(4)).isEmpty();
        assertThat(SigningGuesses.lockAfter(5)).isEqualTo(Optional.of(Duration.ofSeconds(30)));
        assertThat(SigningGuesses.lockAfter(6)).isEqualTo(Optional.of(Duration.ofSeconds(60)));
        assertThat(SigningGuesses.lockAfter(500)).isEqualTo(Optional.of(Duration.ofMinutes(15)));
    }
}
