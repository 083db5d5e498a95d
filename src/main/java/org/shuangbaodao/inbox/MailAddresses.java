package org.shuangbaodao.inbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.member.PersonalFields;

/**
 * Members' mail addresses. One counts from the moment its owner has typed in the code that was sent there, so that nobody's
 * news go to somebody else by a slip of the pen.
 */
@ApplicationScoped
class MailAddresses {

    static final Duration CODE_VALID = Duration.ofMinutes(30);
    static final int CODE_FAILURES = 5;
    static final int CODES_A_DAY = 5;
    private static final Duration BETWEEN_CODES = Duration.ofMinutes(1);
    private static final int LONGEST = 200;
    // Nothing that could end a header or name a second recipient.
    private static final Pattern ADDRESS = Pattern
            .compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.)+[A-Za-z]{2,63}");

    private final PostOffice post;
    private final Outbox outbox;
    private final Members members;
    private final PersonalFields fields;
    private final AuditTrail audit;
    private final BusinessTime time;

    MailAddresses(PostOffice post, Outbox outbox, Members members, PersonalFields fields, AuditTrail audit, BusinessTime time) {
        this.post = post;
        this.outbox = outbox;
        this.members = members;
        this.fields = fields;
        this.audit = audit;
        this.time = time;
    }

    /**
     * An address as its owner sees it.
     *
     * @param masked {@code l***@example.org}
     * @param waiting whether a code can be typed in
     */
    record Own(String masked, boolean confirmed, boolean waiting) {
    }

    /** Where a parcel goes, and the code when it is one that carries a code. */
    record Target(String address, Locale language, Optional<String> code) {
    }

    @Transactional
    Optional<Own> of(long memberId) {
        return MailAddress.<MailAddress> findByIdOptional(memberId)
                .map(own -> new Own(masked(fields.decrypt(own.addressCipher)), own.isConfirmed(), isOpen(own)));
    }

    /** Takes a new address in place of the old one, and sends a code there. */
    @Transactional
    @Retried
    void enter(long memberId, String typed, Locale language) {
        if (!post.isOpen()) {
            throw new Problem(InboxProblem.NO_MAIL);
        }
        String address = Names.tidy(typed);
        if (address.length() > LONGEST || !ADDRESS.matcher(address).matches()) {
            throw new Problem(CommonProblem.INVALID).with("errors",
                    List.of(new FieldProblem("address", address.isEmpty() ? "required" : "malformed")));
        }
        members.lock(memberId);
        MailAddress own = MailAddress.<MailAddress> findByIdOptional(memberId).orElseGet(() -> new MailAddress(memberId));
        if (own.codeIssuedAt != null && own.codeIssuedAt.plus(BETWEEN_CODES).isAfter(time.now())) {
            throw new Problem(InboxProblem.CODE_TOO_SOON);
        }
        if (Parcel.count("channel = ?1 and recipientId = ?2 and message = ?3 and createdAt > ?4", Channel.MAIL, memberId,
                InboxTiding.MAIL_CODE.message(), time.now().minus(Duration.ofDays(1))) >= CODES_A_DAY) {
            throw new Problem(InboxProblem.TOO_MANY_CODES, CODES_A_DAY);
        }
        own.addressCipher = fields.encrypt(address);
        own.language = language.toLanguageTag();
        own.codeIssuedAt = time.now();
        own.codeFailures = 0;
        own.confirmedAt = null;
        own.persist();
        outbox.add(Channel.MAIL,
                List.of(new Letter(memberId, Word.of(InboxTiding.MAIL_CODE, "/me/inbox/channels", codeKey(own)))));
        audit.done(memberId, Audited.of("mail-address-enter", "mail_address", memberId));
    }

    /**
     * @return false for a wrong code; the attempt is counted
     * @throws Problem {@code inbox/code-over}
     */
    @Transactional
    @Retried
    boolean confirm(long memberId, String code) {
        members.lock(memberId);
        MailAddress own = MailAddress.<MailAddress> findByIdOptional(memberId).filter(this::isOpen)
                .orElseThrow(() -> new Problem(InboxProblem.CODE_OVER));
        boolean right = MessageDigest.isEqual(code(own).getBytes(StandardCharsets.US_ASCII),
                Names.tidy(code).getBytes(StandardCharsets.UTF_8));
        if (right) {
            own.confirmedAt = time.now();
            own.codeIssuedAt = null;
        } else {
            own.codeFailures++;
        }
        audit.done(memberId, Audited.of("mail-address-confirm", "mail_address", memberId).detail("right=" + right));
        return right;
    }

    @Transactional
    @Retried
    void remove(long memberId) {
        if (MailAddress.deleteById(memberId)) {
            audit.done(memberId, Audited.of("mail-address-remove", "mail_address", memberId));
        }
    }

    /** Empty when nobody wants it any more. */
    @Transactional
    Optional<Target> target(Parcel parcel) {
        boolean withCode = parcel.message.equals(InboxTiding.MAIL_CODE.message());
        return MailAddress.<MailAddress> findByIdOptional(parcel.recipientId)
                .filter(own -> withCode ? isOpen(own) && codeKey(own).equals(parcel.onceKey) : own.isConfirmed())
                .map(own -> new Target(fields.decrypt(own.addressCipher), Locale.forLanguageTag(own.language),
                        withCode ? Optional.of(code(own)) : Optional.empty()));
    }

    private boolean isOpen(MailAddress own) {
        return !own.isConfirmed() && own.codeIssuedAt != null && own.codeFailures < CODE_FAILURES
                && own.codeIssuedAt.plus(CODE_VALID).isAfter(time.now());
    }

    private static String codeKey(MailAddress own) {
        return "code/" + own.codeIssuedAt;
    }

    // Six digits that follow from a key outside the database: a code that is stored nowhere cannot be read anywhere.
    private String code(MailAddress own) {
        String keyed = fields.blindIndex("mail-code/" + Ids.text(own.memberId) + "/" + own.codeIssuedAt);
        return "%06d".formatted(Long.parseLong(keyed.substring(0, 12), 16) % 1_000_000);
    }

    static String masked(String address) {
        int at = address.indexOf('@');
        return address.substring(0, 1) + "***" + address.substring(at);
    }
}
