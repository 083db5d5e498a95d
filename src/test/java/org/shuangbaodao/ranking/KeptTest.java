package org.shuangbaodao.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

class KeptTest {

    private static final long SECOND = 1_000_000_000;

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5 * SECOND);
    private final Kept<String, String> kept = new Kept<>(now::get);
    private final Behind behind = new Behind();
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void whatIsQuickIsMadeAtOnce() {
        assertThat(kept.get("board", 1, make("first", 0))).isEqualTo("first");

        assertThat(kept.soon("board", 2, make("second", 0), behind, 0)).contains("second");
        assertThat(behind.waiting).isEmpty();
    }

    @Test
    void whatTakesLongIsMadeBehindAndTheLastOneServesMeanwhile() {
        kept.get("board", 1, make("first", SECOND));

        assertThat(kept.soon("board", 2, make("second", SECOND), behind, 0)).contains("first");
        assertThat(kept.soon("board", 3, make("third", SECOND), behind, 0)).contains("first");
        assertThat(behind.waiting).isEmpty();

        now.addAndGet(4 * SECOND);
        assertThat(kept.soon("board", 3, make("third", SECOND), behind, 0)).contains("first");
        assertThat(kept.soon("board", 4, make("fourth", SECOND), behind, 0)).contains("first");
        assertThat(behind.waiting).hasSize(1);

        behind.finishOne();
        assertThat(kept.soon("board", 3, make("again", SECOND), behind, 0)).contains("third");
    }

    @Test
    void nobodyHasOneBeforeTheFirstIsMade() {
        assertThat(kept.soon("board", 1, make("first", SECOND), behind, 0)).isEmpty();
        assertThat(kept.soon("board", 1, make("twice", SECOND), behind, 0)).isEmpty();

        behind.finishOne();

        assertThat(behind.waiting).isEmpty();
        assertThat(kept.soon("board", 1, make("thrice", SECOND), behind, 0)).contains("first");
        assertThat(made).hasValue(1);
    }

    @Test
    void whatFailedIsBegunAnewByWhoeverAsksNext() {
        Supplier<String> failing = () -> {
            throw new IllegalStateException("away");
        };
        assertThat(kept.soon("board", 1, failing, behind, 0)).isEmpty();
        behind.finishOne();

        assertThat(kept.soon("board", 1, make("first", SECOND), behind, 0)).isEmpty();
        behind.finishOne();

        assertThat(kept.soon("board", 1, make("again", SECOND), behind, 0)).contains("first");
    }

    /** The maker holds the board for as long as that takes; a reader must not queue behind him. */
    @Test
    void nobodyWaitsForTheOneWhoMakesIt() {
        kept.get("board", 1, make("first", SECOND));
        now.addAndGet(4 * SECOND);
        AtomicInteger served = new AtomicInteger();

        kept.soon("board", 2, () -> {
            CompletableFuture.runAsync(() -> {
                assertThat(kept.soon("board", 3, make("third", SECOND), behind, 0)).contains("first");
                served.incrementAndGet();
            }).join();
            return "second";
        }, behind, 0);
        behind.finishOne();

        assertThat(served).hasValue(1);
        assertThat(kept.last("board")).contains("second");
    }

    private Supplier<String> make(String value, long nanos) {
        return () -> {
            made.incrementAndGet();
            now.addAndGet(nanos);
            return value;
        };
    }

    /** Does nothing before it is told to. */
    private static final class Behind extends BoardMaker {

        private final Deque<Work> waiting = new ArrayDeque<>();

        @Override
        Future<?> begin(Runnable make) {
            CompletableFuture<Void> done = new CompletableFuture<>();
            waiting.add(new Work(make, done));
            return done;
        }

        @Override
        void await(Future<?> making, long patience) {
            assertThat(making).isNotNull();
        }

        void finishOne() {
            Work next = waiting.remove();
            try {
                next.make.run();
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("away");
            }
            next.done.complete(null);
        }

        private record Work(Runnable make, CompletableFuture<Void> done) {
        }
    }
}
