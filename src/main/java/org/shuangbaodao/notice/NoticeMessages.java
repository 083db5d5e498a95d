package org.shuangbaodao.notice;

import org.shuangbaodao.ledger.BranchPeriod;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What notices, objections and answers say to readers. */
@MessageBundle("notice")
public interface NoticeMessages {

    @Message
    String title();

    @Message
    String lead();

    @Message
    String filter();

    @Message
    String show();

    @Message
    String manage();

    @Message
    String none_title();

    @Message
    String none_text();

    @Message
    String state(NoticeState state);

    @Message
    String days(String first, String last);

    @Message
    String provisional_days();

    @Message
    String provisional_note();

    @Message
    String overdue(int count);

    @Message
    String answer_overdue();

    @Message
    String heading(String branch);

    @Message
    String purpose();

    @Message
    String how_title();

    @Message
    String how_text(String last);

    @Message
    String object();

    @Message
    String sums_title();

    @Message
    String points();

    @Message
    String points_unit();

    @Message
    String volunteered();

    @Message
    String duty();

    @Message
    String hundred();

    @Message
    String hours_unit();

    @Message
    String sums_hidden();

    @Message
    String late_line(int count);

    @Message
    String late();

    @Message
    String names_title();

    @Message
    String names_none();

    @Message
    String names_note();

    @Message
    String amounts_hidden();

    @Message
    String col_name();

    @Message
    String col_entries();

    @Message
    String more_title();

    @Message
    String objections_title();

    @Message
    String objections_line(int all, int open, int upheld);

    @Message
    String answer_title();

    @Message
    String answer_text();

    @Message
    String closed_title();

    @Message
    String closed_text(String day);

    @Message
    String chain_title();

    @Message
    String chain_text(long sequence);

    @Message
    String to_members();

    @Message
    String to_rules();

    @Message
    String to_answers();

    @Message
    String to_digest();

    @Message
    String to_notice();

    @Message
    String to_cases();

    @Message
    String to_review();

    @Message
    String full_title();

    @Message
    String full_lead();

    @Message
    String full_none_title();

    @Message
    String full_none_text();

    @Message
    String entries(int count);

    @Message
    String contested();

    @Message
    String object_to_this();

    @Message
    String manage_title();

    @Message
    String manage_lead();

    @Message
    String manage_none_title();

    @Message
    String manage_none_text();

    @Message
    String next_quarter();

    @Message
    String days_label();

    @Message
    String preview();

    @Message
    String not_before(String day);

    @Message
    String nothing_booked();

    @Message
    String close();

    @Message
    String close_open(int count);

    @Message
    String started();

    @Message
    String closed_now();

    @Message
    String below_title();

    @Message
    String col_branch();

    @Message
    String col_state();

    @Message
    String col_open();

    @Message
    String col_overdue();

    @Message
    String col_upheld();

    @Message
    String col_dismissed();

    @Message
    String period_state(BranchPeriod.State state);

    @Message
    String preview_title();

    @Message
    String preview_lead();

    @Message
    String fact_days();

    @Message
    String fact_holders();

    @Message
    String undecided_line(long count);

    @Message
    String start();

    @Message
    String not_yet();

    @Message
    String todo_hearing(long count);

    @Message
    String todo_answer(long count);

    @Message
    String todo_start(long count);

    @Message
    String todo_close(long count);
}
