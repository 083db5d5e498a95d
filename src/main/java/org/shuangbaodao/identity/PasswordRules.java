package org.shuangbaodao.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.shuangbaodao.kernel.Names;

/** Long enough, and none that a guesser tries first. No rules about digits and signs: they make passwords worse, not better. */
final class PasswordRules {

    static final int SHORTEST = 8;
    static final int LONGEST = 128;

    private static final Set<String> COMMON = common();

    private PasswordRules() {
    }

    /** The reason why this password will not do, empty when it will. */
    static Optional<String> objection(String password, String login) {
        String folded = password.toLowerCase(Locale.ROOT);
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of("too-short");
        }
        if (password.length() > LONGEST) {
            return Optional.of("too-long");
        }
        if (COMMON.contains(folded) || folded.chars().distinct().count() <= 2) {
            return Optional.of("identity-common-password");
        }
        return folded.equals(Names.fold(login)) ? Optional.of("identity-password-is-login") : Optional.empty();
    }

    private static Set<String> common() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PasswordRules.class.getResourceAsStream("/identity/common-passwords.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
