package org.shuangbaodao.award;

import java.time.LocalDate;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the review pages say. */
@MessageBundle("award")
public interface AwardMessages {

    @Message
    String title();

    @Message
    String lead();

    @Message
    String steps();

    @Message
    String tab_confirm(long count);

    @Message
    String tab_award(long count);

    @Message
    String none_title();

    @Message
    String none_text();

    @Message
    String for_others(int count);

    @Message
    String done(int count);

    @Message
    String refused(int count);

    @Message
    String hours(String hours);

    @Message
    String points(String points);

    @Message
    String waited(int days);

    @Message
    String overdue();

    @Message
    String volunteer();

    @Message
    String working_time();

    @Message
    String overlapping();

    @Message
    String queried();

    @Message
    String entered_by(String name);

    @Message
    String details();

    @Message
    String choose(String member);

    @Message
    String confirm();

    @Message
    String award();

    @Message
    String return_community();

    @Message
    String return_branch();

    @Message
    String reject();

    @Message
    String refuse();

    @Message
    String otherwise();

    @Message
    String reason_choice();

    @Message
    String reason_text();

    @Message
    String reason_none();

    @Message
    String reversed();

    @Message
    String reason(ReviewReason reason);

    @Message
    String todo_confirm(long count);

    @Message
    String todo_award(long count);

    @Message
    String tick_all();

    @Message
    String reversals_title();

    @Message
    String reversals_lead();

    @Message
    String reversals_none();

    @Message
    String reversals_none_text();

    @Message
    String reversal_what(int records, String points);

    @Message
    String reversal_by(String name, String at);

    @Message
    String reversal_waits(String at);

    @Message
    String reversal_confirm();

    @Message
    String reversal_refuse();

    @Message
    String reversal_take_back();

    @Message
    String reversal_refused();

    @Message
    String reversal_proposed();

    @Message
    String todo_reversal(long count);

    @Message
    String to_items();

    @Message
    String to_reversals();

    @Message
    String long_day();

    @Message
    String signed();

    @Message
    String handed_up(long count);

    @Message
    String undo();

    @Message
    String undo_hint();

    @Message
    String told_reversal_confirmed(int records);

    @Message
    String told_reversal_refused(int records);

    @Message
    String late();

    @Message
    String to_ageing();

    @Message
    String to_quarter();

    @Message
    String standing_in(String name, String organization, LocalDate until);

    @Message
    String stood_in(String name, LocalDate from, LocalDate to);

    @Message
    String stood_in_end();

    @Message
    String filter();

    @Message
    String filter_person();

    @Message
    String filter_activity();

    @Message
    String filter_all();

    @Message
    String personal();

    @Message
    String filter_place();

    @Message
    String filter_units();

    @Message
    String filter_branches();

    @Message
    String filter_communities();

    @Message
    String filter_from();

    @Message
    String filter_to();

    @Message
    String filter_marks();

    @Message
    String mark(QueueFilter.Mark mark);

    @Message
    String filter_show();

    @Message
    String filter_clear();

    @Message
    String no_match();

    @Message
    String no_match_text(int waiting);

    @Message
    String matching(long matching, int waiting);

    @Message
    String more_rows();

    @Message
    String fewer_rows();

    @Message
    String held();

    @Message
    String held_count(int count);

    @Message
    String ticked();
}
