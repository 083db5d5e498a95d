package org.shuangbaodao.opendata;

import org.shuangbaodao.ranking.BoardKind;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the open data. */
@MessageBundle("opendata")
public interface OpenDataMessages {

    @Message
    String title();

    @Message
    String lead();

    @Message
    String files_title();

    @Message
    String files_text();

    @Message
    String col_file();

    @Message
    String col_formats();

    @Message
    String periods_title();

    @Message
    String periods_text(String quarter, String year);

    @Message
    String board(BoardKind kind);

    @Message
    String columns_title();

    @Message
    String columns_text();

    @Message
    String col_column();

    @Message
    String col_meaning();

    @Message
    String column(Column column);

    @Message
    String dictionary();

    @Message
    String rules_title();

    @Message
    String small();

    @Message
    String small_text();

    @Message
    String rounding();

    @Message
    String rounding_text();

    @Message
    String state();

    @Message
    String state_text();

    @Message
    String update();

    @Message
    String update_text();

    @Message
    String frozen();

    @Message
    String frozen_text();

    @Message
    String persons();

    @Message
    String persons_text();

    @Message
    String licence_title();

    @Message
    String licence_text();

    @Message
    String licence_others();

    @Message
    String cite_title();

    @Message
    String cite_text();

    @Message
    String cite_example(String period, String licence);

    @Message
    String verify_title();

    @Message
    String verify_text();

    @Message
    String verify_link();

    @Message
    String api_text();

    @Message
    String to_rankings();
}
