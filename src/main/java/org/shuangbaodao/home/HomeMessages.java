package org.shuangbaodao.home;

import org.shuangbaodao.ranking.OwnPlace;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the first page and of one's own page. */
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

    @Message
    String desk_title();

    @Message
    String desk(DeskEntry entry);

    @Message
    String desk_group(DeskEntry.Group group);

    @Message
    String me_appraisal();

    @Message
    String me_items();

    @Message
    String me_activities();

    @Message
    String me_inbox();

    @Message
    String me_channels();

    @Message
    String todo_oldest(long days);

    @Message
    String find_activity();

    @Message
    String own_title();

    @Message
    String own_points();

    @Message
    String own_hours();

    @Message
    String own_target();

    @Message
    String own_next();

    @Message
    String own_next_none();

    @Message
    String own_latest();

    @Message
    String own_none_title();

    @Message
    String own_none_text();
}
