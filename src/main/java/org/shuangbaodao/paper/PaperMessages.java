package org.shuangbaodao.paper;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages about sheets, and the sheets themselves, say. */
@MessageBundle("paper")
public interface PaperMessages {

    @Message
    String list_title();

    @Message
    String list_lead();

    @Message
    String order_title();

    @Message
    String order_lead();

    @Message
    String community();

    @Message
    String community_code();

    @Message
    String slot();

    @Message
    String with_names();

    @Message
    String with_names_hint();

    @Message
    String from_day();

    @Message
    String to_day();

    @Message
    String to_day_hint();

    @Message
    String place();

    @Message
    String row_count();

    @Message
    String make();

    @Message
    String made();

    @Message
    String received();

    @Message
    String voided();

    @Message
    String applied();

    @Message
    String applied_one();

    @Message
    String none_title();

    @Message
    String none_text();

    @Message
    String col_code();

    @Message
    String col_what();

    @Message
    String col_days();

    @Message
    String col_printed_by();

    @Message
    String col_state();

    @Message
    String col_row();

    @Message
    String col_name();

    @Message
    String col_number();

    @Message
    String col_day();

    @Message
    String col_from();

    @Message
    String col_to();

    @Message
    String col_content();

    @Message
    String col_signed();

    @Message
    String personal();

    @Message
    String records(int count);

    @Message
    String records_note();

    @Message
    String sheet();

    @Message
    String organizer();

    @Message
    String printed();

    @Message
    String received_on();

    @Message
    String noted_at(String at);

    @Message
    String typed_at();

    @Message
    String void_title();

    @Message
    String void_reason();

    @Message
    String void_hint();

    @Message
    String type_it();

    @Message
    String pdf();

    @Message
    String xlsx();

    @Message
    String receive();

    @Message
    String receive_hint();

    @Message
    String type_lead();

    @Message
    String ready(int count);

    @Message
    String partly_sound(int count);

    @Message
    String row_sound();

    @Message
    String signed();

    @Message
    String typing_hint();

    @Message
    String typing_hint_personal();

    @Message
    String late_hint();

    @Message
    String check();

    @Message
    String more();

    @Message
    String apply(int count);

    @Message
    String upload_title();

    @Message
    String upload_text();

    @Message
    String file();

    @Message
    String paper_title();

    @Message
    String privacy();

    @Message
    String disagree();

    @Message
    String consent(String code);

    @Message
    String todo_received(long count);

    @Message
    String state(SheetState state);

    @Message
    String state_note(SheetState state);
}
