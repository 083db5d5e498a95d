package org.shuangbaodao.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.PublicFigures;
import org.shuangbaodao.web.PublicEdition;

/**
 * Which boards are the present ones, without asking the database at each request. What this process changes counts at once:
 * a name withdrawn is gone at the next request. What others changed is learnt once a second.
 */
@ApplicationScoped
public class BoardEdition implements PublicEdition {

    private static final long ASK_AFTER = Duration.ofSeconds(1).toNanos();
    // A schedule can be late under load; a database that is away for longer must not go unnoticed.
    private static final long DOUBT_AFTER = Duration.ofSeconds(5).toNanos();

    private final Standings standings;
    private final BusinessTime time;
    private final AtomicLong ownChanges = new AtomicLong();
    private volatile Asked asked = new Asked(-1, System.nanoTime() - 2 * DOUBT_AFTER);

    BoardEdition(Standings standings, BusinessTime time) {
        this.standings = standings;
        this.time = time;
    }

    @Override
    public Edition now() {
        if (System.nanoTime() - asked.at > ASK_AFTER) {
            ask();
        }
        return edition();
    }

    @Override
    public Optional<Object> known() {
        return System.nanoTime() - asked.at > DOUBT_AFTER ? Optional.empty() : Optional.of(edition());
    }

    void ask() {
        long begun = System.nanoTime();
        asked = new Asked(standings.boardVersion(), begun);
    }

    private Edition edition() {
        return new Edition(asked.version, ownChanges.get(), time.today());
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) PublicFigures.Changed change) {
        ownChanges.incrementAndGet();
    }

    void folded(@Observes(during = TransactionPhase.AFTER_SUCCESS) BoardFold.Folded fold) {
        asked = new Asked(fold.version(), asked.at);
    }

    /**
     * Equal editions, equal boards.
     *
     * @param version of the ledger's totals
     * @param ownChanges of this process, which another one sees as a version
     */
    public record Edition(long version, long ownChanges, LocalDate today) {

        /** Names a board made at this moment: two replicas make theirs at different ones. */
        public String at(Instant moment) {
            return Long.toHexString(ChronoUnit.MICROS.between(Instant.EPOCH, moment)) + "-" + Integer.toHexString(hashCode());
        }
    }

    private record Asked(long version, long at) {
    }
}
