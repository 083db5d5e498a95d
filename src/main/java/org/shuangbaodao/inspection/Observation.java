package org.shuangbaodao.inspection;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.shuangbaodao.kernel.Ids;

/**
 * What was counted about somebody or something, before it is judged.
 *
 * @param about whoever or whatever it is about, by ids: the same next time
 * @param people whom it has to do with: they look at others' questions, not at this one
 * @param placeId where, or null
 * @param measured what is compared with the threshold
 * @param whole what it is a part of, 0 where it is no share
 * @param minutes of the records
 * @param recordIds some of them
 */
record Observation(List<Long> about, List<Long> people, Long placeId, long measured, long whole, long minutes,
        List<Long> recordIds) {

    /** As many records as are shown with a question. */
    static final int MOST_RECORDS = 40;

    /** Of a row {@code about, second or null, people as text or null, place or null, measured, whole, minutes, records}. */
    static Observation of(Object[] row) {
        List<Long> about = row[1] == null ? List.of(number(row[0])) : List.of(number(row[0]), number(row[1]));
        return new Observation(about, row[2] == null ? List.of(number(row[0])) : numbers(row[2]),
                row[3] == null ? null : number(row[3]), number(row[4]), number(row[5]), number(row[6]), numbers(row[7]));
    }

    String subject() {
        return about.stream().map(Ids::text).collect(Collectors.joining("-"));
    }

    private static long number(Object value) {
        return value == null ? 0 : ((Number) value).longValue();
    }

    // A server may cut the text at its limit: what comes after the last one needed is left alone.
    private static List<Long> numbers(Object text) {
        if (text == null) {
            return List.of();
        }
        Collection<Long> numbers = Arrays.stream(text.toString().split(",")).filter(each -> each.matches("\\d{1,19}"))
                .limit(MOST_RECORDS).map(Long::valueOf).collect(Collectors.toCollection(TreeSet::new));
        return List.copyOf(numbers);
    }
}
