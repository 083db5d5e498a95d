package org.shuangbaodao.inbox;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages about messages say, and what stands around a message outside of them. */
@MessageBundle("inbox")
public interface InboxMessages {
    @Message
    String title();

    @Message
    String lead(long days);

    @Message
    String none_title();

    @Message
    String none_text();

    @Message
    String report();

    @Message
    String unread_count(long count);

    @Message
    String unread();

    @Message
    String open_it();

    @Message
    String mark_read();

    @Message
    String read_all();

    @Message
    String all_read();

    @Message
    String when_told();

    @Message
    String what();

    @Message
    String actions();

    @Message
    String to_channels();

    @Message
    String unspeakable();

    @Message
    String todo_unread(long count);

    @Message
    String todo_given_up(long count);

    @Message
    String channels_title();

    @Message
    String channels_lead();

    @Message
    String mail_title();

    @Message
    String mail_off();

    @Message
    String mail_confirmed(String address);

    @Message
    String mail_waiting(String address);

    @Message
    String mail_unconfirmed(String address);

    @Message
    String address();

    @Message
    String address_hint();

    @Message
    String send_code();

    @Message
    String code();

    @Message
    String code_hint(long minutes);

    @Message
    String confirm();

    @Message
    String remove();

    @Message
    String code_sent();

    @Message
    String address_confirmed();

    @Message
    String address_removed();

    @Message
    String mail_subject();

    @Message
    String mail_code_subject();

    @Message
    String mail_code(String code, long minutes);

    @Message
    String mail_code_note();

    @Message
    String mail_see(String link);

    @Message
    String mail_no_more(String link);

    @Message
    String robots_title();

    @Message
    String robots_lead();

    @Message
    String robots_none_title();

    @Message
    String robots_none_text();

    @Message
    String robot_missing();

    @Message
    String robot_at(String host);

    @Message
    String robot_address();

    @Message
    String robot_address_hint();

    @Message
    String robot_secret();

    @Message
    String robot_secret_hint();

    @Message
    String robot_secret_kept();

    @Message
    String robot_save();

    @Message
    String robot_try();

    @Message
    String robot_remove();

    @Message
    String robot_set();

    @Message
    String robot_tested();

    @Message
    String robot_removed();

    @Message
    String robot_test();

    @Message
    String robot_text(String text);

    @Message
    String outbox_title();

    @Message
    String outbox_lead(long attempts);

    @Message
    String outbox_mail_off();

    @Message
    String outbox_counts();

    @Message
    String outbox_channel();

    @Message
    String outbox_waiting();

    @Message
    String outbox_sent();

    @Message
    String outbox_given_up();

    @Message
    String outbox_troubled();

    @Message
    String outbox_kind();

    @Message
    String outbox_created();

    @Message
    String outbox_attempts();

    @Message
    String outbox_failure();

    @Message
    String outbox_next();

    @Message
    String outbox_resend();

    @Message
    String outbox_resend_all(long count);

    @Message
    String outbox_none_title();

    @Message
    String outbox_none_text();

    @Message
    String resent();

    @Message
    String channel(Channel channel);

    @Message
    String failure(Failure failure);
}
