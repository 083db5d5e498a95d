package org.shuangbaodao.display;

import org.shuangbaodao.web.Appearance;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts about how pages look. */
@MessageBundle("display")
public interface DisplayMessages {

    @Message
    String title();

    @Message
    String lead();

    @Message
    String language();

    @Message
    String language_hint();

    @Message
    String theme();

    @Message
    String theme_hint();

    @Message
    String text_size();

    @Message
    String as_device();

    @Message
    String text(Appearance.Text text);

    @Message
    String kept();
}
