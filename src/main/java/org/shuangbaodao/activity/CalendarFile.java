package org.shuangbaodao.activity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * An iCalendar file (RFC 5545) in the making: lines end in CRLF and are folded at 75 octets, never inside a character. Times
 * are
 * wall-clock times of Asia/Shanghai, which has known no summer time since 1991.
 */
final class CalendarFile {

    private static final int LONGEST_LINE = 75;
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
    private static final DateTimeFormatter UTC = LOCAL.withZone(ZoneOffset.UTC);

    private final StringBuilder file = new StringBuilder();

    CalendarFile(String name) {
        line("BEGIN:VCALENDAR").line("VERSION:2.0").line("PRODID:-//Shuangbaodao//Activities//ZH")
                .line("CALSCALE:GREGORIAN").line("METHOD:PUBLISH").text("X-WR-CALNAME", name)
                .line("BEGIN:VTIMEZONE").line("TZID:Asia/Shanghai").line("BEGIN:STANDARD").line("DTSTART:19700101T000000")
                .line("TZOFFSETFROM:+0800").line("TZOFFSETTO:+0800").line("TZNAME:CST").line("END:STANDARD")
                .line("END:VTIMEZONE");
    }

    /**
     * @param uid the same for the life of the event
     * @param sequence raised with each change
     */
    record Event(String uid, int sequence, Instant changedAt, LocalDateTime startsAt, LocalDateTime endsAt, boolean cancelled,
            String summary, String place, String description) {
    }

    CalendarFile add(Event event) {
        line("BEGIN:VEVENT").line("UID:" + event.uid).line("SEQUENCE:" + event.sequence)
                .line("DTSTAMP:" + UTC.format(event.changedAt) + "Z").line("LAST-MODIFIED:" + UTC.format(event.changedAt) + "Z")
                .line("DTSTART;TZID=Asia/Shanghai:" + LOCAL.format(event.startsAt))
                .line("DTEND;TZID=Asia/Shanghai:" + LOCAL.format(event.endsAt))
                .line("STATUS:" + (event.cancelled ? "CANCELLED" : "CONFIRMED"));
        return text("SUMMARY", event.summary).text("LOCATION", event.place).text("DESCRIPTION", event.description)
                .line("END:VEVENT");
    }

    /** The whole file; nothing can be added after it. */
    String end() {
        return line("END:VCALENDAR").file.toString();
    }

    private CalendarFile text(String property, String value) {
        return line(property + ":" + escaped(value));
    }

    static String escaped(String text) {
        return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replaceAll("\r\n|\r|\n", "\\\\n");
    }

    // The blank at the beginning of a further line counts as one of its octets.
    private CalendarFile line(String line) {
        int octets = 0;
        for (int i = 0; i < line.length();) {
            int character = line.codePointAt(i);
            String piece = Character.toString(character);
            int length = piece.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LONGEST_LINE) {
                file.append("\r\n ");
                octets = 1;
            }
            file.append(piece);
            octets += length;
            i += Character.charCount(character);
        }
        file.append("\r\n");
        return this;
    }
}
