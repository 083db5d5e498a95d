package org.shuangbaodao.servicerecord;

/**
 * What the policy has to know about a record itself.
 *
 * @param held whether the member says he did not take part, and nobody has settled that
 * @param signed whether the first of two has confirmed it
 */
public record Situation(RecordState state, boolean held, Care care, boolean signed) {

    static Situation of(RecordState state) {
        return new Situation(state, false, Care.ONE, false);
    }
}
