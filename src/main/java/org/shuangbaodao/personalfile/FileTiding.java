package org.shuangbaodao.personalfile;

import java.util.Locale;

import org.shuangbaodao.inbox.Tiding;

/** What a member is told about his file. */
enum FileTiding implements Tiding {

    /** With its name and first day. */
    TRAINING,
    /** With the day of service. */
    EVALUATION,
    /** His objection is decided; with the day of the evaluation. */
    DECISION,
    /** To who entered it: somebody says he was not there. With its name and first day. */
    NOT_THERE;

    @Override
    public String message() {
        return "personalfile:told_" + name().toLowerCase(Locale.ROOT);
    }
}
