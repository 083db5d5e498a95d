package org.shuangbaodao.notice;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What objections, answers and appeals say. */
@MessageBundle("objection")
public interface ObjectionMessages {

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
}
