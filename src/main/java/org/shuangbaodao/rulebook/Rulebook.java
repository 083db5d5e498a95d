package org.shuangbaodao.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * A version of the rules, adopted as a whole and never edited afterwards.
 *
 * @param effectiveFrom first day of service it applies to, Asia/Shanghai
 * @param document what it rests on
 * @param cycle what {@link RuleItem.Caps#perCycle} is counted by
 * @param classes what is asked of which class of members; a class not named has the general target
 */
public record Rulebook(int version, LocalDate effectiveFrom, Document document, Cycle cycle, List<RuleItem> items,
        Target target, List<MemberClass> classes, Hundred hundred) {

    /** Minutes are booked by no rule, but the ledger names what every entry is about. */
    public static final String HOURS = "HOURS";

    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();

    public Rulebook {
        items = List.copyOf(items);
        classes = List.copyOf(classes);
    }

    /** The paper behind the rules. */
    public record Document(String title, String number) {
    }

    /** How long a cycle is. All begin with the natural year. */
    public enum Cycle {
        QUARTER,
        HALF_YEAR,
        YEAR;

        /** First day of the cycle the date lies in. */
        public LocalDate firstDay(LocalDate date) {
            int months = this == QUARTER ? 3 : this == HALF_YEAR ? 6 : 12;
            return LocalDate.of(date.getYear(), (date.getMonthValue() - 1) / months * months + 1, 1);
        }
    }

    /** What is asked of a year, in minutes, in times or either; null where it is not asked. */
    public record Target(Integer minutes, Integer times) {
    }

    /** @param category of members it is for; {@code exempt} ones have no target */
    public record MemberClass(String category, Target target, boolean exempt) {
    }

    /**
     * How the hundred points of the second profile come together. Hundredths throughout.
     *
     * @param serviceShare percent of the service points that count
     */
    public record Hundred(long base, long service, int serviceShare, long bonus, long most, List<Grade> grades) {

        public Hundred {
            grades = List.copyOf(grades);
        }

        /** The grade a sum of so many hundredths suggests; empty below the lowest. */
        public Optional<String> gradeOf(long sum) {
            return grades.stream().filter(each -> sum >= each.from()).findFirst().map(Grade::grade);
        }
    }

    /** A suggested grade from so many hundredths on. */
    public record Grade(String grade, long from) {
    }

    public RuleItem serviceHours() {
        return item(RuleItem.SERVICE_HOURS).orElseThrow();
    }

    public Optional<RuleItem> item(String code) {
        return items.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    /** The first version, shipped with the service: 双报到服务积分 and 党员积分百分制 as proposed for a start. */
    public static Rulebook shipped() {
        try (InputStream in = Rulebook.class.getResourceAsStream("/rulebook/1.json")) {
            return JSON.readValue(in, Rulebook.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws UncheckedIOException when the text is no rulebook */
    public static Rulebook ofJson(String text) {
        try {
            return JSON.readValue(text, Rulebook.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same rules under another number, from another day on, resting on another paper. */
    public Rulebook as(int newVersion, LocalDate from, Document paper) {
        return new Rulebook(newVersion, from, paper, cycle, items, target, classes, hundred);
    }
}
