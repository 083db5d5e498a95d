package org.shuangbaodao.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.ledger.EntryKind;
import org.shuangbaodao.ledger.Source;
import org.shuangbaodao.rulebook.ServiceTime;
import org.shuangbaodao.servicerecord.RecordState;

/** Looks from the other side: whether every record that counts has an entry that stands for each of its business dates. */
final class MissingEntries {

    private static final int LOT = 500;
    private static final String COUNTED = RecordState.counted().stream().map(state -> "'" + state + "'").sorted()
            .collect(Collectors.joining(","));

    private final Connection connection;
    private final Findings findings;

    MissingEntries(Connection connection, Findings findings) {
        this.connection = connection;
        this.findings = findings;
    }

    private record Counted(long id, String branch, RecordState state, ServiceTime time) {
    }

    /** @param branchId null for all */
    void check(Long branchId) throws SQLException {
        long after = Long.MIN_VALUE;
        for (List<Counted> records = after(branchId, after); !records.isEmpty(); records = after(branchId, after)) {
            Map<String, Integer> standing = standing(records);
            for (Counted record : records) {
                require(record, EntryKind.SERVICE, standing);
                if (record.state == RecordState.AWARDED) {
                    require(record, EntryKind.AWARD, standing);
                }
                after = record.id;
            }
        }
    }

    private void require(Counted record, EntryKind kind, Map<String, Integer> standing) {
        int days = record.time.days().size();
        int found = standing.getOrDefault(Ids.text(record.id) + kind, 0);
        if (found != days) {
            findings.add(new Finding(Defect.MISSING, record.branch, null, null,
                    "%d %s of record %s".formatted(days, kind, Ids.text(record.id)), String.valueOf(found)));
        }
    }

    private List<Counted> after(Long branchId, long recordId) throws SQLException {
        List<Counted> records = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select r.id, o.code, r.state, r.started_at, r.ended_at"
                + " from service_record r join organization o on o.id = r.branch_id where r.id > ? and r.state in (" + COUNTED
                + ")" + (branchId == null ? "" : " and r.branch_id = " + branchId) + " order by r.id limit " + LOT)) {
            select.setLong(1, recordId);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    records.add(new Counted(rows.getLong(1), rows.getString(2), RecordState.valueOf(rows.getString(3)),
                            new ServiceTime(rows.getObject(4, LocalDateTime.class), rows.getObject(5, LocalDateTime.class))));
                }
            }
        }
        return records;
    }

    private Map<String, Integer> standing(List<Counted> records) throws SQLException {
        Map<String, Integer> standing = new HashMap<>();
        String ids = records.stream().map(record -> "'" + Ids.text(record.id) + "'").collect(Collectors.joining(","));
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement
                        .executeQuery("select e.source_id, e.kind, count(distinct e.served_on) from ledger_entry e"
                                + " left join ledger_entry r on r.reverses = e.id where r.id is null and e.source_type = '"
                                + Source.SERVICE_RECORD + "' and e.source_id in (" + ids + ") group by e.source_id, e.kind")) {
            while (rows.next()) {
                standing.put(rows.getString(1) + rows.getString(2), rows.getInt(3));
            }
        }
        return standing;
    }
}
