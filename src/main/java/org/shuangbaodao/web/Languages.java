package org.shuangbaodao.web;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The languages the product speaks, and which of them a reader is served. */
final class Languages {

    static final Locale SIMPLIFIED = Locale.forLanguageTag("zh-CN");
    static final Locale TRADITIONAL = Locale.forLanguageTag("zh-TW");
    static final Locale ENGLISH = Locale.ENGLISH;
    static final List<Locale> ALL = List.of(SIMPLIFIED, TRADITIONAL, ENGLISH);

    private static final int MOST_KEPT = 1000;
    private static final int LONGEST_KEPT = 100;
    private static final Map<String, Optional<Locale>> READ = new ConcurrentHashMap<>();

    private Languages() {
    }

    /** The reader's own choice first, then what his browser asks for, then the product's first language. */
    static Locale choose(String chosen, String acceptLanguage) {
        return spoken(chosen).or(() -> accepted(acceptLanguage)).orElse(SIMPLIFIED);
    }

    static Optional<Locale> spoken(String tag) {
        return tag == null ? Optional.empty() : ALL.stream().filter(locale -> locale.toLanguageTag().equals(tag)).findFirst();
    }

    // Browsers send a few hundred different ones. Made-up ones fill the shelf at most so far, and long ones not at all.
    private static Optional<Locale> accepted(String header) {
        if (header == null) {
            return Optional.empty();
        }
        if (header.length() > LONGEST_KEPT) {
            return read(header);
        }
        if (READ.size() >= MOST_KEPT) {
            READ.clear();
        }
        return READ.computeIfAbsent(header, Languages::read);
    }

    private static Optional<Locale> read(String header) {
        try {
            return LanguageRange.parse(header).stream().filter(range -> range.getWeight() > 0)
                    .map(range -> nearest(Locale.forLanguageTag(range.getRange()))).flatMap(Optional::stream).findFirst();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<Locale> nearest(Locale wanted) {
        return switch (wanted.getLanguage()) {
            case "zh" -> Optional.of(isTraditional(wanted) ? TRADITIONAL : SIMPLIFIED);
            case "en" -> Optional.of(ENGLISH);
            default -> Optional.empty();
        };
    }

    // The script, where it is named, outweighs the region: zh-Hans-HK reads simplified characters.
    private static boolean isTraditional(Locale chinese) {
        if (!chinese.getScript().isEmpty()) {
            return chinese.getScript().equals("Hant");
        }
        return List.of("TW", "HK", "MO").contains(chinese.getCountry());
    }
}
