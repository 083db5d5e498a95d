package org.shuangbaodao.resolution;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages about resolutions say. */
@MessageBundle("resolution")
public interface ResolutionMessages {
    @Message
    String title();

    @Message
    String lead();

    @Message
    String to_items();

    @Message
    String to_rules();

    @Message
    String waiting_title();

    @Message
    String kind(Resolution.Kind kind);

    @Message
    String kind_adopt();

    @Message
    String kind_revoke();

    @Message
    String state(Resolution.State state);

    @Message
    String facts(java.time.LocalDate day, int eligible, int present, int favour);

    @Message
    String from_year(int year);

    @Message
    String sign();

    @Message
    String decline();

    @Message
    String counts_hundred();

    @Message
    String counts_service();

    @Message
    String propose_title();

    @Message
    String branch();

    @Message
    String about();

    @Message
    String resolved_on();

    @Message
    String eligible();

    @Message
    String present();

    @Message
    String present_hint();

    @Message
    String in_favour();

    @Message
    String in_favour_hint();

    @Message
    String document();

    @Message
    String year();

    @Message
    String year_hint();

    @Message
    String propose();

    @Message
    String proposed();

    @Message
    String signed();

    @Message
    String declined();

    @Message
    String list_title();

    @Message
    String vote();

    @Message
    String state_label();

    @Message
    String none_title();

    @Message
    String none_text();

    @Message
    String todo_sign(long count);
}
