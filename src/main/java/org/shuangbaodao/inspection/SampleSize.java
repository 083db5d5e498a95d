package org.shuangbaodao.inspection;

import java.util.ArrayList;
import java.util.List;

import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Problem;

/**
 * How many are drawn, as whoever orders the check sets it. He may look at more than usual, not at less.
 *
 * @param percent of the list
 * @param least even of a short list
 * @param most however long the list is: as many as a few people can ask about in a month
 */
record SampleSize(int percent, int least, int most) {

    /** One in twenty finds a wrongdoer of twenty records with two chances in three, and costs an office some days. */
    static final SampleSize USUAL = new SampleSize(5, 5, 200);
    private static final int ALL = 100;
    private static final int MOST_EVER = 2000;

    /** Whatever is left out is as usual. */
    static SampleSize of(Integer percent, Integer least, Integer most) {
        SampleSize size = new SampleSize(percent == null ? USUAL.percent : percent, least == null ? USUAL.least : least,
                most == null ? USUAL.most : most);
        List<FieldProblem> errors = new ArrayList<>();
        if (size.percent < USUAL.percent || size.percent > ALL) {
            errors.add(new FieldProblem("percent", "out-of-range"));
        }
        if (size.least < USUAL.least || size.least > MOST_EVER) {
            errors.add(new FieldProblem("least", "out-of-range"));
        }
        if (size.most < Math.max(USUAL.most, size.least) || size.most > MOST_EVER) {
            errors.add(new FieldProblem("most", "out-of-range"));
        }
        if (!errors.isEmpty()) {
            throw new Problem(CommonProblem.INVALID).with("errors", errors);
        }
        return size;
    }

    int outOf(int population) {
        return DrawingRule.sample(population, percent, least, most);
    }
}
