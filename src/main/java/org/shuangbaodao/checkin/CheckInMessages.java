package org.shuangbaodao.checkin;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the check-in pages. */
@MessageBundle("checkin")
public interface CheckInMessages {

    @Message
    String list_title();

    @Message
    String list_lead();

    @Message
    String register();

    @Message
    String to_review();

    @Message
    String to_review_count(int count);

    @Message
    String to_unit();

    @Message
    String none_title();

    @Message
    String none_text();

    @Message
    String past(int count);

    @Message
    String place(String area, String street);

    @Message
    String state(CheckInState state);

    @Message
    String lapsed();

    @Message
    String asks_you(String community);

    @Message
    String asks_you_text(String unit, String person);

    @Message
    String agree();

    @Message
    String disagree();

    @Message
    String waiting_text(int days);

    @Message
    String receipt();

    @Message
    String renew(String period);

    @Message
    String move();

    @Message
    String end();

    @Message
    String end_text();

    @Message
    String end_confirm();

    @Message
    String last_day();

    @Message
    String take_back();

    @Message
    String take_back_text();

    @Message
    String period();

    @Message
    String community();

    @Message
    String grid();

    @Message
    String grid_hint();

    @Message
    String grid_unknown();

    @Message
    String branch();

    @Message
    String unit();

    @Message
    String intention();

    @Message
    String intention_hint();

    @Message
    String skills();

    @Message
    String skills_hint();

    @Message
    String availability();

    @Message
    String availability_hint();

    @Message
    String requested_on();

    @Message
    String registered_by();

    @Message
    String registered_by_unit(String unit, String person);

    @Message
    String moves_from();

    @Message
    String valid();

    @Message
    String until();

    @Message
    String receipt_number();

    @Message
    String reason();

    @Message
    String refusal(RefusalReason reason);

    @Message
    String register_title();

    @Message
    String register_lead();

    @Message
    String fill_lead();

    @Message
    String move_title();

    @Message
    String move_lead(String community);

    @Message
    String choose_another();

    @Message
    String what_happens();

    @Message
    String submit();

    @Message
    String move_submit();

    @Message
    String search_label();

    @Message
    String search_hint();

    @Message
    String search();

    @Message
    String residence_title();

    @Message
    String choose();

    @Message
    String found(int count);

    @Message
    String found_more(int count);

    @Message
    String not_found_title();

    @Message
    String not_found_text();

    @Message
    String review_title();

    @Message
    String review_lead();

    @Message
    String tab_waiting();

    @Message
    String tab_accepted();

    @Message
    String accepted_title();

    @Message
    String accepted_lead(long count);

    @Message
    String none_accepted();

    @Message
    String none_accepted_text();

    @Message
    String batch_failed(int done, int failed);

    @Message
    String batch_done(int count);

    @Message
    String kind_unit();

    @Message
    String kind_member();

    @Message
    String waited(int days);

    @Message
    String decline();

    @Message
    String choose_reason();

    @Message
    String reason_text();

    @Message
    String reason_text_hint();

    @Message
    String decline_submit();

    @Message
    String more_waiting(int count);

    @Message
    String accept_chosen();

    @Message
    String accept_all(int count);

    @Message
    String nothing_waiting();

    @Message
    String nothing_waiting_text();

    @Message
    String receipt_title();

    @Message
    String receipt_number_line(String number);

    @Message
    String receipt_not_in_force(String from, String to);

    @Message
    String receipt_text(String requested, String decided);

    @Message
    String receipt_unit_text(String requested, String decided);

    @Message
    String receipt_signature(String community);

    @Message
    String receipt_note();

    @Message
    String unit_title();

    @Message
    String unit_lead();

    @Message
    String unit_register();

    @Message
    String unit_own();

    @Message
    String unit_none();

    @Message
    String unit_end_text();

    @Message
    String unit_people();

    @Message
    String unit_self();

    @Message
    String unit_choose_people();

    @Message
    String unit_choose_hint();

    @Message
    String unit_what_happens();

    @Message
    String unit_submit();

    @Message
    String unit_failed(int count);

    @Message
    String no_unit_title();

    @Message
    String no_unit_text();

    @Message
    String no_people();

    @Message
    String not_registered();

    @Message
    String not_shared();

    @Message
    String show();

    @Message
    String who();

    @Message
    String flash_registered();

    @Message
    String flash_agreed();

    @Message
    String flash_refused();

    @Message
    String flash_withdrawn();

    @Message
    String flash_accepted();

    @Message
    String flash_declined();

    @Message
    String flash_unit_registered();

    @Message
    String told_asked(String community);

    @Message
    String told_accepted(String community);

    @Message
    String told_declined(String community);

    @Message
    String told_disagreed(String community);

    @Message
    String told_to_receive();
}
