package org.shuangbaodao.appraisal;

import java.util.List;

import org.shuangbaodao.rulebook.HundredPoints;
import org.shuangbaodao.rulebook.Rulebook;
import org.shuangbaodao.rulebook.Rulebook.Hundred;

/**
 * What the figures of a year would suggest for 民主评议党员. A suggestion and no more: the branch's meeting decides and its
 * decision is recorded beside it (支部工作条例 art. 18; 个人信息保护法 art. 24 against decisions by machines alone).
 *
 * @param grade what the rulebook calls the step, or {@code NONE} where figures suggest nothing
 */
public record Suggestion(String grade, HundredPoints points, List<Reason> reasons) {

    public static final String NONE = "NONE";

    /** Why. */
    public enum Reason {
        /** The branch does not count by hundred points: service alone suggests no grade. */
        SERVICE_ONLY,
        /** The sum of the hundred points lies in the step. */
        SUM,
        /** The best step is limited in number by the superior. */
        CANDIDATE,
        /** A penalty in force keeps the suggestion below. */
        VETO,
        /** 预备党员 take part and are not graded. */
        PROBATIONARY
    }

    /**
     * @param counted whether the branch counts by the hundred
     * @param veto whether a penalty is in force
     */
    static Suggestion of(Rulebook rules, boolean counted, boolean probationary, HundredPoints points, boolean veto) {
        if (probationary) {
            return new Suggestion(NONE, null, List.of(Reason.PROBATIONARY));
        }
        if (!counted) {
            return new Suggestion(NONE, null, List.of(Reason.SERVICE_ONLY));
        }
        Hundred hundred = rules.hundred();
        String grade = hundred.gradeOf(points.sum()).orElse(NONE);
        if (veto) {
            return new Suggestion(atMost(hundred, grade, "BASICALLY_QUALIFIED"), points, List.of(Reason.SUM, Reason.VETO));
        }
        boolean best = grade.equals(hundred.grades().get(0).grade());
        return new Suggestion(grade, points, best ? List.of(Reason.SUM, Reason.CANDIDATE) : List.of(Reason.SUM));
    }

    private static String atMost(Hundred hundred, String grade, String ceiling) {
        List<String> steps = hundred.grades().stream().map(Rulebook.Grade::grade).toList();
        return steps.indexOf(grade) < steps.indexOf(ceiling) ? ceiling : grade;
    }
}
