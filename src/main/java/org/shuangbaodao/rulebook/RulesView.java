package org.shuangbaodao.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.shuangbaodao.kernel.Amounts;
import org.shuangbaodao.member.MemberCategory;
import org.shuangbaodao.rulebook.RuleItem.Group;
import org.shuangbaodao.rulebook.RuleItem.Measure;
import org.shuangbaodao.rulebook.RuleItem.Profile;
import org.shuangbaodao.rulebook.RuleItem.Stacking;

/** A version of the rules as a page shows it, every number with its unit. */
record RulesView(int version, LocalDate from, String title, String number, Rulebook.Cycle cycle, List<ProfileView> profiles,
        List<TargetView> targets, HundredView hundred) {

    /** How a version stands to the present day. */
    enum Standing {
        IN_FORCE,
        /** Adopted, not yet in force. */
        COMING,
        PAST
    }

    /** One line of the list of versions. */
    record VersionView(int version, LocalDate from, String title, String number, Standing standing) {

        static VersionView of(Rulebook rules, Rulebook inForce, LocalDate today) {
            Standing standing = rules.version() == inForce.version() ? Standing.IN_FORCE
                    : rules.effectiveFrom().isAfter(today) && rules.version() > inForce.version() ? Standing.COMING
                            : Standing.PAST;
            return new VersionView(rules.version(), rules.effectiveFrom(), rules.document().title(),
                    rules.document().number(), standing);
        }
    }

    record ProfileView(Profile profile, List<GroupView> groups) {
    }

    record GroupView(Group group, List<ItemView> items) {
    }

    /** @param perEvent most points each time, null where there is no limit; likewise the others */
    record ItemView(String code, String name, Measure measure, String points, int unitMinutes, int percent, String perEvent,
            String perDay, String perCycle, String perYear, boolean highestOnly, List<LevelView> levels,
            boolean needsDocument) {

        public boolean isLimited() {
            return perEvent != null || perDay != null || perCycle != null || perYear != null;
        }
    }

    record LevelView(String name, String points) {
    }

    /** @param category null for everybody who is in no class of his own; hours and times null where they are not asked */
    record TargetView(MemberCategory category, String hours, Integer times, boolean exempt) {
    }

    record HundredView(String base, String service, int serviceShare, String bonus, String most, List<GradeView> grades) {
    }

    /** @param key of the message with its name */
    record GradeView(String key, String from) {
    }

    static RulesView of(Rulebook rules, String language) {
        return new RulesView(rules.version(), rules.effectiveFrom(), rules.document().title(), rules.document().number(),
                rules.cycle(), Arrays.stream(Profile.values()).map(profile -> profile(rules, profile, language))
                        .filter(profile -> !profile.groups.isEmpty()).toList(),
                targets(rules), hundred(rules.hundred()));
    }

    private static ProfileView profile(Rulebook rules, Profile profile, String language) {
        return new ProfileView(profile, Arrays.stream(Group.values())
                .map(group -> new GroupView(group, rules.items().stream()
                        .filter(item -> item.profile() == profile && item.group() == group)
                        .map(item -> item(item, language)).toList()))
                .filter(group -> !group.items.isEmpty()).toList());
    }

    private static ItemView item(RuleItem item, String language) {
        return new ItemView(item.code(), item.name(language), item.measure(), Amounts.points(item.hundredths()),
                item.unitMinutes(), item.percent(), points(item.caps().perEvent()), points(item.caps().perDay()),
                points(item.caps().perCycle()), points(item.caps().perYear()), item.stacking() == Stacking.HIGHEST_ONLY,
                item.levels().stream().map(level -> new LevelView(level.name(language), Amounts.points(level.hundredths())))
                        .toList(),
                item.group().needsDocument());
    }

    private static String points(Long hundredths) {
        return hundredths == null ? null : Amounts.points(hundredths);
    }

    private static List<TargetView> targets(Rulebook rules) {
        List<TargetView> targets = new ArrayList<>();
        targets.add(target(null, rules.target(), false));
        for (MemberCategory category : MemberCategory.values()) {
            rules.classes().stream().filter(each -> each.category().equals(category.name()))
                    .forEach(each -> targets.add(target(category, each.target(), each.exempt())));
        }
        return targets;
    }

    private static TargetView target(MemberCategory category, Rulebook.Target target, boolean exempt) {
        return new TargetView(category, target == null || target.minutes() == null ? null : Amounts.hours(target.minutes()),
                target == null ? null : target.times(), exempt);
    }

    private static HundredView hundred(Rulebook.Hundred hundred) {
        return new HundredView(Amounts.points(hundred.base()), Amounts.points(hundred.service()), hundred.serviceShare(),
                Amounts.points(hundred.bonus()), Amounts.points(hundred.most()), hundred.grades().stream()
                        .map(grade -> new GradeView("grade_" + grade.grade().toLowerCase(Locale.ROOT),
                                Amounts.points(grade.from())))
                        .toList());
    }
}
