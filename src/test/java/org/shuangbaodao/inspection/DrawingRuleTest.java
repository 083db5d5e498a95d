package org.shuangbaodao.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;

import org.junit.jupiter.api.Test;

class DrawingRuleTest {

    private static final String ROOT = "ab".repeat(32);
    private static final Period QUARTER = new Period("2026-Q3");

    @Test
    void theSameListAndSeedBringTheSameWhateverTheOrder() {
        List<Long> list = list(500);
        List<Long> shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, new Random(7));
        String seed = DrawingRule.seed(ROOT, "500101", QUARTER);

        assertThat(DrawingRule.draw(shuffled, seed, 25)).isEqualTo(DrawingRule.draw(list, seed, 25)).hasSize(25);
        assertThat(DrawingRule.digest(shuffled)).isEqualTo(DrawingRule.digest(list));
        assertThat(DrawingRule.draw(list, seed, 10)).isEqualTo(DrawingRule.draw(list, seed, 25).subList(0, 10));
    }

    @Test
    void anotherDayOrganizationOrQuarterDrawsOthers() {
        List<Long> list = list(500);
        List<DrawingRule.Drawn> drawn = DrawingRule.draw(list, DrawingRule.seed(ROOT, "500101", QUARTER), 25);

        for (String seed : List.of(DrawingRule.seed("cd".repeat(32), "500101", QUARTER),
                DrawingRule.seed(ROOT, "500102", QUARTER), DrawingRule.seed(ROOT, "500101", QUARTER.next()))) {
            assertThat(DrawingRule.draw(list, seed, 25)).isNotEqualTo(drawn);
        }
    }

    @Test
    void oneMoreOrLessOnTheListChangesItsDigest() {
        List<Long> list = list(20);

        assertThat(DrawingRule.digest(list.subList(0, 19))).isNotEqualTo(DrawingRule.digest(list));
    }

    // 2,000 drawings of 5 out of 50: each is expected 200 times, with a deviation of 13.4.
    @Test
    void everyRecordIsEquallyLikely() {
        List<Long> list = list(50);
        Map<Long, Integer> times = new HashMap<>();
        for (int day = 0; day < 2000; day++) {
            DrawingRule.draw(list, DrawingRule.seed("%064x".formatted(day), "500101", QUARTER), 5)
                    .forEach(each -> times.merge(each.recordId(), 1, Integer::sum));
        }

        double chi = list.stream().mapToDouble(id -> Math.pow(times.getOrDefault(id, 0) - 200, 2) / 200).sum();
        assertThat(times.values()).allMatch(count -> count > 130 && count < 270);
        // 49 degrees of freedom: more than 85.4 once in a thousand; the seeds are fixed, so it is the same each time.
        assertThat(chi).isLessThan(85.4);
    }

    // By nothing but what is published: HMAC put together by hand from its definition (RFC 2104).
    @Test
    void anybodyWithTheListDrawsTheSameFromThePublishedFacts() throws Exception {
        List<Long> list = list(80);
        String seed = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                .digest((ROOT + " 500101 2026-Q3").getBytes(StandardCharsets.UTF_8)));

        List<String> again = new ArrayList<>();
        for (Long id : list) {
            again.add(hmac(seed, Ids.text(id)) + " " + Ids.text(id));
        }
        again.sort(Comparator.naturalOrder());

        assertThat(DrawingRule.draw(list, DrawingRule.seed(ROOT, "500101", QUARTER), 8).stream()
                .map(each -> each.score() + " " + Ids.text(each.recordId()))).isEqualTo(again.subList(0, 8));
    }

    private static String hmac(String key, String message) throws Exception {
        byte[] block = java.util.Arrays.copyOf(key.getBytes(StandardCharsets.UTF_8), 64);
        return HexFormat.of().formatHex(padded(block, 0x5c, padded(block, 0x36, message.getBytes(StandardCharsets.UTF_8))));
    }

    private static byte[] padded(byte[] key, int pad, byte[] rest) throws Exception {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (byte each : key) {
            text.write(each ^ pad);
        }
        text.write(rest);
        return MessageDigest.getInstance("SHA-256").digest(text.toByteArray());
    }

    @Test
    void theSizeIsAShareBetweenALeastAndAMost() {
        assertThat(DrawingRule.sample(0, 5, 5, 200)).isZero();
        assertThat(DrawingRule.sample(3, 5, 5, 200)).isEqualTo(3);
        assertThat(DrawingRule.sample(100, 5, 5, 200)).isEqualTo(5);
        assertThat(DrawingRule.sample(101, 5, 5, 200)).isEqualTo(6);
        assertThat(DrawingRule.sample(4000, 5, 5, 200)).isEqualTo(200);
        assertThat(DrawingRule.sample(1_000_000_000, 100, 5, 200)).isEqualTo(200);
    }

    private static List<Long> list(int count) {
        return LongStream.range(0, count).map(i -> 700_000_000_000_000_000L + i * 977).boxed().toList();
    }
}
