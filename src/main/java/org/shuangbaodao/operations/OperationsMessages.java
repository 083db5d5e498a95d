package org.shuangbaodao.operations;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the operator's pages say. */
@MessageBundle("operations")
public interface OperationsMessages {

    @Message
    String calendar_title();

    @Message
    String calendar_lead();

    @Message
    String calendar_announced();

    @Message
    String calendar_provisional();

    @Message
    String calendar_provisional_text();

    @Message
    String calendar_off();

    @Message
    String calendar_working();

    @Message
    String calendar_none();

    @Message
    String calendar_load_title();

    @Message
    String calendar_load_text();

    @Message
    String calendar_year();

    @Message
    String calendar_file();

    @Message
    String calendar_file_hint();

    @Message
    String calendar_load();

    @Message
    String calendar_loaded();
}
