package org.shuangbaodao.rulebook;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages say on which a draft of the rules is edited and adopted. */
@MessageBundle("draft")
public interface DraftMessages {

    @Message
    String drafts_title();

    @Message
    String drafts_lead();

    @Message
    String draft_begin();

    @Message
    String drafts_none();

    @Message
    String drafts_none_text();

    @Message
    String draft_untitled();

    @Message
    String draft_from(String from);

    @Message
    String draft_editors(String names, String at);

    @Message
    String draft_title();

    @Message
    String draft_base(int version);

    @Message
    String simulated();

    @Message
    String not_simulated();

    @Message
    String simulated_by(String name, String at);

    @Message
    String edit();

    @Message
    String edit_general();

    @Message
    String edit_targets();

    @Message
    String edit_hundred();

    @Message
    String add_item();

    @Message
    String wrong_title();

    @Message
    String dry_run_title();

    @Message
    String dry_run_text();

    @Message
    String dry_run();

    @Message
    String adopt_title();

    @Message
    String adopt_other();

    @Message
    String adopt_text();

    @Message
    String adopt();

    @Message
    String adopted();

    @Message
    String discard();

    @Message
    String discard_text();

    @Message
    String discarded();

    @Message
    String saved();

    @Message
    String save();

    @Message
    String stands_now();

    @Message
    String general_lead();

    @Message
    String document_title();

    @Message
    String document_number();

    @Message
    String from_hint();

    @Message
    String item_lead();

    @Message
    String field_code();

    @Message
    String field_code_hint();

    @Message
    String name_cn();

    @Message
    String name_tw();

    @Message
    String name_en();

    @Message
    String field_profile();

    @Message
    String field_group();

    @Message
    String field_measure();

    @Message
    String field_points();

    @Message
    String field_points_hint();

    @Message
    String field_unit();

    @Message
    String field_unit_hint();

    @Message
    String field_percent();

    @Message
    String field_percent_hint();

    @Message
    String field_caps();

    @Message
    String caps_hint();

    @Message
    String field_per_event();

    @Message
    String field_per_day();

    @Message
    String field_per_cycle();

    @Message
    String field_per_year();

    @Message
    String field_highest();

    @Message
    String field_highest_hint();

    @Message
    String field_levels();

    @Message
    String field_levels_hint();

    @Message
    String level_code();

    @Message
    String remove_item();

    @Message
    String remove_text();

    @Message
    String hours_hint();

    @Message
    String field_target();

    @Message
    String target_general();

    @Message
    String target_own();

    @Message
    String group_base();

    @Message
    String group_service();

    @Message
    String service_share();

    @Message
    String group_bonus();

    @Message
    String most();
}
