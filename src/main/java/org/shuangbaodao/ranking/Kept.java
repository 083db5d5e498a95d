package org.shuangbaodao.ranking;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The boards asked for lately. Each is made once for a stamp, however many readers come at the same moment. */
final class Kept<K, V> {

    // Periods are asked for by anybody: without a limit a crawler could fill the memory.
    private static final int MOST = 64;

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
                slot.value = make.get();
                slot.stamp = stamp;
            }
            return slot.value;
        }
    }

    /** What was made last, whether it still holds or not; waits for nobody who is making another one. */
    Optional<V> last(K key) {
        synchronized (slots) {
            return Optional.ofNullable(slots.get(key)).map(slot -> slot.value);
        }
    }

    private static final class Slot<V> {
        private Object stamp;
        private volatile V value;
    }
}
