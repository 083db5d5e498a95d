package org.shuangbaodao.rulebook;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.shuangbaodao.kernel.Amounts;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.member.MemberCategory;
import org.shuangbaodao.rulebook.RuleItem.Caps;
import org.shuangbaodao.rulebook.RuleItem.Group;
import org.shuangbaodao.rulebook.RuleItem.Level;
import org.shuangbaodao.rulebook.RuleItem.Measure;
import org.shuangbaodao.rulebook.RuleItem.Profile;
import org.shuangbaodao.rulebook.RuleItem.Stacking;
import org.shuangbaodao.web.Form;

/** Parts of a draft as fields, and back. Points are typed as people write them, hours in hours. */
final class DraftForm {

    /** As many steps as any commendation has; more is a rule nobody remembers. */
    static final int LEVELS = 6;
    static final List<String> GRADES = List.of("EXCELLENT", "QUALIFIED", "BASICALLY_QUALIFIED", "TALK");

    private static final Pattern POINTS = Pattern.compile("(-?)(\\d{1,4})(?:\\.(\\d{1,2}))?");

    private DraftForm() {
    }

    static Form general(Rulebook rules) {
        return Form.blank().with("from", rules.effectiveFrom()).with("title", rules.document().title())
                .with("number", rules.document().number()).with("cycle", rules.cycle());
    }

    /** Null where something typed is not right; the form then says what. */
    static Rulebook general(Form form, Rulebook rules, LocalDate today) {
        LocalDate from = date(form);
        Rulebook.Document document = new Rulebook.Document(form.value("title"), form.value("number"));
        reject(form, RuleCheck.general(from, document, today));
        Rulebook.Cycle cycle = chosen(form, "cycle", Rulebook.Cycle.values());
        return form.isRejected() ? null
                : new Rulebook(rules.version(), from, document, cycle, rules.items(), rules.target(), rules.classes(),
                        rules.hundred());
    }

    static Form item(RuleItem item) {
        Form form = Form.blank().with("code", item.code()).with("nameCn", item.names().get("zh-CN"))
                .with("nameTw", item.names().get("zh-TW")).with("nameEn", item.names().get("en"))
                .with("profile", item.profile()).with("group", item.group()).with("measure", item.measure())
                .with("points", Amounts.points(item.hundredths()))
                .with("unitMinutes", item.measure() == Measure.TIME ? item.unitMinutes() : null)
                .with("percent", item.measure() == Measure.PERCENT ? item.percent() : null)
                .with("perEvent", points(item.caps().perEvent())).with("perDay", points(item.caps().perDay()))
                .with("perCycle", points(item.caps().perCycle())).with("perYear", points(item.caps().perYear()))
                .with("highestOnly", item.stacking() == Stacking.HIGHEST_ONLY ? "yes" : null);
        for (int i = 0; i < item.levels().size(); i++) {
            Level level = item.levels().get(i);
            form.with("levelCode" + i, level.code()).with("levelCn" + i, level.names().get("zh-CN"))
                    .with("levelTw" + i, level.names().get("zh-TW")).with("levelEn" + i, level.names().get("en"))
                    .with("levelPoints" + i, Amounts.points(level.hundredths()));
        }
        return form;
    }

    /** @param code of the item that is edited, or null for a new one, whose code is typed */
    static RuleItem item(Form form, String code) {
        Measure measure = chosen(form, "measure", Measure.values());
        Group group = chosen(form, "group", Group.values());
        Profile profile = chosen(form, "profile", Profile.values());
        List<Level> levels = levels(form);
        Long points = form.value("points").isEmpty() ? Long.valueOf(0) : points(form, "points");
        Integer unit = measure == Measure.TIME ? number(form, "unitMinutes") : Integer.valueOf(0);
        Integer percent = measure == Measure.PERCENT ? number(form, "percent") : Integer.valueOf(100);
        Caps caps = new Caps(cap(form, "perEvent"), cap(form, "perDay"), cap(form, "perCycle"), cap(form, "perYear"));
        if (form.isRejected()) {
            return null;
        }
        RuleItem item = new RuleItem(code == null ? form.value("code") : code,
                names(form.value("nameCn"), form.value("nameTw"), form.value("nameEn")), profile, group, measure, points, unit,
                percent, caps, form.is("highestOnly", "yes") ? Stacking.HIGHEST_ONLY : Stacking.ALL, levels);
        reject(form, RuleCheck.item(item));
        return form.isRejected() ? null : item;
    }

    private static List<Level> levels(Form form) {
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < LEVELS; i++) {
            String code = form.value("levelCode" + i);
            String name = form.value("levelCn" + i);
            if (code.isEmpty() && name.isEmpty()) {
                continue;
            }
            Long points = parsed(form.value("levelPoints" + i));
            if (points == null) {
                form.reject("levels", "rulebook-points");
            } else {
                levels.add(new Level(code, names(name, form.value("levelTw" + i), form.value("levelEn" + i)), points));
            }
        }
        return levels;
    }

    private static Map<String, String> names(String simplified, String traditional, String english) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("zh-CN", simplified);
        if (!traditional.isEmpty()) {
            names.put("zh-TW", traditional);
        }
        if (!english.isEmpty()) {
            names.put("en", english);
        }
        return names;
    }

    static Form targets(Rulebook rules) {
        Form form = Form.blank();
        fill(form, "GENERAL", rules.target());
        for (MemberCategory category : MemberCategory.values()) {
            form.with("rule" + category, "GENERAL");
            rules.classes().stream().filter(each -> each.category().equals(category.name())).forEach(each -> {
                form.with("rule" + category, each.exempt() ? "EXEMPT" : "OWN");
                fill(form, category.name(), each.target());
            });
        }
        return form;
    }

    private static void fill(Form form, String who, Rulebook.Target target) {
        if (target != null) {
            form.with("hours" + who, target.minutes() == null ? null : Amounts.hours(target.minutes()))
                    .with("times" + who, target.times());
        }
    }

    static Rulebook targets(Form form, Rulebook rules) {
        List<Rulebook.MemberClass> classes = new ArrayList<>();
        for (MemberCategory category : MemberCategory.values()) {
            if (form.is("rule" + category, "EXEMPT")) {
                classes.add(new Rulebook.MemberClass(category.name(), null, true));
            } else if (form.is("rule" + category, "OWN")) {
                classes.add(new Rulebook.MemberClass(category.name(), target(form, category.name()), false));
            }
        }
        Rulebook changed = new Rulebook(rules.version(), rules.effectiveFrom(), rules.document(), rules.cycle(), rules.items(),
                target(form, "GENERAL"), classes, rules.hundred());
        reject(form, RuleCheck.targets(changed));
        return form.isRejected() ? null : changed;
    }

    private static Rulebook.Target target(Form form, String who) {
        String hours = form.value("hours" + who);
        Integer minutes = null;
        if (hours.matches("\\d{1,4}(\\.5|\\.0)?")) {
            minutes = Integer.parseInt(hours.split("\\.")[0]) * 60 + (hours.endsWith(".5") ? 30 : 0);
        } else if (!hours.isEmpty()) {
            form.reject("hours" + who, "rulebook-half-hours");
        }
        Integer times = form.value("times" + who).isEmpty() ? null : number(form, "times" + who);
        return new Rulebook.Target(minutes, times);
    }

    static Form hundred(Rulebook rules) {
        Rulebook.Hundred hundred = rules.hundred();
        Form form = Form.blank().with("base", Amounts.points(hundred.base())).with("service", Amounts.points(hundred.service()))
                .with("bonus", Amounts.points(hundred.bonus())).with("most", Amounts.points(hundred.most()))
                .with("serviceShare", hundred.serviceShare());
        hundred.grades().forEach(grade -> form.with("grade" + grade.grade(), Amounts.points(grade.from())));
        return form;
    }

    static Rulebook hundred(Form form, Rulebook rules) {
        Long base = points(form, "base");
        Long service = points(form, "service");
        Long bonus = points(form, "bonus");
        Long most = points(form, "most");
        Integer share = number(form, "serviceShare");
        List<Rulebook.Grade> grades = new ArrayList<>();
        for (String grade : GRADES) {
            Long from = points(form, "grade" + grade);
            if (from != null) {
                grades.add(new Rulebook.Grade(grade, from));
            }
        }
        if (form.isRejected()) {
            return null;
        }
        Rulebook.Hundred hundred = new Rulebook.Hundred(base, service, share, bonus, most, grades);
        reject(form, RuleCheck.hundred(hundred));
        return form.isRejected() ? null
                : new Rulebook(rules.version(), rules.effectiveFrom(), rules.document(), rules.cycle(), rules.items(),
                        rules.target(), rules.classes(), hundred);
    }

    /** The same rules with this item in place of the one of its code, or after all others. */
    static Rulebook put(Rulebook rules, RuleItem item) {
        List<RuleItem> items = new ArrayList<>(rules.items());
        int place = items.indexOf(rules.item(item.code()).orElse(null));
        if (place < 0) {
            items.add(item);
        } else {
            items.set(place, item);
        }
        return with(rules, items);
    }

    static Rulebook without(Rulebook rules, String code) {
        return with(rules, rules.items().stream().filter(item -> !item.code().equals(code)).toList());
    }

    private static Rulebook with(Rulebook rules, List<RuleItem> items) {
        return new Rulebook(rules.version(), rules.effectiveFrom(), rules.document(), rules.cycle(), items, rules.target(),
                rules.classes(), rules.hundred());
    }

    private static void reject(Form form, List<FieldProblem> problems) {
        problems.forEach(problem -> form.reject(problem.field(), problem.reason()));
    }

    private static <E extends Enum<E>> E chosen(Form form, String field, E[] values) {
        return Arrays.stream(values).filter(value -> form.is(field, value.name())).findFirst().orElseGet(() -> {
            form.reject(field, "required");
            return null;
        });
    }

    private static LocalDate date(Form form) {
        try {
            return form.value("from").isEmpty() ? null : LocalDate.parse(form.value("from"));
        } catch (DateTimeParseException e) {
            form.reject("from", "not-a-date");
            return null;
        }
    }

    private static Long cap(Form form, String field) {
        return form.value(field).isEmpty() ? null : points(form, field);
    }

    private static Long points(Form form, String field) {
        Long points = parsed(form.value(field));
        if (points == null) {
            form.reject(field, form.value(field).isEmpty() ? "required" : "rulebook-points");
        }
        return points;
    }

    /** {@code 0.5} and {@code -10.00} as hundredths, null for what is no such number. */
    static Long parsed(String typed) {
        Matcher points = POINTS.matcher(typed);
        if (!points.matches()) {
            return null;
        }
        String fraction = points.group(3) == null ? "00" : (points.group(3) + "0").substring(0, 2);
        long hundredths = Long.parseLong(points.group(2)) * 100 + Long.parseLong(fraction);
        return points.group(1).isEmpty() ? hundredths : -hundredths;
    }

    private static Integer number(Form form, String field) {
        if (form.value(field).matches("\\d{1,6}")) {
            return Integer.valueOf(form.value(field));
        }
        form.reject(field, form.value(field).isEmpty() ? "required" : "not-a-number");
        return null;
    }

    private static String points(Long hundredths) {
        return hundredths == null ? null : Amounts.points(hundredths);
    }
}
