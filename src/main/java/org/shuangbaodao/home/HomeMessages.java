package org.shuangbaodao.home;

import org.shuangbaodao.ranking.OwnPlace;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the first page, of the rules and of one's own page. */
@MessageBundle("home")
public interface HomeMessages {

    @Message
    String hero_title();

    @Message
    String hero_what();

    @Message
    String hero_how();

    @Message
    String hero_trust();

    @Message
    String report();

    @Message
    String my_records();

    @Message
    String see_rankings();

    @Message
    String see_rules();

    @Message
    String log_in();

    @Message
    String todo_title();

    @Message
    String todo_none();

    @Message
    String leaders_title();

    @Message
    String leaders_all();

    @Message
    String leaders_none_title();

    @Message
    String leaders_none_text();

    @Message
    String each_unit();

    @Message
    String total_hours();

    @Message
    String total_members();

    @Message
    String how_title();

    @Message
    String step_checkin();

    @Message
    String step_serve();

    @Message
    String step_confirm();

    @Message
    String step_award();

    @Message
    String step_publish();

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
    String me_title();

    @Message
    String me_branch();

    @Message
    String me_no_branch();

    @Message
    String me_number();

    @Message
    String me_standing();

    @Message
    String me_col_period();

    @Message
    String me_col_points();

    @Message
    String me_col_volunteer();

    @Message
    String me_col_duty();

    @Message
    String me_col_rank();

    @Message
    String me_rank_all(int rank, int count);

    @Message
    String me_rank_near(String name, int count, int rank);

    @Message
    String me_rank_none();

    @Message
    String me_rank_pending();

    @Message
    String me_shown_title();

    @Message
    String me_shown(OwnPlace.Shown shown);

    @Message
    String me_links_title();

    @Message
    String me_ledger();

    @Message
    String me_checkins();

    @Message
    String me_consents();
}
