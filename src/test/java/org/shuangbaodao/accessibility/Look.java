package org.shuangbaodao.accessibility;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A page in one of the languages and themes. */
record Look(Sight sight, String language, String theme) {

    static final List<String> LANGUAGES = List.of("zh-CN", "zh-TW", "en");
    static final List<String> THEMES = List.of("light", "dark", "contrast");

    /**
     * Each template by every reader who opens it, in every language and theme, in as few looks as that takes: all pairs, not
     * all
     * combinations. Where a reader knows several pages of a template, each look takes another.
     */
    static List<Look> pairwise(Collection<Sight> sights) {
        List<Look> looks = new ArrayList<>();
        int shift = 0;
        for (Map<Reader, List<Sight>> readers : byTemplate(sights).values()) {
            List<List<Sight>> pages = List.copyOf(readers.values());
            int count = Math.max(pages.size(), LANGUAGES.size());
            for (int i = 0; i < count; i++) {
                List<Sight> own = pages.get(i % pages.size());
                looks.add(new Look(own.get(i / pages.size() % own.size()), in(LANGUAGES, i + shift),
                        in(THEMES, i + shift / THEMES.size())));
            }
            shift++;
        }
        return looks;
    }

    /** Each template by every reader who opens it, in every language and theme. */
    static List<Look> all(Collection<Sight> sights) {
        List<Look> looks = new ArrayList<>();
        byTemplate(sights).values().stream().flatMap(readers -> readers.values().stream()).forEach(own -> {
            for (int i = 0; i < LANGUAGES.size() * THEMES.size(); i++) {
                looks.add(new Look(in(own, i), in(LANGUAGES, i), in(THEMES, i / LANGUAGES.size())));
            }
        });
        return looks;
    }

    private static <T> T in(List<T> all, int place) {
        return all.get(place % all.size());
    }

    private static Map<String, Map<Reader, List<Sight>>> byTemplate(Collection<Sight> sights) {
        Map<String, Map<Reader, List<Sight>>> templates = new TreeMap<>();
        sights.forEach(sight -> templates.computeIfAbsent(sight.template(), key -> new EnumMap<>(Reader.class))
                .computeIfAbsent(sight.reader(), key -> new ArrayList<>()).add(sight));
        return templates;
    }

    @Override
    public String toString() {
        return "%s %s %s %s".formatted(sight.reader(), language, theme, sight.address());
    }
}
