package org.shuangbaodao.rulebook;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the rules say to readers. */
@MessageBundle("rulebook")
public interface RulebookMessages {

    @Message
    String rules_title();

    @Message
    String rules_lead();

    @Message
    String rules_version(int version);

    @Message
    String rules_points_title();

    @Message
    String rules_points_text(int minutes, String points);

    @Message
    String rules_whole();

    @Message
    String rules_cap_title();

    @Message
    String rules_cap_text(String points, int hours);

    @Message
    String rules_examples_title();

    @Message
    String rules_col_case();

    @Message
    String rules_col_points();

    @Message
    String case_one(int minutes);

    @Message
    String case_almost();

    @Message
    String case_midnight();

    @Message
    String case_midnight_day(int minutes, String points);

    @Message
    String case_midnight_next(int minutes, String points);

    @Message
    String case_long();

    @Message
    String case_long_text(String before);

    @Message
    String case_work();

    @Message
    String case_work_text();

    @Message
    String rules_who_title();

    @Message
    String rules_who_1();

    @Message
    String rules_who_2();

    @Message
    String rules_who_3();

    @Message
    String rules_books_title();

    @Message
    String rules_books_text();

    @Message
    String rules_mistake_title();

    @Message
    String rules_mistake_text();

    @Message
    String rules_never_title();

    @Message
    String rules_never_text();

    @Message
    String to_rankings();

    @Message
    String to_complaints();
}
