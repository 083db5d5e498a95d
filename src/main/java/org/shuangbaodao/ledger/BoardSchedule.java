package org.shuangbaodao.ledger;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.database.DatabaseWatch;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Every second, in every replica: short, and nothing happens where nothing waits. */
@ApplicationScoped
class BoardSchedule {

    private final BoardFold boards;
    private final BoardEdition edition;
    private final DatabaseWatch watch;

    BoardSchedule(BoardFold boards, BoardEdition edition, DatabaseWatch watch) {
        this.boards = boards;
        this.edition = edition;
        this.watch = watch;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void fold() {
        if (watch.isAway()) {
            return;
        }
        try {
            while (boards.hasWork() && boards.fold() > 0) {
                Log.trace("A batch of postings was folded into the boards");
            }
            edition.ask();
        } catch (RuntimeException e) {
            Log.warnf("The boards could not be brought up to date, they will be at the next second: %s", e.getMessage());
        }
    }
}
