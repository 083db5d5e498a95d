package org.shuangbaodao.member;

import java.time.LocalDate;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the appointment pages, and the names of the offices. */
@MessageBundle("appointment")
public interface AppointmentMessages {

    @Message
    String title();

    @Message
    String lead();

    @Message
    String propose();

    @Message
    String propose_lead();

    @Message
    String waiting_title();

    @Message
    String waits_for_other();

    @Message
    String sign();

    @Message
    String decline();

    @Message
    String take_back();

    @Message
    String tab_in_force();

    @Message
    String tab_past();

    @Message
    String none_title();

    @Message
    String none_text();

    @Message
    String col_person();

    @Message
    String col_office();

    @Message
    String col_organization();

    @Message
    String col_from();

    @Message
    String col_period();

    @Message
    String col_document();

    @Message
    String col_state();

    @Message
    String col_actions();

    @Message
    String state(AppointmentState state);

    @Message
    String office(Office office);

    @Message
    String member_number();

    @Message
    String member_number_hint();

    @Message
    String organization_code();

    @Message
    String organization_code_hint();

    @Message
    String document_hint();

    @Message
    String submit();

    @Message
    String not_known();

    @Message
    String enrol();

    @Message
    String enrol_lead();

    @Message
    String enrol_submit();

    @Message
    String name();

    @Message
    String birth_date();

    @Message
    String end();

    @Message
    String end_note();

    @Message
    String end_confirm();

    @Message
    String proposed();

    @Message
    String in_force();

    @Message
    String signed();

    @Message
    String declined();

    @Message
    String ended();

    @Message
    String todo_signatures(long count);

    @Message
    String since(LocalDate from);

    @Message
    String term(LocalDate from, LocalDate to);

    @Message
    String accounts_link();

    @Message
    String enrolled();

    @Message
    String stands_in(String name);

    @Message
    String delegate();

    @Message
    String delegate_lead(int days);

    @Message
    String delegate_seat();

    @Message
    String delegate_member_hint();

    @Message
    String delegate_to();

    @Message
    String delegate_to_hint();

    @Message
    String delegate_submit();

    @Message
    String delegate_none();

    @Message
    String delegate_none_text();

    @Message
    String delegated();

    @Message
    String until();

    @Message
    String until_hint();
}
