package org.shuangbaodao.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Problem;

import io.quarkus.panache.common.Page;
import org.hibernate.Session;

/**
 * What is to leave the house, and how far it is. A replica claims a parcel by moving its due time behind the lease, provided
 * nobody else has changed it; it ends it the same way. A replica that dies in between leaves it due again after the lease.
 */
@ApplicationScoped
class Outbox {

    /** Longer than any attempt takes; as long as this a parcel stands still when its sender dies. */
    static final Duration LEASE = Duration.ofMinutes(3);

    private final EntityManager database;
    private final PostOffice post;
    private final Sentences sentences;
    private final AuditTrail audit;
    private final BusinessTime time;

    Outbox(EntityManager database, PostOffice post, Sentences sentences, AuditTrail audit, BusinessTime time) {
        this.database = database;
        this.post = post;
        this.sentences = sentences;
        this.audit = audit;
        this.time = time;
    }

    /** By mail too, for those who want it. */
    void mail(List<Letter> letters) {
        if (!post.isOpen()) {
            return;
        }
        Set<Long> wanting = MailAddress.confirmed(letters.stream().map(Letter::memberId).toList());
        add(Channel.MAIL, letters.stream().filter(letter -> wanting.contains(letter.memberId())).toList());
    }

    void announce(Collection<Long> organizationIds, Word word) {
        add(Channel.ROBOT, Robot.among(organizationIds).stream().map(id -> new Letter(id, word)).toList());
    }

    void add(Channel channel, List<Letter> letters) {
        if (!letters.isEmpty()) {
            Instant now = time.now();
            database.unwrap(Session.class).doWork(connection -> store(connection, channel, letters, now));
        }
    }

    private void store(Connection connection, Channel channel, List<Letter> letters, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into outbox (id, channel, recipient_id, message,"
                + " arguments, path, once_key, state, attempts, due_at, created_at, version)"
                + " values (?, ?, ?, ?, ?, ?, ?, 'WAITING', 0, ?, ?, 0) on duplicate key update once_key = once_key")) {
            for (Letter letter : letters) {
                insert.setLong(1, Ids.next());
                insert.setString(2, channel.name());
                insert.setLong(3, letter.memberId());
                insert.setString(4, letter.word().tiding().message());
                insert.setString(5, sentences.written(letter.word().arguments()));
                insert.setString(6, letter.word().path());
                insert.setString(7, letter.word().key());
                insert.setTimestamp(8, Timestamp.from(now));
                insert.setTimestamp(9, Timestamp.from(now));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** What is to be tried now, the longest due first; nothing is locked. */
    @Transactional
    List<Parcel> due(Channel channel, int most) {
        return Parcel
                .<Parcel> find("state = ?1 and channel = ?2 and dueAt <= ?3 order by dueAt, id", ParcelState.WAITING, channel,
                        time.now())
                .page(0, most).list();
    }

    /** Takes the parcel for this replica; false when another was faster. */
    @Transactional
    @Retried
    boolean claim(Parcel parcel) {
        boolean mine = Parcel.update("dueAt = ?1, attempts = attempts + 1, version = version + 1"
                + " where id = ?2 and version = ?3 and state = ?4", time.now().plus(LEASE), parcel.id, parcel.version,
                ParcelState.WAITING) == 1;
        if (mine) {
            parcel.attempts++;
            parcel.version++;
        }
        return mine;
    }

    /** It has arrived. */
    @Transactional
    @Retried
    void sent(Parcel parcel) {
        end(parcel, ParcelState.SENT, null);
    }

    /** It has not: it is tried again later, unless that is no use or was done often enough. */
    @Transactional
    @Retried
    void failed(Parcel parcel, Failure failure) {
        if (failure == Failure.UNWANTED) {
            end(parcel, ParcelState.DROPPED, failure);
        } else if (failure.isFinal() || parcel.attempts >= BackOff.MOST_ATTEMPTS) {
            end(parcel, ParcelState.GIVEN_UP, failure);
        } else {
            Duration pause = BackOff.after(parcel.attempts, ThreadLocalRandom.current().nextDouble());
            Parcel.update("dueAt = ?1, failure = ?2, version = version + 1 where id = ?3 and version = ?4",
                    time.now().plus(pause), failure, parcel.id, parcel.version);
        }
    }

    private void end(Parcel parcel, ParcelState state, Failure failure) {
        Parcel.update("state = ?1, endedAt = ?2, failure = ?3, version = version + 1 where id = ?4 and version = ?5", state,
                time.now(), failure, parcel.id, parcel.version);
    }

    @Transactional
    long givenUp() {
        return Parcel.count("state", ParcelState.GIVEN_UP);
    }

    @Transactional
    long in(Channel channel, ParcelState state) {
        return Parcel.count("channel = ?1 and state = ?2", channel, state);
    }

    /** What needs a look: given up, or failed at least once; the newest first. */
    @Transactional
    PageOf<Parcel> troubled(int page) {
        var query = Parcel.<Parcel> find("state = ?1 or state = ?2 and failure is not null order by createdAt desc, id desc",
                ParcelState.GIVEN_UP, ParcelState.WAITING);
        return new PageOf<>(query.page(Page.of(page - 1, PageOf.DEFAULT_SIZE)).list(), page, PageOf.DEFAULT_SIZE,
                query.count());
    }

    /** @throws Problem {@code inbox/not-given-up} */
    @Transactional
    @Retried
    void resend(long id, long actorId) {
        if (again("id = ?3", id) == 0) {
            throw new Problem(InboxProblem.NOT_GIVEN_UP);
        }
        audit.done(actorId, Audited.of("outbox-resend", "outbox", id));
    }

    /** All that were given up. */
    @Transactional
    @Retried
    int resendAll(long actorId) {
        int resent = again("id > ?3", 0);
        audit.done(actorId, Audited.of("outbox-resend", "outbox", "*").detail("rows=" + resent));
        return resent;
    }

    private int again(String which, long id) {
        return Parcel.update("state = ?1, attempts = 0, dueAt = ?2, endedAt = null, version = version + 1"
                + " where state = ?4 and " + which, ParcelState.WAITING, time.now(), id, ParcelState.GIVEN_UP);
    }
}
