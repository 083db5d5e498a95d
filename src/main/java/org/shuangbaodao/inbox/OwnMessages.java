package org.shuangbaodao.inbox;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.web.CurrentLocale;

import io.quarkus.panache.common.Page;

/** A reader's own messages. Whatever is asked here is asked with his id, so that nobody gets to see another's. */
@ApplicationScoped
class OwnMessages {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Sentences sentences;
    private final CurrentLocale locale;
    private final AuditTrail audit;
    private final BusinessTime time;

    OwnMessages(Sentences sentences, CurrentLocale locale, AuditTrail audit, BusinessTime time) {
        this.sentences = sentences;
        this.locale = locale;
        this.audit = audit;
        this.time = time;
    }

    /**
     * A message as its reader sees it.
     *
     * @param kind {@code bundle:key}, for programs
     * @param readAt null while it is unread
     */
    record Message(String id, String kind, String text, String path, Instant toldAt, Instant readAt) {

        public boolean unread() {
            return readAt == null;
        }

        public String at() {
            return LocalDateTime.ofInstant(toldAt, BusinessTime.ZONE).format(MINUTE);
        }
    }

    /** Unread ones first, then the newest. */
    @Transactional
    PageOf<Message> of(long memberId, int page) {
        var query = Told.<Told> find("memberId = ?1 order by case when readAt is null then 0 else 1 end, toldAt desc, id desc",
                memberId);
        return new PageOf<>(query.page(Page.of(page - 1, PageOf.DEFAULT_SIZE)).list().stream().map(this::message).toList(),
                page, PageOf.DEFAULT_SIZE, Told.count("memberId", memberId));
    }

    @Transactional
    long unread(long memberId) {
        return Told.count("memberId = ?1 and readAt is null", memberId);
    }

    /**
     * Marks one as read; once more does nothing.
     *
     * @throws Problem {@code inbox/unknown}, for another's too
     */
    @Transactional
    @Retried
    Message read(String id, long memberId) {
        long messageId = Ids.parse(id).orElseThrow(() -> new Problem(InboxProblem.UNKNOWN));
        if (Told.update("readAt = ?1 where id = ?2 and memberId = ?3 and readAt is null", time.now(), messageId,
                memberId) > 0) {
            audit.done(memberId, Audited.of("message-read", "inbox_message", messageId));
        }
        return Told.<Told> find("id = ?1 and memberId = ?2", messageId, memberId).firstResultOptional().map(this::message)
                .orElseThrow(() -> new Problem(InboxProblem.UNKNOWN));
    }

    @Transactional
    @Retried
    void readAll(long memberId) {
        int read = Told.update("readAt = ?1 where memberId = ?2 and readAt is null", time.now(), memberId);
        audit.done(memberId, Audited.of("message-read", "inbox_message", "*").detail("rows=" + read));
    }

    private Message message(Told told) {
        return new Message(Ids.text(told.id), told.message, sentences.stored(told.message, told.arguments, locale.get()),
                told.path, told.toldAt, told.readAt);
    }
}
