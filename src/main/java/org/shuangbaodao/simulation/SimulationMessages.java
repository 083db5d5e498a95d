package org.shuangbaodao.simulation;

import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.member.MemberCategory;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What a dry run says. */
@MessageBundle("simulation")
public interface SimulationMessages {
    @Message
    String title();

    @Message
    String lead();

    @Message
    String back();

    @Message
    String year();

    @Message
    String run();

    @Message
    String looked_at(long entries);

    @Message
    String new_items();

    @Message
    String none_title();

    @Message
    String none_text();

    @Message
    String book(Book book);

    @Message
    String category(MemberCategory category);

    @Message
    String col_class();

    @Message
    String col_people();

    @Message
    String col_before();

    @Message
    String col_after();

    @Message
    String col_difference();

    @Message
    String col_gainers();

    @Message
    String col_losers();

    @Message
    String col_points();

    @Message
    String col_person();

    @Message
    String col_book();

    @Message
    String with_most(long people, String points);

    @Message
    String distribution(String name);

    @Message
    String band_nothing();

    @Message
    String band(String from, String below);

    @Message
    String band_top(String from);

    @Message
    String affected_title();

    @Message
    String affected_note();

    @Message
    String hundred_title();

    @Message
    String hundred_note();

    @Message
    String col_grade();
}
