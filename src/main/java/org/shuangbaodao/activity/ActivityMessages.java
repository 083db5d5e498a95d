package org.shuangbaodao.activity;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages about posts say. */
@MessageBundle("activity")
public interface ActivityMessages {
    @Message
    String posts_title();

    @Message
    String posts_lead();

    @Message
    String none_title();

    @Message
    String none_text();

    @Message
    String name();

    @Message
    String professional();

    @Message
    String professional_hint();

    @Message
    String since(java.time.LocalDate day);

    @Message
    String period();

    @Message
    String actions();

    @Message
    String flag();

    @Message
    String end();

    @Message
    String add_title();

    @Message
    String from();

    @Message
    String to();

    @Message
    String add();

    @Message
    String added();

    @Message
    String changed();

    @Message
    String ended();

    @Message
    String published();

    @Message
    String edited();

    @Message
    String called_off();

    @Message
    String publish_title();

    @Message
    String publish_lead();

    @Message
    String edit_title();

    @Message
    String edit_lead();

    @Message
    String cancel_title();

    @Message
    String cancel_lead();

    @Message
    String cancel_button();

    @Message
    String field_organizer();

    @Message
    String field_community();

    @Message
    String field_community_hint();

    @Message
    String community_own();

    @Message
    String community_search();

    @Message
    String search();

    @Message
    String field_name();

    @Message
    String field_name_hint();

    @Message
    String field_content();

    @Message
    String field_content_hint();

    @Message
    String field_place();

    @Message
    String slots();

    @Message
    String slot_number(int number);

    @Message
    String more_slots();

    @Message
    String field_day();

    @Message
    String field_day_hint();

    @Message
    String field_from();

    @Message
    String field_to();

    @Message
    String field_capacity();

    @Message
    String field_capacity_hint();

    @Message
    String field_risk();

    @Message
    String field_risk_hint();

    @Message
    String field_service();

    @Message
    String field_service_hint();

    @Message
    String field_voluntary();

    @Message
    String field_voluntary_hint();

    @Message
    String more();

    @Message
    String field_lead();

    @Message
    String field_lead_hint();

    @Message
    String field_late();

    @Message
    String field_late_hint();

    @Message
    String field_conditions();

    @Message
    String field_skills();

    @Message
    String field_working();

    @Message
    String field_working_hint();

    @Message
    String field_post();

    @Message
    String post_none();

    @Message
    String series();

    @Message
    String field_repeat();

    @Message
    String repeat(Repeat repeat);

    @Message
    String field_times();

    @Message
    String field_times_hint();

    @Message
    String publish();

    @Message
    String save();

    @Message
    String later_too(int later);

    @Message
    String later_hint();

    @Message
    String field_reason();

    @Message
    String organizer_lead();

    @Message
    String organizer_search();

    @Message
    String organizer_none();
}
