package org.shuangbaodao.ranking;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** The boards asked for lately. Each is made once for a stamp, however many readers come at the same moment. */
final class Kept<K, V> {

    // Periods are asked for by anybody: without a limit a crawler could fill the memory.
    private static final int MOST = 64;
    private static final long QUICK = Duration.ofMillis(500).toNanos();
    // A board of a country takes half a minute of a core: it is made anew a fifth of the time and not all the time.
    private static final int REST = 4;

    private final Map<K, Slot<V>> slots = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Slot<V>> eldest) {
            return size() > MOST;
        }
    };

    /** @param stamp read before {@code make} is called: what changes meanwhile makes the next stamp another one */
    V get(K key, Object stamp, Supplier<V> make) {
        Slot<V> slot;
        synchronized (slots) {
            slot = slots.computeIfAbsent(key, absent -> new Slot<>());
        }
        synchronized (slot) {
            if (!stamp.equals(slot.stamp)) {
                long begun = System.nanoTime();
                slot.value = make.get();
                slot.stamp = stamp;
                slot.cost = System.nanoTime() - begun;
                slot.notBefore = System.nanoTime() + REST * slot.cost;
            }
            return slot.value;
        }
    }

    /**
     * Keeps nobody waiting for what takes long: the board as it was made last while a new one is made behind, and where there
     * is
     * none yet, what becomes ready within the reader's patience. What was quick to make the last time is made at once.
     *
     * @param patience in nanoseconds
     * @return empty while the first one is being made
     */
    Optional<V> soon(K key, Object stamp, Supplier<V> make, BoardMaker maker, long patience) {
        Slot<V> slot;
        synchronized (slots) {
            slot = slots.computeIfAbsent(key, absent -> new Slot<>());
        }
        V last = slot.value;
        if (last != null && (stamp.equals(slot.stamp) || slot.cost < QUICK)) {
            return Optional.of(get(key, stamp, make));
        }
        Future<?> making = slot.begin(maker, () -> get(key, stamp, make));
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

    private static final class Slot<V> {
        private volatile Object stamp;
        private volatile V value;
        private volatile long cost;
        private volatile long notBefore = System.nanoTime();
        private Future<?> making;

        synchronized Future<?> begin(BoardMaker maker, Runnable make) {
            if (making == null || making.isDone() && System.nanoTime() - notBefore >= 0) {
                making = maker.begin(make);
            }
            return making;
        }
    }
}
