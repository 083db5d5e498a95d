package org.shuangbaodao.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.ledger.EntryKind;
import org.shuangbaodao.ledger.Source;
import org.shuangbaodao.rulebook.RuleItem;
import org.shuangbaodao.rulebook.RuleItem.Group;
import org.shuangbaodao.rulebook.Rulebook;
import org.shuangbaodao.rulebook.Rulebooks;
import org.shuangbaodao.rulebook.ServiceTime;
import org.shuangbaodao.servicerecord.RecordState;

/** Looks from the other side: whether the entries that follow from each decision stand, each of them once. */
final class DecisionCheck {

    private static final int LOT = 500;
    private static final String COUNTED = RecordState.counted().stream().map(state -> "'" + state + "'").sorted()
            .collect(Collectors.joining(","));

    private final Connection connection;
    private final Rulebooks rulebooks;
    private final Findings findings;

    DecisionCheck(Connection connection, Rulebooks rulebooks, Findings findings) {
        this.connection = connection;
        this.rulebooks = rulebooks;
        this.findings = findings;
    }

    /**
     * A record that counts, or an item that was approved.
     *
     * @param branch code
     * @param due how many entries it leads to, by kind and rule item
     */
    private record Decision(long id, String branch, Map<String, Integer> due) {
    }

    @FunctionalInterface
    private interface Reader {

        Decision read(ResultSet row) throws SQLException;
    }

    /** @param branchId null for all */
    void check(Long branchId) throws SQLException {
        String ofBranch = branchId == null ? "" : " and d.branch_id = " + branchId;
        check(Source.SERVICE_RECORD, "select d.id, o.code, d.state, d.started_at, d.ended_at, d.working_time, p.professional"
                + " and p.flagged_on < date(d.started_at) and p.valid_from <= date(d.started_at)"
                + " and (p.valid_to is null or p.valid_to >= date(d.started_at)) as professional"
                + " from service_record d join organization o on o.id = d.branch_id left join activity_post p"
                + " on p.id = d.post_id where d.state in (" + COUNTED + ")" + ofBranch, this::record);
        check(Source.ITEM, "select d.id, o.code, d.item, d.day from points_item d join organization o on o.id = d.branch_id"
                + " where d.state = 'APPROVED'" + ofBranch, this::item);
    }

    private void check(String sourceType, String select, Reader reader) throws SQLException {
        long after = Long.MIN_VALUE;
        for (List<Decision> some = after(select, reader, after); !some.isEmpty(); some = after(select, reader, after)) {
            Map<Long, Map<String, Integer>> standing = standing(sourceType, some);
            for (Decision decision : some) {
                compare(sourceType, decision, standing.getOrDefault(decision.id, Map.of()));
                after = decision.id;
            }
        }
    }

    private void compare(String sourceType, Decision decision, Map<String, Integer> standing) {
        Set<String> entries = new TreeSet<>(decision.due.keySet());
        entries.addAll(standing.keySet());
        for (String entry : entries) {
            int due = decision.due.getOrDefault(entry, 0);
            int found = standing.getOrDefault(entry, 0);
            if (due != found) {
                findings.add(new Finding(found < due ? Defect.MISSING : Defect.REPEATED, decision.branch, null, null,
                        "%d %s of %s %s".formatted(due, entry, sourceType, Ids.text(decision.id)), String.valueOf(found)));
            }
        }
    }

    private Decision record(ResultSet row) throws SQLException {
        ServiceTime time = new ServiceTime(row.getObject("started_at", LocalDateTime.class),
                row.getObject("ended_at", LocalDateTime.class));
        int days = time.days().size();
        Rulebook rules = rulebooks.on(time.start().toLocalDate());
        Map<String, Integer> due = new TreeMap<>();
        due.put(entry(EntryKind.SERVICE, Rulebook.HOURS), days);
        if (RecordState.valueOf(row.getString("state")) == RecordState.AWARDED) {
            due.put(entry(EntryKind.AWARD, RuleItem.SERVICE_HOURS), days);
            if (row.getBoolean("professional") && !row.getBoolean("working_time")) {
                rules.item(RuleItem.PROFESSIONAL).ifPresent(extra -> due.put(entry(EntryKind.AWARD, extra.code()), days));
            }
        }
        return new Decision(row.getLong("id"), row.getString("code"), due);
    }

    private Decision item(ResultSet row) throws SQLException {
        Map<String, Integer> due = rulebooks.on(row.getObject("day", LocalDate.class)).item(row.getString("item"))
                .filter(rule -> rule.group() != Group.VETO)
                .map(rule -> Map.of(
                        entry(rule.group() == Group.DEDUCTION ? EntryKind.DEDUCTION : EntryKind.AWARD, rule.code()), 1))
                .orElse(Map.of());
        return new Decision(row.getLong("id"), row.getString("code"), due);
    }

    private static String entry(EntryKind kind, String ruleItem) {
        return kind + " " + ruleItem;
    }

    private List<Decision> after(String select, Reader reader, long id) throws SQLException {
        List<Decision> decisions = new ArrayList<>();
        try (PreparedStatement statement = connection
                .prepareStatement(select + " and d.id > ? order by d.id limit " + LOT)) {
            statement.setLong(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    decisions.add(reader.read(rows));
                }
            }
        }
        return decisions;
    }

    private Map<Long, Map<String, Integer>> standing(String sourceType, List<Decision> decisions) throws SQLException {
        Map<Long, Map<String, Integer>> standing = new HashMap<>();
        String ids = decisions.stream().map(each -> "'" + Ids.text(each.id) + "'").collect(Collectors.joining(","));
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select e.source_id, e.kind, e.rule_item, count(*) from ledger_entry e"
                        + " left join ledger_entry r on r.reverses = e.id where r.id is null and e.reverses is null"
                        + " and e.source_type = '" + sourceType + "' and e.source_id in (" + ids
                        + ") group by e.source_id, e.kind, e.rule_item")) {
            while (rows.next()) {
                standing.computeIfAbsent(Ids.parse(rows.getString(1)).orElseThrow(), id -> new HashMap<>())
                        .put(rows.getString(2) + " " + rows.getString(3), rows.getInt(4));
            }
        }
        return standing;
    }
}
