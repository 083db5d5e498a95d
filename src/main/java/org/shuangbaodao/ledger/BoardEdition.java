package org.shuangbaodao.ledger;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.shuangbaodao.database.DatabaseWatch;
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
    private final DatabaseWatch watch;
    private final AtomicLong ownChanges = new AtomicLong();
    private volatile Asked asked = new Asked(new BoardVersion(-1, -1), System.nanoTime() - 2 * DOUBT_AFTER);

    BoardEdition(Standings standings, BusinessTime time, DatabaseWatch watch) {
        this.standings = standings;
        this.time = time;
        this.watch = watch;
    }

    @Override
    public Edition now() {
        if (System.nanoTime() - asked.at > ASK_AFTER && !watch.isAway()) {
            ask();
        }
        return edition();
    }

    @Override
    public Optional<PublicEdition.Edition> known() {
        return watch.isAway() || System.nanoTime() - asked.at > DOUBT_AFTER ? Optional.empty() : Optional.of(edition());
    }

    void ask() {
        long begun = System.nanoTime();
        asked = new Asked(standings.boardVersion(), begun);
    }

    private Edition edition() {
        BoardVersion version = asked.version;
        return new Edition(version.figures(), new Trees(version.trees(), ownChanges.get(), time.today()));
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
     * @param figures version of the ledger's totals
     */
    public record Edition(long figures, Trees trees) implements PublicEdition.Edition {

        @Override
        public boolean differsInAmountsOnly(PublicEdition.Edition other) {
            return other instanceof Edition edition && trees.equals(edition.trees);
        }

        public LocalDate today() {
            return trees.today;
        }
    }

    /**
     * Equal trees, equal rosters, check-ins and organizations with figures: amounts alone may differ.
     *
     * @param ownChanges of this process, which another one sees as a version
     */
    public record Trees(long version, long ownChanges, LocalDate today) {
    }

    private record Asked(BoardVersion version, long at) {
    }
}
