package org.shuangbaodao.inbox;

import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.Ids;

import io.quarkus.mailer.Mail;

/** The sentence as it stands in the inbox, a link, and how to have no more mails. */
@ApplicationScoped
class MailCarrier implements Carrier {

    private final PostOffice post;
    private final MailAddresses addresses;
    private final Sentences sentences;
    private final PublicAddress here;

    MailCarrier(PostOffice post, MailAddresses addresses, Sentences sentences, PublicAddress here) {
        this.post = post;
        this.addresses = addresses;
        this.sentences = sentences;
        this.here = here;
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public void carry(Parcel parcel) throws Undelivered {
        if (!post.isOpen()) {
            throw new Undelivered(Failure.AWAY);
        }
        MailAddresses.Target target = addresses.target(parcel).orElseThrow(() -> new Undelivered(Failure.UNWANTED));
        Locale language = target.language();
        String text = target.code().map(code -> code(code, language)).orElseGet(() -> body(parcel, language));
        Mail mail = Mail.withText(target.address(), subject(target, language), text);
        // The same at each attempt: whoever gets the mail twice sees it once.
        mail.addHeader("Message-ID", "<" + Ids.text(parcel.id) + "@" + here.domain() + ">");
        // RFC 3834: no holiday notes in answer.
        mail.addHeader("Auto-Submitted", "auto-generated");
        post.send(mail);
    }

    private String subject(MailAddresses.Target target, Locale language) {
        return sentences.say(target.code().isPresent() ? "inbox:mail_code_subject" : "inbox:mail_subject", List.of(), language);
    }

    private String code(String code, Locale language) {
        return String.join("\n\n",
                sentences.say("inbox:mail_code", List.of(code, MailAddresses.CODE_VALID.toMinutes()), language),
                sentences.say("inbox:mail_code_note", List.of(), language));
    }

    private String body(Parcel parcel, Locale language) {
        return String.join("\n\n", sentences.stored(parcel.message, parcel.arguments, language),
                sentences.say("inbox:mail_see", List.of(here.of(parcel.path)), language),
                sentences.say("inbox:mail_no_more", List.of(here.of("/me/inbox/channels")), language));
    }
}
