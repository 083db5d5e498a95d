package org.shuangbaodao.oversight;

import java.time.LocalDate;

import org.shuangbaodao.servicerecord.Capacity.Step;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the reports on how the work of deciding goes. */
@MessageBundle("oversight")
public interface OversightMessages {

    @Message
    String ageing_title();

    @Message
    String ageing_lead();

    @Message
    String within(String code);

    @Message
    String show_all();

    @Message
    String download();

    @Message
    String waiting();

    @Message
    String fresh();

    @Message
    String ageing();

    @Message
    String escalated();

    @Message
    String days_note();

    @Message
    String place();

    @Message
    String office_label();

    @Message
    String vacant();

    @Message
    String oldest();

    @Message
    String median();

    @Message
    String median_days(String days);

    @Message
    String median_note(String quarter);

    @Message
    String none_waits();

    @Message
    String none_waits_text();

    @Message
    String step(Step step);

    @Message
    String quarter_title();

    @Message
    String quarter_lead();

    @Message
    String quarters();

    @Message
    String all_places();

    @Message
    String standing(QuarterOverview.Standing standing);

    @Message
    String records_label();

    @Message
    String state_label();

    @Message
    String declared_on(LocalDate day, String name);

    @Message
    String declare();

    @Message
    String revoke();

    @Message
    String declared();

    @Message
    String revoked();

    @Message
    String quarter_none();

    @Message
    String quarter_none_text();

    @Message
    String actions();

    @Message
    String todo_silent(long count);

    @Message
    String told_to_confirm(int count);

    @Message
    String told_to_award(int count);

    @Message
    String csv_header();
}
