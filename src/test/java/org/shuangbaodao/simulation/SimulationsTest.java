package org.shuangbaodao.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.ledger.GeneratedChain;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.MemberCategory;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.rulebook.RuleDrafts;
import org.shuangbaodao.rulebook.RuleItem;
import org.shuangbaodao.rulebook.Rulebook;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Pages;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** A hundred thousand awards of a year that no other test books in, tried under a draft. */
@QuarkusTest
class SimulationsTest {

    private static final int YEAR = 2012;
    private static final int HOLDERS = 1000;
    private static final int AWARDS = 100_000;

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    RuleDrafts drafts;
    @Inject
    Simulations simulations;
    @Inject
    EntityManager database;
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;
    @ConfigProperty(name = "quarkus.flyway.username")
    String migrationAccount;
    @ConfigProperty(name = "quarkus.flyway.password")
    String migrationPassword;

    private final List<Long> branches = new ArrayList<>();
    private final List<Long> holders = new ArrayList<>();
    private final Map<Long, Integer> deeds = new TreeMap<>();

    @Test
    void aHundredThousandAwardsAreTriedAndNothingIsBooked() throws SQLException {
        Given.Town town = given.town();
        Member officer = given.officer(town.workingCommittee());
        Given.Town elsewhere = given.town();
        try (Connection connection = DriverManager.getConnection(url + (url.contains("?") ? "&" : "?")
                + "rewriteBatchedStatements=true", migrationAccount, migrationPassword)) {
            fill(connection, town, elsewhere.branch());
            try {
                String before = fingerprint();
                RuleDrafts.Draft draft = draft(officer);

                long begun = System.nanoTime();
                Outcome outcome = simulations.run(draft.id(), YEAR, officer.id);
                Log.infof("A dry run over %d entries took %d ms", outcome.entries(), (System.nanoTime() - begun) / 1_000_000);

                assertOutcome(outcome);
                assertThat(fingerprint()).isEqualTo(before);
                RuleDrafts.Draft seen = drafts.read(draft.id(), officer.id);
                assertThat(seen.simulated()).isTrue();
                assertThat(seen.version()).isEqualTo(draft.version());

                assertPage(as.pages(officer), draft.id());
                drafts.discard(draft.id(), draft.version(), officer.id);
            } finally {
                forget(connection);
            }
        }
    }

    /** What an hour's points would be, 0.50 for each half, at most 40.00 a year; in the draft 0.60 and 30.00. */
    private void assertOutcome(Outcome outcome) {
        long before = 0;
        long after = 0;
        long gainers = 0;
        long losers = 0;
        for (int number : deeds.values()) {
            long had = Math.min(100L * number, 4000);
            long has = Math.min(120L * number, 3000);
            before += had;
            after += has;
            gainers += has > had ? 1 : 0;
            losers += has < had ? 1 : 0;
        }
        assertThat(outcome.entries()).isEqualTo(AWARDS);
        assertThat(outcome.results()).containsOnlyKeys(Book.POINTS);
        List<Outcome.ClassResult> classes = outcome.results().get(Book.POINTS);
        assertThat(classes).extracting(Outcome.ClassResult::category).containsExactly(MemberCategory.FULL,
                MemberCategory.RETIRED);
        assertThat(classes.stream().mapToLong(Outcome.ClassResult::people).sum()).isEqualTo(HOLDERS);
        assertThat(classes.stream().mapToLong(Outcome.ClassResult::before).sum()).isEqualTo(before);
        assertThat(classes.stream().mapToLong(Outcome.ClassResult::after).sum()).isEqualTo(after);
        assertThat(classes.stream().mapToLong(Outcome.ClassResult::gainers).sum()).isEqualTo(gainers).isPositive();
        assertThat(classes.stream().mapToLong(Outcome.ClassResult::losers).sum()).isEqualTo(losers).isPositive();
        assertThat(classes).allSatisfy(each -> {
            assertThat(each.largestLoss()).isEqualTo(1000);
            assertThat(each.bands().stream().mapToInt(Outcome.Band::before).sum()).isEqualTo((int) each.people());
            assertThat(each.bands().stream().mapToInt(Outcome.Band::after).sum()).isEqualTo((int) each.people());
        });
        // Half of them live where this officer's office does not reach.
        assertThat(outcome.affected()).hasSize(DryRun.MOST_AFFECTED)
                .allSatisfy(each -> assertThat(holders.indexOf(each.holderId()) % 2).isZero())
                .allSatisfy(each -> assertThat(each.after() - each.before()).isEqualTo(-1000));
    }

    private static void assertPage(Pages pages, long draftId) {
        String address = "/rules/drafts/" + Ids.text(draftId) + "/dry-run";
        Document form = pages.get(address);
        Pages.Answer done = pages.submit(Pages.form(form, address), Map.of("year", String.valueOf(YEAR)));

        assertThat(done.status()).isEqualTo(200);
        assertThat(done.page().text()).contains("正式党员", "离退休党员", "变化最大的人", "-10.00");
        assertThat(pages.submit(Pages.form(form, address), Map.of("year", "1999")).status()).isEqualTo(422);
    }

    private RuleDrafts.Draft draft(Member officer) {
        long id = drafts.begin(officer.id);
        return drafts.change(id, drafts.read(id, officer.id).version(), rules -> new Rulebook(rules.version(),
                rules.effectiveFrom(), rules.document(), rules.cycle(), rules.items().stream().map(SimulationsTest::changed)
                        .toList(),
                rules.target(), rules.classes(), rules.hundred()), officer.id);
    }

    private static RuleItem changed(RuleItem item) {
        return !item.code().equals("SV-01") ? item
                : new RuleItem(item.code(), item.names(), item.profile(), item.group(), item.measure(), 60, 30, 100,
                        new RuleItem.Caps(null, 800L, null, 3000L), item.stacking(), item.levels());
    }

    // Everybody has another number of hours, one on a day: from none to two hundred, a hundred thousand in all.
    private void fill(Connection connection, Given.Town town, Organization other) throws SQLException {
        Organization own = town.branch();
        branches.addAll(List.of(own.id, other.id));
        int left = AWARDS;
        for (int i = 0; i < HOLDERS; i++) {
            holders.add(Ids.next());
            int number = i == HOLDERS - 1 ? left : Math.min(left - (HOLDERS - 1 - i), 1 + i * 397 % 199);
            deeds.put(holders.get(i), number);
            left -= number;
        }
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement("insert into member (id, number, category, name, sort_key,"
                + " gender, skills, created_at, version) values (?, ?, ?, ?, 'x', 'UNSTATED', '', now(6), 0)")) {
            for (int i = 0; i < HOLDERS; i++) {
                insert.setLong(1, holders.get(i));
                insert.setString(2, "M" + Ids.text(holders.get(i)));
                insert.setString(3, i % 10 < 2 ? "RETIRED" : "FULL");
                insert.setString(4, "试算" + i);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        for (int half = 0; half < 2; half++) {
            chain(connection, branches.get(half), half);
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private void chain(Connection connection, long branch, int half) throws SQLException {
        StringBuilder rows = new StringBuilder();
        GeneratedChain chain = new GeneratedChain(branch, Instant.parse(YEAR + "-12-31T00:00:00Z"), rows);
        Map<List<Object>, Long> standings = new java.util.HashMap<>();
        for (int i = half; i < HOLDERS; i += 2) {
            for (int d = 0; d < deeds.get(holders.get(i)); d++) {
                LocalDate day = LocalDate.of(YEAR, 1, 1).plusDays(d % 366);
                chain.deed(holders.get(i), branch, day, 60);
                String period = Period.quarterOf(day).key();
                standings.merge(List.of(holders.get(i), "DUTY_MINUTES", period), 60L, Long::sum);
                standings.merge(List.of(holders.get(i), "POINTS", period), 100L, Long::sum);
            }
        }
        String[] head = chain.branchRow().strip().split("\t");
        insert(connection, "replace into ledger_branch (branch_id, sequence, head, open_from) values (?, ?, ?, ?)",
                List.<Object[]> of(head));
        insert(connection,
                "insert into ledger_entry (id, branch_id, sequence, book, holder_id, community_id, period, served_on,"
                        + " amount, kind, rule_item, rule_version, parameters, source_type, source_id, source_revision, reverses,"
                        + " posted_at, posted_by, format, digest, nonce, previous_hash, hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows.toString().lines().map(line -> (Object[]) line.split("\t")).toList());
        insert(connection, "insert into standing (holder_id, book, period, branch_id, amount) values (?, ?, ?, ?, ?)",
                standings.entrySet().stream().map(each -> new Object[] { each.getKey().get(0), each.getKey().get(1),
                        each.getKey().get(2), branch, each.getValue() }).toList());
    }

    private static void insert(Connection connection, String sql, List<Object[]> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, "\\N".equals(row[i]) ? null : row[i]);
                }
                insert.addBatch();
                if (++waiting % 5000 == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** All that could have been written: entries, sums, tasks, records. */
    private String fingerprint() {
        return QuarkusTransaction.requiringNew().timeout(300).call(() -> String.valueOf(database.createNativeQuery(
                "select concat_ws('|', (select count(*) from ledger_entry where branch_id in (:branches)),"
                        + " (select sum(crc32(concat(id, hash, amount))) from ledger_entry where branch_id in (:branches)),"
                        + " (select sum(crc32(concat(holder_id, period, book, amount))) from standing where branch_id in (:branches)),"
                        + " (select count(*) from board_task where branch_id in (:branches)),"
                        + " (select group_concat(head) from ledger_branch where branch_id in (:branches)))")
                .setParameter("branches", branches).getSingleResult()));
    }

    // Other tests look through all books.
    private void forget(Connection connection) throws SQLException {
        String within = " where branch_id in (" + branches.get(0) + ", " + branches.get(1) + ")";
        for (String table : List.of("ledger_entry", "standing", "ledger_branch")) {
            try (PreparedStatement delete = connection.prepareStatement("delete from " + table + within)) {
                delete.executeUpdate();
            }
        }
        try (PreparedStatement delete = connection.prepareStatement("delete from member where sort_key = 'x'")) {
            delete.executeUpdate();
        }
    }
}
