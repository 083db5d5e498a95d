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
    String file_title();

    @Message
    String file_lead();

    @Message
    String file_deed();

    @Message
    String file_text();

    @Message
    String file_text_hint();

    @Message
    String file_about();

    @Message
    String file_about_hint();

    @Message
    String file_decider();

    @Message
    String file_decider_hint();

    @Message
    String file_who();

    @Message
    String file_who_hint();

    @Message
    String file_name();

    @Message
    String file_contact();

    @Message
    String file_send();

    @Message
    String file_over(String last);

    @Message
    String receipt_title();

    @Message
    String receipt_lead();

    @Message
    String receipt_code();

    @Message
    String receipt_once();

    @Message
    String objections_page();

    @Message
    String objections_lead();

    @Message
    String hearings_title();

    @Message
    String waiting_title();

    @Message
    String concerning_title();

    @Message
    String lookup_title();

    @Message
    String lookup_code();

    @Message
    String lookup_hint();

    @Message
    String lookup();

    @Message
    String appeal();

    @Message
    String filed_line(String at, String due);

    @Message
    String outcome(Outcome outcome);

    @Message
    String fact_notice();

    @Message
    String fact_filed();

    @Message
    String fact_responsible();

    @Message
    String fact_due();

    @Message
    String fact_answered();

    @Message
    String fact_answer();

    @Message
    String fact_appeal_by();

    @Message
    String fact_appeal();

    @Message
    String fact_appeal_text();

    @Message
    String fact_decision();

    @Message
    String status_title();

    @Message
    String status_lead();

    @Message
    String appeal_title();

    @Message
    String appeal_hint(String day);

    @Message
    String appeal_text();

    @Message
    String appeal_send();

    @Message
    String appealed();

    @Message
    String case_title();

    @Message
    String about_decider();

    @Message
    String involved_note();

    @Message
    String case_text();

    @Message
    String case_about();

    @Message
    String case_who();

    @Message
    String deeds_title();

    @Message
    String statement_line();

    @Message
    String silent_line();

    @Message
    String hearing_line(String day);

    @Message
    String remedy(Remedy remedy);

    @Message
    String state_title();

    @Message
    String state_hint();

    @Message
    String state_text();

    @Message
    String state_send();

    @Message
    String stated();

    @Message
    String name_title();

    @Message
    String name_hint();

    @Message
    String name_send();

    @Message
    String named();

    @Message
    String answer_form();

    @Message
    String decision_form();

    @Message
    String outcome_label();

    @Message
    String outcome_dismissed();

    @Message
    String outcome_upheld();

    @Message
    String choose_keep();

    @Message
    String choose_points();

    @Message
    String choose_all();

    @Message
    String subject_appeal();

    @Message
    String reason();

    @Message
    String reason_hint();

    @Message
    String answer_send();

    @Message
    String answered();

    @Message
    String refer_hint();

    @Message
    String refer();

    @Message
    String referred();

    @Message
    String todo_hearing(long count);

    @Message
    String todo_answer(long count);

    @Message
    String todo_start(long count);

    @Message
    String todo_close(long count);
}
