package org.shuangbaodao.statement;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What printed statements, and the page they are printed from, say. */
@MessageBundle("statement")
public interface StatementMessages {

    @Message
    String title();

    @Message
    String lead();

    @Message
    String office();

    @Message
    String quarter();

    @Message
    String col_name();

    @Message
    String col_records();

    @Message
    String col_printed();

    @Message
    String col_handed();

    @Message
    String times(int count);

    @Message
    String to_print();

    @Message
    String print();

    @Message
    String hand_over();

    @Message
    String handed();

    @Message
    String none_title();

    @Message
    String none_text();

    @Message
    String no_office_title();

    @Message
    String no_office_text();

    @Message
    String paper_title();

    @Message
    String number();

    @Message
    String printed_on(String day);

    @Message
    String online();

    @Message
    String sum(String hours, int minutes);

    @Message
    String sum_with_points(String hours, int minutes, String points);

    @Message
    String col_when();

    @Message
    String col_where();

    @Message
    String col_what();

    @Message
    String col_hours();

    @Message
    String col_entered();

    @Message
    String col_confirmed();

    @Message
    String col_state();

    @Message
    String by_oneself();

    @Message
    String wrong_title();

    @Message
    String wrong_who(String names);

    @Message
    String wrong_until(String day);

    @Message
    String wrong_online();

    @Message
    String tear_off();
}
