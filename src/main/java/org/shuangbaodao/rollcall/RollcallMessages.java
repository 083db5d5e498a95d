package org.shuangbaodao.rollcall;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages about whole activities say. */
@MessageBundle("rollcall")
public interface RollcallMessages {

    @Message
    String list_title();

    @Message
    String list_lead();

    @Message
    String paper_sheet();

    @Message
    String entered(int count);

    @Message
    String not_entered(int count);

    @Message
    String slots();

    @Message
    String not_over();

    @Message
    String col_present();

    @Message
    String col_signed();

    @Message
    String col_minutes();

    @Message
    String not_expected();

    @Message
    String claimed();

    @Message
    String minutes_of(String name);

    @Message
    String more_rows(int more);

    @Message
    String nobody_listed();

    @Message
    String others();

    @Message
    String others_hint();

    @Message
    String consent();

    @Message
    String consent_hint();

    @Message
    String enter();

    @Message
    String handed_in(int count);

    @Message
    String confirmation_title();

    @Message
    String confirmed(int count);

    @Message
    String not_confirmed(int count);

    @Message
    String stat_ordinary();

    @Message
    String stat_hours();

    @Message
    String stat_remarkable();

    @Message
    String stat_confirmed();

    @Message
    String for_others(int count);

    @Message
    String nothing_title();

    @Message
    String nothing_text();

    @Message
    String by_unit();

    @Message
    String unit_line(String unit, int people, String hours);

    @Message
    String by_organizer();

    @Message
    String remarkable_title();

    @Message
    String remarkable_hint();

    @Message
    String minutes(int minutes);

    @Message
    String details();

    @Message
    String confirm(int count);

    @Message
    String confirm_and_ticked(int count);

    @Message
    String remark(Remark remark);

    @Message
    String late();

    @Message
    String waiting_title();

    @Message
    String waiting_lead();

    @Message
    String waiting_count(long count);

    @Message
    String todo_activities(long count);

    @Message
    String log_title();

    @Message
    String log_of(String community);

    @Message
    String log_lead();

    @Message
    String log_community();

    @Message
    String log_month();

    @Message
    String log_show();

    @Message
    String log_what();

    @Message
    String log_day();

    @Message
    String log_place();

    @Message
    String log_people();

    @Message
    String log_hours();

    @Message
    String personal_service();

    @Message
    String log_none_title();

    @Message
    String log_none_text();

    @Message
    String log_choose_title();

    @Message
    String log_choose_text();

    @Message
    String log_small();

    @Message
    String log_object();

    @Message
    String handed_up(int count);
}
