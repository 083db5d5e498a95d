package org.shuangbaodao.pointsitem;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.rulebook.RuleItem;
import org.shuangbaodao.rulebook.RuleItem.Group;
import org.shuangbaodao.rulebook.RuleItem.Measure;
import org.shuangbaodao.rulebook.RuleItem.Stacking;

/**
 * What somebody proposes, typed in a form or read from a row of a sheet.
 *
 * @param memberNumber whom it is about
 * @param item code of the rule
 * @param until last day of a fact that lasts, else null
 * @param level of a commendation, empty where the rule has none
 * @param matter what it is about, where the rules let the highest of one matter count
 * @param documentNumber of the proof; for a deduction of the decision taken outside
 */
public record Proposal(String memberNumber, String item, LocalDate day, LocalDate until, int times, String level, String matter,
        String documentNumber) {

    private static final int MOST_TIMES = 50;

    public Proposal {
        memberNumber = Names.tidy(memberNumber);
        item = Names.tidy(item).toUpperCase(Locale.ROOT);
        level = Names.tidy(level);
        matter = Names.tidy(matter);
        documentNumber = Names.tidy(documentNumber);
    }

    /** Items that somebody types; hours follow from records, and the first registration is proposed by the service. */
    static boolean isTyped(RuleItem rule) {
        return rule.measure() == Measure.EVENT && !rule.code().equals(RegistrationItems.REGISTRATION)
                || rule.group() == Group.VETO;
    }

    /** What is wrong with it by the rule and the calendar, field by field. */
    List<FieldProblem> problems(RuleItem rule, LocalDate today) {
        List<FieldProblem> problems = new ArrayList<>();
        if (!isTyped(rule)) {
            problems.add(new FieldProblem("item", "item-not-typed"));
        }
        if (day.isAfter(today)) {
            problems.add(new FieldProblem("day", "future-date"));
        }
        if (until != null && (rule.group() != Group.VETO || until.isBefore(day))) {
            problems.add(new FieldProblem("until", "item-until"));
        }
        if (times < 1 || times > MOST_TIMES) {
            problems.add(new FieldProblem("times", "out-of-range"));
        }
        if (rule.levels().isEmpty() != level.isEmpty() || !level.isEmpty() && rule.level(level).isEmpty()) {
            problems.add(new FieldProblem("level", level.isEmpty() ? "required" : "unknown"));
        }
        if (rule.stacking() == Stacking.HIGHEST_ONLY && matter.isEmpty()) {
            problems.add(new FieldProblem("matter", "required"));
        }
        if (rule.stacking() == Stacking.HIGHEST_ONLY && times != 1) {
            problems.add(new FieldProblem("times", "out-of-range"));
        }
        length(problems, "matter", matter);
        length(problems, "documentNumber", documentNumber);
        if (documentNumber.isEmpty()) {
            problems.add(new FieldProblem("documentNumber", "required"));
        }
        return problems;
    }

    private static void length(List<FieldProblem> problems, String field, String text) {
        if (text.length() > 100) {
            problems.add(new FieldProblem(field, "too-long"));
        }
    }
}
