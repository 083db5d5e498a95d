package org.shuangbaodao.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.rulebook.RuleItem.Caps;
import org.shuangbaodao.rulebook.RuleItem.Group;
import org.shuangbaodao.rulebook.RuleItem.Level;
import org.shuangbaodao.rulebook.RuleItem.Measure;
import org.shuangbaodao.rulebook.RuleItem.Profile;
import org.shuangbaodao.rulebook.RuleItem.Stacking;

/** What a version of the rules must be like before it can be adopted. Names the fields of the forms it is typed into. */
final class RuleCheck {

    static final String GENERAL = "general";
    static final String ITEMS = "items";
    static final String TARGETS = "targets";
    static final String HUNDRED = "hundred";

    private static final int LONGEST_UNIT = 480;
    private static final long MOST_POINTS = 1_000_000;
    private static final int MOST_MINUTES = 366 * 24 * 60;

    private RuleCheck() {
    }

    /** All that is wrong, by the form it is put right in; an item's form goes by its code. Empty when nothing is. */
    static Map<String, List<FieldProblem>> whole(Rulebook rules, LocalDate today) {
        Map<String, List<FieldProblem>> found = new LinkedHashMap<>();
        note(found, GENERAL, general(rules.effectiveFrom(), rules.document(), today));
        note(found, ITEMS, items(rules.items()));
        rules.items().forEach(item -> note(found, item.code(), item(item)));
        note(found, TARGETS, targets(rules));
        note(found, HUNDRED, hundred(rules.hundred()));
        return found;
    }

    private static void note(Map<String, List<FieldProblem>> found, String form, List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            found.put(form, problems);
        }
    }

    /** No rule reaches back, and every replica must know it before it applies. */
    static List<FieldProblem> general(LocalDate from, Rulebook.Document document, LocalDate today) {
        List<FieldProblem> problems = new ArrayList<>();
        if (from == null) {
            problems.add(new FieldProblem("from", "required"));
        } else if (from.isBefore(today.plusDays(RuleDrafts.NOTICE_DAYS))) {
            problems.add(new FieldProblem("from", "rulebook-too-soon"));
        }
        text(problems, "title", document.title(), 200);
        text(problems, "number", document.number(), 100);
        return problems;
    }

    private static void text(List<FieldProblem> problems, String field, String text, int longest) {
        if (text == null || text.isBlank()) {
            problems.add(new FieldProblem(field, "required"));
        } else if (text.length() > longest) {
            problems.add(new FieldProblem(field, "too-long"));
        }
    }

    private static List<FieldProblem> items(List<RuleItem> items) {
        Set<String> codes = new HashSet<>();
        boolean twice = items.stream().anyMatch(item -> !codes.add(item.code()));
        if (twice) {
            return List.of(new FieldProblem("code", "taken"));
        }
        return codes.contains(RuleItem.SERVICE_HOURS) ? List.of()
                : List.of(new FieldProblem("code", "rulebook-hours-missing"));
    }

    static List<FieldProblem> item(RuleItem item) {
        List<FieldProblem> problems = new ArrayList<>();
        if (!item.code().matches("[A-Z]{2}-\\d{2}")) {
            problems.add(new FieldProblem("code", "rulebook-code"));
        }
        text(problems, "nameCn", item.names().get("zh-CN"), 60);
        Stream.of("zh-TW", "en").filter(tag -> item.names().getOrDefault(tag, "").length() > 120)
                .forEach(tag -> problems.add(new FieldProblem(tag.equals("en") ? "nameEn" : "nameTw", "too-long")));
        hoursStay(item, problems);
        measure(item, problems);
        amount(item, problems);
        caps(item, problems);
        levels(item, problems);
        return problems;
    }

    // Every award and every example rests on it.
    private static void hoursStay(RuleItem item, List<FieldProblem> problems) {
        if (!item.code().equals(RuleItem.SERVICE_HOURS)) {
            return;
        }
        if (item.measure() != Measure.TIME) {
            problems.add(new FieldProblem("measure", "rulebook-hours-by-time"));
        }
        if (item.group() != Group.SERVICE) {
            problems.add(new FieldProblem("group", "rulebook-hours-by-time"));
        }
        if (item.profile() != Profile.SERVICE) {
            problems.add(new FieldProblem("profile", "rulebook-hours-by-time"));
        }
    }

    private static void measure(RuleItem item, List<FieldProblem> problems) {
        boolean silent = item.group() == Group.VETO || item.group() == Group.SHOWN;
        if (silent != (item.measure() == Measure.NONE) || item.group() == Group.DEDUCTION && item.measure() != Measure.EVENT) {
            problems.add(new FieldProblem("measure", "rulebook-measure"));
        }
        if (item.measure() == Measure.TIME && (item.unitMinutes() < 1 || item.unitMinutes() > LONGEST_UNIT)) {
            problems.add(new FieldProblem("unitMinutes", "out-of-range"));
        }
        boolean coefficient = item.measure() == Measure.PERCENT;
        if (coefficient && (item.percent() < 50 || item.percent() > 300)) {
            problems.add(new FieldProblem("percent", "rulebook-percent"));
        }
    }

    private static void amount(RuleItem item, List<FieldProblem> problems) {
        boolean right = switch (item.group()) {
            case DEDUCTION -> item.hundredths() < 0;
            case VETO, SHOWN -> item.hundredths() == 0;
            default -> item.measure() == Measure.PERCENT ? item.hundredths() == 0
                    : item.levels().isEmpty() ? item.hundredths() > 0 : item.hundredths() == 0;
        };
        if (!right || Math.abs(item.hundredths()) > MOST_POINTS) {
            problems.add(new FieldProblem("points", switch (item.group()) {
                case DEDUCTION -> "rulebook-negative";
                case VETO, SHOWN -> "rulebook-zero";
                default -> item.levels().isEmpty() && item.measure() != Measure.PERCENT ? "rulebook-positive"
                        : "rulebook-zero";
            }));
        }
    }

    private static void caps(RuleItem item, List<FieldProblem> problems) {
        Caps caps = item.caps();
        if (item.group() == Group.DEDUCTION) {
            Stream.of("perEvent", "perDay", "perCycle").filter(field -> cap(caps, field) != null)
                    .forEach(field -> problems.add(new FieldProblem(field, "rulebook-year-only")));
            if (caps.perYear() != null && caps.perYear() > item.hundredths()) {
                problems.add(new FieldProblem("perYear", "rulebook-negative-cap"));
            }
            return;
        }
        Long narrower = null;
        for (String field : List.of("perEvent", "perDay", "perCycle", "perYear")) {
            Long cap = cap(caps, field);
            if (cap == null) {
                continue;
            }
            if (cap <= 0 || cap > MOST_POINTS || narrower != null && cap < narrower) {
                problems.add(new FieldProblem(field, "rulebook-cap"));
            }
            narrower = cap;
        }
    }

    private static Long cap(Caps caps, String field) {
        return switch (field) {
            case "perEvent" -> caps.perEvent();
            case "perDay" -> caps.perDay();
            case "perCycle" -> caps.perCycle();
            default -> caps.perYear();
        };
    }

    private static void levels(RuleItem item, List<FieldProblem> problems) {
        List<Level> levels = item.levels();
        if (!levels.isEmpty() && item.measure() != Measure.EVENT) {
            problems.add(new FieldProblem("levels", "rulebook-levels-event"));
        }
        Set<String> codes = new HashSet<>();
        long last = 0;
        for (Level level : levels) {
            if (!level.code().matches("[A-Z][A-Z_]{0,19}") || !codes.add(level.code())
                    || level.names().getOrDefault("zh-CN", "").isBlank()) {
                problems.add(new FieldProblem("levels", "rulebook-level-name"));
            }
            if (level.hundredths() <= last) {
                problems.add(new FieldProblem("levels", "rulebook-levels-rise"));
            }
            last = level.hundredths();
        }
        if (item.stacking() == Stacking.HIGHEST_ONLY && (item.measure() != Measure.EVENT || item.group().needsDocument())) {
            problems.add(new FieldProblem("highestOnly", "rulebook-levels-event"));
        }
    }

    static List<FieldProblem> targets(Rulebook rules) {
        List<FieldProblem> problems = new ArrayList<>();
        target(problems, "GENERAL", rules.target());
        rules.classes().stream().filter(each -> !each.exempt())
                .forEach(each -> target(problems, each.category(), each.target()));
        return problems;
    }

    private static void target(List<FieldProblem> problems, String who, Rulebook.Target target) {
        if (target == null || target.minutes() == null && target.times() == null) {
            problems.add(new FieldProblem("hours" + who, "rulebook-target"));
            return;
        }
        if (target.minutes() != null && (target.minutes() <= 0 || target.minutes() > MOST_MINUTES)) {
            problems.add(new FieldProblem("hours" + who, "out-of-range"));
        }
        if (target.times() != null && (target.times() <= 0 || target.times() > 366)) {
            problems.add(new FieldProblem("times" + who, "out-of-range"));
        }
    }

    static List<FieldProblem> hundred(Rulebook.Hundred hundred) {
        List<FieldProblem> problems = new ArrayList<>();
        Map<String, Long> parts = new LinkedHashMap<>();
        parts.put("base", hundred.base());
        parts.put("service", hundred.service());
        parts.put("bonus", hundred.bonus());
        parts.forEach((field, part) -> {
            if (part < 0 || part > hundred.most()) {
                problems.add(new FieldProblem(field, "out-of-range"));
            }
        });
        if (hundred.most() <= 0 || hundred.base() + hundred.service() + hundred.bonus() != hundred.most()) {
            problems.add(new FieldProblem("most", "rulebook-parts"));
        }
        if (hundred.serviceShare() < 1 || hundred.serviceShare() > 100) {
            problems.add(new FieldProblem("serviceShare", "out-of-range"));
        }
        long above = Long.MAX_VALUE;
        for (Rulebook.Grade grade : hundred.grades()) {
            if (grade.from() >= above || grade.from() < 0 || grade.from() > hundred.most()) {
                problems.add(new FieldProblem("grade" + grade.grade(), "rulebook-grades-fall"));
            }
            above = grade.from();
        }
        Rulebook.Grade last = hundred.grades().isEmpty() ? null : hundred.grades().get(hundred.grades().size() - 1);
        if (last == null || !Objects.equals(last.from(), 0L)) {
            problems.add(new FieldProblem(last == null ? "most" : "grade" + last.grade(), "rulebook-grades-zero"));
        }
        return problems;
    }
}
