package org.shuangbaodao.ledger;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the ledger says to readers. */
@MessageBundle("ledger")
public interface LedgerMessages {

    @Message
    String title();

    @Message
    String lead();

    @Message
    String book(Book book);

    @Message
    String kind(EntryKind kind);

    @Message
    String state(BranchPeriod.State state);

    @Message
    String points_name();

    @Message
    String volunteer_name();

    @Message
    String duty_name();

    @Message
    String provisional();

    @Message
    String period_label();

    @Message
    String period_show();

    @Message
    String period_all();

    @Message
    String hours_unit();

    @Message
    String points_unit();

    @Message
    String col_served();

    @Message
    String col_book();

    @Message
    String col_amount();

    @Message
    String col_explanation();

    @Message
    String none_title();

    @Message
    String none_text();

    @Message
    String report();

    @Message
    String see_record();

    @Message
    String links();

    @Message
    String digest();

    @Message
    String booked_late(String period);

    @Message
    String explain_minutes(String from, String to, long minutes, long dayMinutes);

    @Message
    String explain_award(String item, int version, long minutes, long units, long unitMinutes, String unitPoints,
            String points);

    @Message
    String explain_share(long dayMinutes, String dayPoints);

    @Message
    String explain_working_time(String item, int version);

    @Message
    String explain_daily_cap(String item, int version, String cap, String deeds);

    @Message
    String explain_cycle_cap(String item, int version, String cap, String deeds, String before);

    @Message
    String explain_year_cap(String item, int version, String cap, String deeds, String before);

    @Message
    String explain_highest(String item, int version, String highest, String deeds);

    @Message
    String explain_floor(String item, int version, String deeds, String before);

    @Message
    String explain_posted_before(String posted);

    @Message
    String explain_cap_lifted(String item, int version, String posted);

    @Message
    String explain_reversal(String entry);

    @Message
    String explain_item(String item, int version, long times, String unitPoints, String points);

    @Message
    String explain_item_limit(String most);

    @Message
    String explain_coefficient(long percent);

    @Message
    String explain_deduction(String item, int version, long times, String unitPoints, String points);

    @Message
    String to_items();

    @Message
    String to_rules();
}
