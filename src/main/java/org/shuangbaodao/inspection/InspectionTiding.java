package org.shuangbaodao.inspection;

import java.util.Locale;

import org.shuangbaodao.inbox.Tiding;

/** What is told about spot checks. */
enum InspectionTiding implements Tiding {

    /** To the member: a record of his was drawn, he is asked whether he took part; with its day and hours. */
    ASKED;

    @Override
    public String message() {
        return "inspection:told_" + name().toLowerCase(Locale.ROOT);
    }
}
