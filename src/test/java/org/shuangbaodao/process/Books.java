package org.shuangbaodao.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.shuangbaodao.kernel.Ids;

/**
 * Adds up and hashes the books once more, from the rows alone: nothing here is shared with the code that wrote them, except
 * for how an id is written.
 */
final class Books {

    private static final String BEGINNING = "0".repeat(64);
    private static final DateTimeFormatter STORED = new DateTimeFormatterBuilder().appendPattern("yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true).toFormatter();

    private final TestDatabase database;

    Books(TestDatabase database) {
        this.database = database;
    }

    /** Everything that must hold whatever was cut off in the middle. */
    void check() throws Exception {
        checkStandings();
        checkChains();
        checkRecords();
        checkBoards();
    }

    /** Σ entries = standing, for every holder, book, quarter and branch. */
    private void checkStandings() throws Exception {
        assertThat(database.rows("""
                select holder_id, book, period, branch_id, sum(entries), sum(standing) from (
                  select holder_id, book, period, branch_id, amount as entries, 0 as standing from ledger_entry
                  union all select holder_id, book, period, branch_id, 0, amount from standing) as both_sides
                group by holder_id, book, period, branch_id having sum(entries) <> sum(standing)""")).isEmpty();
        assertThat(database.rows("select count(*) from ledger_entry").get(0).get(0)).isNotEqualTo("0");
    }

    /** Each entry's hash covers its content and the one before it, and the branch knows the last one. */
    private void checkChains() throws Exception {
        Map<String, String> heads = new HashMap<>();
        Map<String, Long> sequences = new HashMap<>();
        for (List<String> row : database.rows("""
                select format, id, branch_id, sequence, book, holder_id, community_id, period, served_on, amount, kind,
                  rule_item, rule_version, parameters, source_type, source_id, source_revision, reverses, posted_at, posted_by,
                  nonce, previous_hash, hash, digest
                from ledger_entry order by branch_id, sequence""")) {
            String branch = row.get(2);
            long sequence = sequences.merge(branch, 1L, Long::sum);
            assertThat(row.get(3)).as("sequence in branch %s", branch).isEqualTo(String.valueOf(sequence));
            assertThat(row.get(21)).as("previous of %s", row.get(1)).isEqualTo(heads.getOrDefault(branch, BEGINNING));
            assertThat(row.get(22)).as("hash of %s", row.get(1)).isEqualTo(hash(row));
            heads.put(branch, row.get(22));
        }
        for (List<String> head : database.rows("select branch_id, sequence, head from ledger_branch")) {
            assertThat(head.get(1)).isEqualTo(String.valueOf(sequences.getOrDefault(head.get(0), 0L)));
            assertThat(head.get(2)).isEqualTo(heads.getOrDefault(head.get(0), BEGINNING));
        }
    }

    private static String hash(List<String> row) throws Exception {
        String[] names = { "format", "id", "branch", "sequence", "book", "holder", "community", "period", "servedOn", "amount",
                "kind", "ruleItem", "ruleVersion", "parameters", "sourceType", "sourceId", "sourceRevision", "reverses",
                "postedAt", "postedBy", "nonce", "previous" };
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < names.length; i++) {
            text.append(names[i]).append('=').append(switch (names[i]) {
                case "id", "branch", "holder", "community", "reverses", "postedBy" -> id(row.get(i));
                case "postedAt" -> LocalDateTime.parse(row.get(i), STORED).toInstant(ZoneOffset.UTC).toString();
                default -> row.get(i);
            }).append('\n');
        }
        return HexFormat.of().formatHex(
                MessageDigest.getInstance(row.get(23)).digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static String id(String number) {
        return number == null ? "" : Ids.text(Long.parseLong(number));
    }

    /** A record and what was posted for it were stored together: minutes from its confirmation on, points from its award. */
    private void checkRecords() throws Exception {
        List<List<String>> records = database.rows("select id, state, revision from service_record");
        Map<String, Long> posted = new HashMap<>();
        for (List<String> row : database
                .rows("""
                        select source_id, source_revision, kind, count(*) from ledger_entry
                        where source_type = 'SERVICE_RECORD' and kind in ('SERVICE', 'AWARD') group by source_id, source_revision, kind""")) {
            posted.put(row.get(0) + row.get(1) + row.get(2), Long.parseLong(row.get(3)));
        }
        for (List<String> record : records) {
            String key = id(record.get(0)) + record.get(2);
            boolean confirmed = record.get(1).equals("CONFIRMED") || record.get(1).equals("AWARDED");
            if (record.get(1).equals("SUBMITTED") || confirmed) {
                assertThat(posted.containsKey(key + "SERVICE")).as("minutes of a record %s", record).isEqualTo(confirmed);
            }
        }
    }

    /**
     * Once nothing waits any more, every branch's total is the sum of its standings, and the tops hold everything. Items of the
     * second profile stand on no board.
     */
    private void checkBoards() throws Exception {
        for (int i = 0; i < 600 && !database.rows("select id from board_task limit 1").isEmpty(); i++) {
            Thread.sleep(100);
        }
        assertThat(database.rows("select id from board_task limit 1")).as("tasks that wait for the boards").isEmpty();
        assertThat(database
                .rows("""
                        select branch_id, book, period, sum(standing), sum(total) from (
                          select branch_id, book, period, amount as standing, 0 as total from standing where book <> 'HUNDRED_POINTS'
                          union all select organization_id, book, period, 0, amount from board_total
                          join organization on organization.id = organization_id and kind = 'BRANCH' where period like '%-Q%') as both_sides
                        group by branch_id, book, period having sum(standing) <> sum(total)"""))
                .isEmpty();
        assertThat(database.rows("""
                select book, sum(standing), sum(total) from (
                  select book, amount as standing, 0 as total from standing where book <> 'HUNDRED_POINTS'
                  union all select book, 0, amount from board_total
                  join organization on organization.id = organization_id and parent_id is null and tree = 'PARTY'
                  where period = 'all') as both_sides
                group by book having sum(standing) <> sum(total)""")).isEmpty();
    }
}
