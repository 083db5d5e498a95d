package org.shuangbaodao.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Ids;

import org.hibernate.Session;

/** The way to tell people something. Stored with what it tells of: in the caller's transaction, or not at all. */
@ApplicationScoped
public class Inbox {

    private final EntityManager database;
    private final Outbox outbox;
    private final Sentences sentences;
    private final BusinessTime time;

    Inbox(EntityManager database, Outbox outbox, Sentences sentences, BusinessTime time) {
        this.database = database;
        this.outbox = outbox;
        this.sentences = sentences;
        this.time = time;
    }

    @Transactional(TxType.MANDATORY)
    public void tell(long memberId, Word word) {
        tellEach(List.of(new Letter(memberId, word)));
    }

    /** The same to several people. */
    @Transactional(TxType.MANDATORY)
    public void tell(Collection<Long> memberIds, Word word) {
        tellEach(memberIds.stream().distinct().map(memberId -> new Letter(memberId, word)).toList());
    }

    /** To each his own, in one round trip however many they are. */
    @Transactional(TxType.MANDATORY)
    public void tellEach(Collection<Letter> letters) {
        if (letters.isEmpty()) {
            return;
        }
        // In one order everywhere, so that two transactions that tell the same people meet them in the same order.
        List<Letter> sorted = letters.stream()
                .sorted(Comparator.comparingLong(Letter::memberId).thenComparing(letter -> letter.word().key())).toList();
        Instant now = time.now();
        database.unwrap(Session.class).doWork(connection -> store(connection, sorted, now));
        outbox.mail(sorted);
    }

    /** To the robots of organizations, where they have one: work waits. Never anything about a person. */
    @Transactional(TxType.MANDATORY)
    public void announce(Collection<Long> organizationIds, Word word) {
        if (!organizationIds.isEmpty()) {
            outbox.announce(organizationIds, word);
        }
    }

    // Told before: the first message stays as it is. "Ignore" would swallow too long values as well.
    private void store(Connection connection, List<Letter> letters, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into inbox_message"
                + " (id, member_id, message, arguments, path, once_key, told_at) values (?, ?, ?, ?, ?, ?, ?)"
                + " on duplicate key update once_key = once_key")) {
            for (Letter letter : letters) {
                Word word = letter.word();
                insert.setLong(1, Ids.next());
                insert.setLong(2, letter.memberId());
                insert.setString(3, word.tiding().message());
                insert.setString(4, sentences.written(word.arguments()));
                insert.setString(5, word.path());
                insert.setString(6, word.key());
                insert.setTimestamp(7, Timestamp.from(now));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
