package org.shuangbaodao.privacy;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said about one's own data. */
@MessageBundle("privacy")
public interface PrivacyMessages {
    @Message
    String title();

    @Message
    String lead();

    @Message
    String to_file();

    @Message
    String copy_title();

    @Message
    String copy_text();

    @Message
    String copy_button();

    @Message
    String erasure_title();

    @Message
    String erasure_text();

    @Message
    String sure();

    @Message
    String ask();

    @Message
    String asked();

    @Message
    String withdraw();

    @Message
    String withdrawn();

    @Message
    String state(ErasureState state);

    @Message
    String obstacle(Obstacle obstacle);

    @Message
    String erasures_title();

    @Message
    String erasures_lead();

    @Message
    String number_again();

    @Message
    String carry_out();

    @Message
    String refuse();

    @Message
    String reason();

    @Message
    String done();

    @Message
    String refused();

    @Message
    String none_title();

    @Message
    String none_text();

    @Message
    String todo_erasures(long count);
}
