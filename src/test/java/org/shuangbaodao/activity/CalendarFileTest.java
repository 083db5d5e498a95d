package org.shuangbaodao.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

import org.shuangbaodao.activity.CalendarFile.Event;

import org.junit.jupiter.api.Test;

/** What RFC 5545 asks of a file, read back by its rules. */
class CalendarFileTest {

    @Test
    void linesAreFoldedAt75OctetsNeverInsideACharacter() {
        String name = "清理楼道、搬运𠮷家的旧家具".repeat(12);
        String file = new CalendarFile("社区").add(event(0, false, name, "")).end();

        assertThat(file.split("\r\n")).allSatisfy(line -> {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
            assertThat(line).doesNotContain("�", "\n");
        });
        assertThat(file.split("\r\n ").length).as("folds").isGreaterThan(5);
        assertThat(unfolded(file)).contains("SUMMARY:" + name);
    }

    @Test
    void aLineOfExactly75OctetsStaysWhole() {
        String line = "x".repeat(75 - "SUMMARY:".length());

        assertThat(new CalendarFile("c").add(event(0, false, line, "")).end()).contains("SUMMARY:" + line + "\r\n");
        assertThat(new CalendarFile("c").add(event(0, false, line + "y", "")).end())
                .contains("SUMMARY:" + line + "\r\n y\r\n");
    }

    @Test
    void textsAreEscaped() {
        assertThat(unfolded(new CalendarFile("c").add(event(0, false, "a;b,c\\d", "第一行\r\n第二行\n第三行")).end()))
                .contains("SUMMARY:a\\;b\\,c\\\\d", "DESCRIPTION:第一行\\n第二行\\n第三行");
    }

    @Test
    void anEventKeepsItsUidAndSaysWhatBecameOfIt() {
        List<String> lines = unfolded(new CalendarFile("c").add(event(3, true, "义诊", "")).end());

        assertThat(lines).contains("UID:0123@shuangbaodao", "SEQUENCE:3", "STATUS:CANCELLED", "DTSTAMP:20260301T040506Z",
                "DTSTART;TZID=Asia/Shanghai:20260301T230000", "DTEND;TZID=Asia/Shanghai:20260302T000000", "TZID:Asia/Shanghai",
                "TZOFFSETTO:+0800");
        assertThat(lines).startsWith("BEGIN:VCALENDAR", "VERSION:2.0").endsWith("END:VEVENT", "END:VCALENDAR");
    }

    private static Event event(int sequence, boolean cancelled, String summary, String description) {
        return new Event("0123@shuangbaodao", sequence, Instant.parse("2026-03-01T04:05:06Z"),
                LocalDateTime.parse("2026-03-01T23:00"), LocalDateTime.parse("2026-03-02T00:00"), cancelled, summary, "三号楼",
                description);
    }

    private static List<String> unfolded(String file) {
        return List.of(file.replace("\r\n ", "").split("\r\n"));
    }
}
