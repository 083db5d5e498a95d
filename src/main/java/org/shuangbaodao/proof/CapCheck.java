package org.shuangbaodao.proof;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.rulebook.Reckoning;
import org.shuangbaodao.rulebook.Rulebooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Reckons every holder's years once more from their deeds, and holds it against the caps that were entered. On purpose no code
 * of the posting is asked, only the rule itself.
 */
final class CapCheck {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final String CAP = "CAP";

    private final Connection connection;
    private final Rulebooks rulebooks;
    private final Findings findings;
    private final Map<Long, String> codes = new HashMap<>();

    CapCheck(Connection connection, Rulebooks rulebooks, Findings findings) {
        this.connection = connection;
        this.rulebooks = rulebooks;
        this.findings = findings;
    }

    void check(Collection<Long> holders) throws SQLException {
        if (holders.isEmpty()) {
            return;
        }
        Map<String, Year> years = new LinkedHashMap<>();
        String list = holders.stream().map(String::valueOf).collect(Collectors.joining(","));
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id, branch_id, sequence, holder_id, book, served_on, rule_item,"
                        + " kind, source_type, source_id, parameters, amount from ledger_entry where holder_id in (" + list
                        + ") and book in ('POINTS', 'HUNDRED_POINTS') order by holder_id, served_on, id")) {
            while (rows.next()) {
                LocalDate date = rows.getObject("served_on", LocalDate.class);
                years.computeIfAbsent(rows.getLong("holder_id") + " " + rows.getString("book") + " " + date.getYear(),
                        key -> new Year()).add(rows, date);
            }
        }
        for (Year year : years.values()) {
            compare(year);
        }
    }

    private void compare(Year year) throws SQLException {
        Map<Slot, Long> wanted = new HashMap<>();
        Reckoning.of(year.deeds(), rulebooks::on)
                .forEach(each -> wanted.merge(new Slot(each.kind().name(), each.item(), each.date(), each.source()),
                        each.amount(), Long::sum));
        wanted.keySet().forEach(slot -> year.caps.computeIfAbsent(slot, key -> new Taken()));
        for (Map.Entry<Slot, Taken> each : year.caps.entrySet()) {
            long asked = wanted.getOrDefault(each.getKey(), 0L);
            Taken taken = each.getValue();
            if (asked != taken.amount) {
                Slot slot = each.getKey();
                findings.add(new Finding(Defect.CAP, taken.branchId == null ? code(year.branches.get(slot.date))
                        : code(taken.branchId), taken.sequence, taken.entry == null ? null : Ids.text(taken.entry),
                        "%s %s %s: %d".formatted(slot.kind, slot.item, slot.date, asked), String.valueOf(taken.amount)));
            }
        }
    }

    private String code(Long branchId) throws SQLException {
        if (branchId != null && !codes.containsKey(branchId)) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select code from organization where id = " + branchId)) {
                codes.put(branchId, row.next() ? row.getString(1) : null);
            }
        }
        return codes.get(branchId);
    }

    private record Slot(String kind, String item, LocalDate date, String source) implements Comparable<Slot> {

        @Override
        public int compareTo(Slot other) {
            return (date + item + kind + source).compareTo(other.date + other.item + other.kind + other.source);
        }
    }

    private record Deed(String item, LocalDate date, String source) {
    }

    /** What was entered for a slot, and the last entry of it. */
    private static final class Taken {

        private long amount;
        private Long branchId;
        private Long sequence;
        private Long entry;
    }

    /** A holder's deeds and caps of a year. */
    private static final class Year {

        private final Map<Deed, Long> amounts = new LinkedHashMap<>();
        private final Map<Deed, String> matters = new HashMap<>();
        private final Map<Slot, Taken> caps = new TreeMap<>();
        private final Map<LocalDate, Long> branches = new HashMap<>();

        private void add(ResultSet row, LocalDate date) throws SQLException {
            String item = row.getString("rule_item");
            String source = row.getString("source_id");
            branches.putIfAbsent(date, row.getLong("branch_id"));
            if (!row.getString("kind").equals(CAP)) {
                Deed deed = new Deed(item, date, source);
                amounts.merge(deed, row.getLong("amount"), Long::sum);
                String matter = matter(row.getString("parameters"));
                if (matter != null) {
                    matters.put(deed, matter);
                }
                return;
            }
            // The source of a cap is "holder/date", or "holder/date/deed" where a single one is meant.
            String[] parts = source.split("/", 3);
            Taken taken = caps.computeIfAbsent(
                    new Slot(row.getString("source_type"), item, date, parts.length == 3 ? parts[2] : ""), key -> new Taken());
            taken.amount += row.getLong("amount");
            taken.branchId = row.getLong("branch_id");
            taken.sequence = row.getLong("sequence");
            taken.entry = row.getLong("id");
        }

        private List<Reckoning.Deed> deeds() {
            return amounts.entrySet().stream().map(each -> new Reckoning.Deed(each.getKey().item, each.getKey().date,
                    each.getKey().source, matters.get(each.getKey()), each.getValue())).toList();
        }

        private static String matter(String parameters) {
            try {
                return Objects.requireNonNullElse(parameters, "").contains("\"matter\"")
                        ? JSON.readTree(parameters).path("matter").asText(null)
                        : null;
            } catch (JsonProcessingException notJson) {
                return null;
            }
        }
    }
}
