package org.shuangbaodao.servicerecord;

import java.time.LocalDate;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages about service records say. */
@MessageBundle("servicerecord")
public interface ServicerecordMessages {

    @Message
    String title();

    @Message
    String lead();

    @Message
    String report();

    @Message
    String report_lead();

    @Message
    String reported();

    @Message
    String corrected();

    @Message
    String withdrawn();

    @Message
    String repudiated();

    @Message
    String day();

    @Message
    String from();

    @Message
    String to();

    @Message
    String to_hint();

    @Message
    String summary();

    @Message
    String summary_hint();

    @Message
    String community();

    @Message
    String community_choose();

    @Message
    String community_search();

    @Message
    String search();

    @Message
    String search_none();

    @Message
    String more();

    @Message
    String place();

    @Message
    String volunteer();

    @Message
    String volunteer_hint();

    @Message
    String working();

    @Message
    String working_hint();

    @Message
    String outside();

    @Message
    String issuer();

    @Message
    String proof();

    @Message
    String behalf();

    @Message
    String behalf_hint();

    @Message
    String member();

    @Message
    String consent();

    @Message
    String submit();

    @Message
    String resubmit();

    @Message
    String correction_title();

    @Message
    String none_title();

    @Message
    String none_text();

    @Message
    String entered_title();

    @Message
    String col_day();

    @Message
    String col_time();

    @Message
    String col_what();

    @Message
    String col_where();

    @Message
    String col_state();

    @Message
    String col_member();

    @Message
    String hours(String hours);

    @Message
    String minutes(int minutes);

    @Message
    String by_somebody();

    @Message
    String held();

    @Message
    String record_title();

    @Message
    String fact_time();

    @Message
    String fact_length();

    @Message
    String fact_community();

    @Message
    String fact_proof();

    @Message
    String fact_branch();

    @Message
    String fact_eligibility();

    @Message
    String fact_entered();

    @Message
    String fact_member();

    @Message
    String fact_submitted();

    @Message
    String fact_place();

    @Message
    String fact_activity();

    @Message
    String personal_service();

    @Message
    String fact_organizer();

    @Message
    String fact_lead();

    @Message
    String activity_report_lead();

    @Message
    String activity_slot();

    @Message
    String own_activities();

    @Message
    String working_time();

    @Message
    String overlap_note();

    @Message
    String held_note();

    @Message
    String reason_note();

    @Message
    String history();

    @Message
    String step_by(String by);

    @Message
    String correct();

    @Message
    String withdraw();

    @Message
    String repudiate();

    @Message
    String repudiate_hint();

    @Message
    String reverse_title();

    @Message
    String reverse_hint();

    @Message
    String reason();

    @Message
    String back();

    @Message
    String state(RecordState state);

    @Message
    String verb(Verb verb);

    @Message
    String capacity(Capacity capacity);

    @Message
    String eligibility(Eligibility eligibility);

    @Message
    String todo_returned(long count);

    @Message
    String post();

    @Message
    String post_none();

    @Message
    String post_professional();

    @Message
    String undo();

    @Message
    String undo_hint();

    @Message
    String undone();

    @Message
    String release_title();

    @Message
    String release_hint();

    @Message
    String released();

    @Message
    String signed_note();

    @Message
    String told_entered(String day, String hours);

    @Message
    String told_corrected(String day, String hours);

    @Message
    String told_withdrawn(String day, String hours);

    @Message
    String told_confirmed(String day, String hours);

    @Message
    String told_awarded(String day, String hours);

    @Message
    String told_returned(String day, String hours);

    @Message
    String told_queried(String day, String hours);

    @Message
    String told_rejected(String day, String hours);

    @Message
    String told_refused(String day, String hours);

    @Message
    String told_reversed(String day, String hours);

    @Message
    String told_points_reversed(String day, String hours);

    @Message
    String told_settled(String day, String hours);

    @Message
    String told_denied(String day, String hours);

    @Message
    String told_points_taken(String day, String hours);

    @Message
    String told_annulled(String day, String hours);

    @Message
    String told_carried_over(String day, String hours);

    @Message
    String told_entry_returned(String day, String hours);

    @Message
    String told_entry_rejected(String day, String hours);

    @Message
    String told_to_confirm();

    @Message
    String told_to_award();

    @Message
    String told_signed(String day, String hours);

    @Message
    String told_undone(String day, String hours);

    @Message
    String told_released(String day, String hours);

    @Message
    String late();

    @Message
    String late_reason();

    @Message
    String late_reason_hint();

    @Message
    String care(Care care);

    @Message
    String fact_paper();

    @Message
    String paper_row(int row);

    @Message
    String paper_received(int row, LocalDate day);
}
