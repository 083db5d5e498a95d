package org.shuangbaodao.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.ledger.EntryKind;
import org.shuangbaodao.ledger.Source;
import org.shuangbaodao.servicerecord.RecordState;

/** Looks from the other side: whether every record that counts has entries that stand. */
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

    private record Counted(long id, String branch, RecordState state) {
    }

    /** @param branchId null for all */
    void check(Long branchId) throws SQLException {
        long after = Long.MIN_VALUE;
        for (List<Counted> records = after(branchId, after); !records.isEmpty(); records = after(branchId, after)) {
            Set<String> entered = entered(records);
            for (Counted record : records) {
                String source = Ids.text(record.id);
                require(record, EntryKind.SERVICE, entered.contains(source + EntryKind.SERVICE));
                if (record.state == RecordState.AWARDED) {
                    require(record, EntryKind.AWARD, entered.contains(source + EntryKind.AWARD));
                }
                after = record.id;
            }
        }
    }

    private void require(Counted record, EntryKind kind, boolean entered) {
        if (!entered) {
            findings.add(new Finding(Defect.MISSING, record.branch, null, null,
                    "%s of record %s".formatted(kind, Ids.text(record.id)), null));
        }
    }

    private List<Counted> after(Long branchId, long recordId) throws SQLException {
        List<Counted> records = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select r.id, o.code, r.state"
                + " from service_record r join organization o on o.id = r.branch_id where r.id > ? and r.state in (" + COUNTED
                + ")" + (branchId == null ? "" : " and r.branch_id = " + branchId) + " order by r.id limit " + LOT)) {
            select.setLong(1, recordId);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    records.add(new Counted(rows.getLong(1), rows.getString(2), RecordState.valueOf(rows.getString(3))));
                }
            }
        }
        return records;
    }

    private Set<String> entered(List<Counted> records) throws SQLException {
        Set<String> entered = new HashSet<>();
        String ids = records.stream().map(record -> "'" + Ids.text(record.id) + "'").collect(Collectors.joining(","));
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement
                        .executeQuery("select e.source_id, e.kind from ledger_entry e left join ledger_entry r"
                                + " on r.reverses = e.id where r.id is null and e.source_type = '" + Source.SERVICE_RECORD
                                + "' and e.source_id in (" + ids + ")")) {
            while (rows.next()) {
                entered.add(rows.getString(1) + rows.getString(2));
            }
        }
        return entered;
    }
}
