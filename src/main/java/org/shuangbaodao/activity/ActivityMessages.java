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
}
