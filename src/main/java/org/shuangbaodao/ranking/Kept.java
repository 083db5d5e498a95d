package org.shuangbaodao.ranking;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The boards asked for lately. Each is made once for a stamp, however many readers come at the same moment. */
final class Kept<K, V> {

    // Periods are asked for by anybody: without a limit a crawler could fill the memory.
    private static final int MOST = 64;
    private static final long QUICK = Duration.ofMillis(500).toNanos();
    // A board of a country takes half a minute of a core: it is made anew a fifth of the time and not all the time.
    private static final int REST = 4;

    private final LongSupplier nanoTime;
    private final Map<K, Slot<V>> slots = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Slot<V>> eldest) {
            return size() > MOST;
        }
    };

    Kept() {
        this(System::nanoTime);
    }

    Kept(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** @param stamp read before {@code make} is called: what changes meanwhile makes the next stamp another one */
    V get(K key, Object stamp, Supplier<V> make) {
        Slot<V> slot;
        synchronized (slots) {
            slot = slots.computeIfAbsent(key, absent -> new Slot<>(nanoTime.getAsLong()));
        }
        synchronized (slot) {
            if (!stamp.equals(slot.stamp)) {
                long begun = nanoTime.getAsLong();
                slot.value = make.get();
                slot.stamp = stamp;
                slot.cost = nanoTime.getAsLong() - begun;
                slot.notBefore = nanoTime.getAsLong() + REST * slot.cost;
            }
            return slot.value;
        }
    }

    /**
     * Keeps nobody waiting for what takes long: the board as it was made last, which bears its own stamp, while a new one is
     * made behind, and where there is none yet, what becomes ready within the reader's patience. What was quick to make the
     * last time is made at once.
     *
     * @param patience in nanoseconds
     * @return empty while the first one is being made
     */
    Optional<V> soon(K key, Object stamp, Supplier<V> make, BoardMaker maker, long patience) {
        Slot<V> slot;
        synchronized (slots) {
            slot = slots.computeIfAbsent(key, absent -> new Slot<>(nanoTime.getAsLong()));
        }
        V last = slot.value;
        if (last != null && (stamp.equals(slot.stamp) || slot.cost < QUICK)) {
            return Optional.of(get(key, stamp, make));
        }
        Future<?> making = begin(slot, maker, () -> get(key, stamp, make));
        // Without a last one nothing has been made, so nobody rests.
        if (last == null) {
            maker.await(making, patience);
        }
        return Optional.ofNullable(slot.value);
    }

    /** What was made last, whether it still holds or not; waits for nobody who is making another one. */
    Optional<V> last(K key) {
        synchronized (slots) {
            return Optional.ofNullable(slots.get(key)).map(slot -> slot.value);
        }
    }

    private Future<?> begin(Slot<V> slot, BoardMaker maker, Runnable make) {
        synchronized (slot.behind) {
            boolean rested = nanoTime.getAsLong() - slot.notBefore >= 0;
            if (rested && (slot.making == null || slot.making.isDone())) {
                slot.making = maker.begin(make);
            }
            return slot.making;
        }
    }

    private static final class Slot<V> {
        // Whoever makes the board holds the slot itself for as long as that takes.
        private final Object behind = new Object();
        private volatile Object stamp;
        private volatile V value;
        private volatile long cost;
        private volatile long notBefore;
        private Future<?> making;

        Slot(long now) {
            notBefore = now;
        }
    }
}
