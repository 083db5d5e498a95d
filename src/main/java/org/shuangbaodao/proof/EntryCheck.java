package org.shuangbaodao.proof;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.ledger.BranchChain;
import org.shuangbaodao.ledger.EntryKind;
import org.shuangbaodao.ledger.PostedEntry;
import org.shuangbaodao.ledger.Source;
import org.shuangbaodao.rulebook.Rulebooks;

/** Asks for each entry, whether what it says follows from what was decided: the second half of the proof beside the chain. */
final class EntryCheck {

    private final Connection connection;
    private final RecordEntryCheck records;
    private final ItemEntryCheck items;
    private final Findings findings;

    EntryCheck(Connection connection, Rulebooks rulebooks, Findings findings) {
        this.connection = connection;
        this.records = new RecordEntryCheck(rulebooks, findings);
        this.items = new ItemEntryCheck(rulebooks, findings);
        this.findings = findings;
    }

    void check(String branch, List<PostedEntry> entries) throws SQLException {
        Set<Long> reversed = reversed(entries);
        Map<Long, PostedEntry> partners = BranchChain.find(connection,
                entries.stream().map(PostedEntry::reverses).filter(Objects::nonNull).toList());
        Map<Long, Decided> decided = Decided.read(connection, entries.stream().map(EntryCheck::recordId)
                .flatMap(Optional::stream).collect(Collectors.toSet()));
        for (PostedEntry entry : entries) {
            if (entry.reverses() != null || entry.kind() == EntryKind.REVERSAL) {
                reversal(branch, entry, partners.get(entry.reverses()));
            } else if (entry.source().type().equals(Source.SERVICE_RECORD)) {
                Decided record = recordId(entry).map(decided::get).orElse(null);
                records(branch, entry, record, reversed.contains(entry.id()));
            } else if (entry.source().type().equals(Source.ITEM)) {
                items.check(branch, entry);
            } else if (entry.kind() != EntryKind.CAP) {
                findings.add(Defect.DECISION, branch, entry, null, entry.source().type());
            }
        }
    }

    private void records(String branch, PostedEntry entry, Decided record, boolean reversed) {
        if (record == null) {
            findings.add(Defect.DECISION, branch, entry, entry.source().id(), null);
            return;
        }
        try {
            records.check(branch, entry, record, reversed);
        } catch (UncheckedIOException notJson) {
            findings.add(Defect.FACTS, branch, entry, null, entry.parameters());
        }
    }

    private static Optional<Long> recordId(PostedEntry entry) {
        return entry.source().type().equals(Source.SERVICE_RECORD) ? Ids.parse(entry.source().id()) : Optional.empty();
    }

    private void reversal(String branch, PostedEntry entry, PostedEntry partner) {
        if (partner == null) {
            findings.add(Defect.REVERSAL, branch, entry, entry.reverses() == null ? null : Ids.text(entry.reverses()), null);
            return;
        }
        findings.expect(Defect.REVERSAL, branch, entry, EntryKind.REVERSAL, entry.kind());
        findings.expect(Defect.REVERSAL, branch, entry, -partner.amount(), entry.amount());
        findings.expect(Defect.REVERSAL, branch, entry, sameThing(partner), sameThing(entry));
        if (partner.kind() == EntryKind.REVERSAL) {
            findings.add(Defect.REVERSAL, branch, entry, null, Ids.text(partner.id()));
        }
    }

    // All that an entry and its opposite have in common.
    private static String sameThing(PostedEntry entry) {
        return List
                .of(entry.book(), Ids.text(entry.holderId()), Ids.text(entry.branchId()), String.valueOf(entry.communityId()),
                        entry.servedOn(), entry.ruleItem(), entry.ruleVersion(), entry.source())
                .toString();
    }

    private Set<Long> reversed(List<PostedEntry> entries) throws SQLException {
        Set<Long> reversed = new HashSet<>();
        if (entries.isEmpty()) {
            return reversed;
        }
        String list = entries.stream().map(entry -> String.valueOf(entry.id())).collect(Collectors.joining(","));
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select reverses from ledger_entry where reverses in (" + list + ")")) {
            while (rows.next()) {
                reversed.add(rows.getLong(1));
            }
        }
        return reversed;
    }
}
