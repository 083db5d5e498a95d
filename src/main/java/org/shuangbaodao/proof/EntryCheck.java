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
    private final RecordEntryCheck service;
    private final ItemEntryCheck items;
    private final Findings findings;

    EntryCheck(Connection connection, Rulebooks rulebooks, Findings findings) {
        this.connection = connection;
        this.service = new RecordEntryCheck(rulebooks, findings);
        this.items = new ItemEntryCheck(rulebooks, findings);
        this.findings = findings;
    }

    void check(String branch, List<PostedEntry> entries) throws SQLException {
        Set<Long> reversed = reversed(entries);
        Map<Long, PostedEntry> partners = BranchChain.find(connection,
                entries.stream().map(PostedEntry::reverses).filter(Objects::nonNull).toList());
        Map<Long, Decided> records = Decided.read(connection, sources(entries, Source.SERVICE_RECORD));
        Map<Long, DecidedItem> approved = DecidedItem.read(connection, sources(entries, Source.ITEM));
        for (PostedEntry entry : entries) {
            Long source = Ids.parse(entry.source().id()).orElse(null);
            if (entry.reverses() != null || entry.kind() == EntryKind.REVERSAL) {
                reversal(branch, entry, partners.get(entry.reverses()));
            } else if (records.containsKey(source) && entry.source().type().equals(Source.SERVICE_RECORD)) {
                readable(branch, entry,
                        () -> service.check(branch, entry, records.get(source), reversed.contains(entry.id())));
            } else if (approved.containsKey(source) && entry.source().type().equals(Source.ITEM)) {
                readable(branch, entry, () -> items.check(branch, entry, approved.get(source), reversed.contains(entry.id())));
            } else if (entry.kind() != EntryKind.CAP) {
                findings.add(Defect.DECISION, branch, entry, null, entry.source().type() + " " + entry.source().id());
            }
        }
    }

    private static Set<Long> sources(List<PostedEntry> entries, String type) {
        return entries.stream().map(PostedEntry::source).filter(source -> source.type().equals(type))
                .map(source -> Ids.parse(source.id())).flatMap(Optional::stream).collect(Collectors.toSet());
    }

    private void readable(String branch, PostedEntry entry, Runnable check) {
        try {
            check.run();
        } catch (UncheckedIOException parametersAreNotJson) {
            findings.add(Defect.FACTS, branch, entry, null, entry.parameters());
        }
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
