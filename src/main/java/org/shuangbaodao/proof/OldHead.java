package org.shuangbaodao.proof;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a branch's chain ended once, as it was printed: {@code code:sequence:hash}. */
public record OldHead(String branch, long sequence, String hash) {

    private static final Pattern PRINTED = Pattern.compile("(.{1,40}):(\\d{1,18}):([0-9a-fA-F]{64})");

    public static Optional<OldHead> parse(String text) {
        Matcher matcher = PRINTED.matcher(text == null ? "" : text.replaceAll("\\s", ""));
        return matcher.matches()
                ? Optional.of(new OldHead(matcher.group(1), Long.parseLong(matcher.group(2)),
                        matcher.group(3).toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }
}
