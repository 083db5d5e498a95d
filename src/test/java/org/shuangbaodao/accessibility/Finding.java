package org.shuangbaodao.accessibility;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something that is not as it should be.
 *
 * @param rule of axe, or one of ours
 * @param what the element and why
 * @param where by whom and how it was seen
 */
record Finding(String rule, String template, String what, String where) {

    private static final int MOST_PLACES = 4;

    /** For people: the same thing once, with some of the places it was seen at. */
    static String report(Collection<Finding> findings) {
        Map<String, List<String>> places = new TreeMap<>();
        findings.forEach(each -> places
                .computeIfAbsent("%s  %s%n    %s".formatted(each.rule, each.template, each.what.replace("\n", "\n    ")),
                        key -> new ArrayList<>())
                .add(each.where));
        StringBuilder report = new StringBuilder("%d findings%n".formatted(places.size()));
        places.forEach((finding, seen) -> {
            report.append('\n').append(finding).append('\n');
            seen.stream().limit(MOST_PLACES).forEach(place -> report.append("    seen: ").append(place).append('\n'));
            if (seen.size() > MOST_PLACES) {
                report.append("    and %d times more\n".formatted(seen.size() - MOST_PLACES));
            }
        });
        return report.toString();
    }
}
