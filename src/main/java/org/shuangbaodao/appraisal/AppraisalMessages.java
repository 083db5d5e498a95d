package org.shuangbaodao.appraisal;

import org.shuangbaodao.appraisal.Suggestion.Reason;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What targets, appraisals and commendations say. */
@MessageBundle("appraisal")
public interface AppraisalMessages {

    @Message
    String title();

    @Message
    String lead();

    @Message
    String year_of(int year);

    @Message
    String year_label();

    @Message
    String show();

    @Message
    String to_targets();

    @Message
    String to_commendations();

    @Message
    String progress();

    @Message
    String progress_text();

    @Message
    String col_points();

    @Message
    String col_volunteer();

    @Message
    String col_duty();

    @Message
    String star_label();

    @Message
    String star_text();

    @Message
    String noticed_hours(String hours);

    @Message
    String to_next(long missing, int hours);

    @Message
    String suggested();

    @Message
    String no_suggestion();

    @Message
    String suggestion_title();

    @Message
    String suggestion_text();

    @Message
    String parts(String base, String service, String bonus, String deducted, String sum);

    @Message
    String record_decision();

    @Message
    String decided_as(String day);

    @Message
    String grade_label();

    @Message
    String meeting_on();

    @Message
    String reason();

    @Message
    String record();

    @Message
    String recorded();

    @Message
    String none_title();

    @Message
    String none_text();

    @Message
    String no_roster();

    @Message
    String exempt();

    @Message
    String hours_of(String done, String asked);

    @Message
    String times_of(int done, int asked);

    @Message
    String or();

    @Message
    String part_of_year(int days, int of);

    @Message
    String own_title();

    @Message
    String own_lead();

    @Message
    String decisions_title();

    @Message
    String decisions_none();

    @Message
    String targets_title();

    @Message
    String targets_lead();

    @Message
    String organization();

    @Message
    String hours_label();

    @Message
    String hours_hint();

    @Message
    String times_label();

    @Message
    String times_hint();

    @Message
    String no_word();

    @Message
    String target_form();

    @Message
    String target_save();

    @Message
    String target_set();

    @Message
    String exemption_form();

    @Message
    String exemption_text();

    @Message
    String member_number();

    @Message
    String first_day();

    @Message
    String last_day();

    @Message
    String document();

    @Message
    String document_hint();

    @Message
    String exemption_save();

    @Message
    String exemption_recorded();

    @Message
    String commendations_title();

    @Message
    String commendations_lead();

    @Message
    String commendations_keep();

    @Message
    String commendations_keep_lead();

    @Message
    String commendations_none();

    @Message
    String commendations_none_text();

    @Message
    String subject();

    @Message
    String subject_hint();

    @Message
    String commendation();

    @Message
    String granted_by();

    @Message
    String granted_on();

    @Message
    String document_number();

    @Message
    String commendation_content();

    @Message
    String commendation_level_label();

    @Message
    String commendation_level(CommendationLevel level);

    @Message
    String commendation_save();

    @Message
    String commendation_recorded();

    @Message
    String commendation_withdraw();

    @Message
    String commendation_withdrawn();

    @Message
    String grade(MemberGrade grade);

    @Message
    String star(StarLevel star);

    @Message
    String why(Reason reason);

    @Message
    String step(String step);
}
