package org.shuangbaodao.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.shuangbaodao.database.KeyFolder;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.ledger.Forgery;
import org.shuangbaodao.ledger.LedgerProof;
import org.shuangbaodao.rulebook.RuleItem;
import org.shuangbaodao.rulebook.Rulebook;
import org.shuangbaodao.support.Deeds;
import org.shuangbaodao.support.Owner;
import org.shuangbaodao.support.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The verification against somebody who owns the database and changes what he likes. Each change is made in the transaction the
 * verification reads in, and undone with it.
 */
@QuarkusTest
class LedgerVerificationTest {

    @Inject
    Deeds deeds;
    @Inject
    Owner owner;
    @Inject
    LedgerProof proof;
    @Inject
    Digests digests;
    @Inject
    KeyFolder keys;
    @Inject
    TestClock clock;
    Deeds.Place place;
    long branch;

    /** Minutes, points, a daily cap, a reversal of points and a new award. */
    @BeforeEach
    void books() {
        place = deeds.place();
        branch = place.branchId();
        deeds.awarded(place, "2026-10-10T08:00", "2026-10-10T15:00");
        deeds.awarded(place, "2026-10-10T16:00", "2026-10-10T20:00");
        String again = deeds.awarded(place, "2026-10-11T22:30", "2026-10-12T01:00");
        deeds.decide(place.secretary(), again, "reversal");
        deeds.decide(place.secretary(), again, "award");
    }

    @AfterEach
    void present() {
        clock.reset();
    }

    private interface Change {

        void on(Connection connection) throws SQLException;
    }

    private LedgerVerification.Outcome afterwards(Evidence evidence, Change change) throws SQLException {
        try (Connection connection = owner.connect()) {
            connection.setAutoCommit(false);
            change.on(connection);
            return LedgerVerification.ofBranch(connection, place.branchCode(), evidence);
        }
    }

    private LedgerVerification.Outcome afterwards(Change change) throws SQLException {
        return afterwards(Evidence.none(keys.digestPublicKey()), change);
    }

    private static void run(Connection connection, String statement) throws SQLException {
        try (Statement update = connection.createStatement()) {
            assertThat(update.executeUpdate(statement)).as(statement).isPositive();
        }
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).as(query).isTrue();
            return row.getString(1);
        }
    }

    @Test
    void soundBooksAreFoundSound() throws SQLException {
        LedgerVerification.Outcome outcome = afterwards(connection -> {
        });

        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.isSound()).isTrue();
        // 4 of minutes, 2 + 2 + 2 of points with their 2 opposites, and the cap of the long day.
        assertThat(outcome.entries()).isEqualTo(4 + 2 + 2 + 2 + 2 + 1);
    }

    /** Every column there is: one that is added later and not hashed makes this test fail. */
    @Test
    void aChangeOfAnyColumnIsFoundAndNamed() throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select column_name, data_type from information_schema.columns"
                        + " where table_schema = database() and table_name = 'ledger_entry' order by ordinal_position")) {
            while (rows.next()) {
                columns.put(rows.getString(1), rows.getString(2));
            }
        }
        assertThat(columns).hasSize(24);
        for (Map.Entry<String, String> column : columns.entrySet()) {
            for (int sequence : new int[] { 1, 4, 7 }) {
                LedgerVerification.Outcome outcome = afterwards(connection -> run(connection,
                        "update ledger_entry set %s = %s where branch_id = %d and sequence = %d".formatted(column.getKey(),
                                other(column.getKey(), column.getValue()), branch, sequence)));

                assertThat(outcome.findings()).as("%s of entry %d", column.getKey(), sequence)
                        .anyMatch(finding -> finding.branch().equals(place.branchCode()) && finding.sequence() != null
                                && finding.sequence() == sequence
                                && (finding.defect() == Defect.CHANGED || finding.defect() == Defect.GAP));
            }
        }
    }

    // The last byte of a text becomes another, a number or moment the next; what was absent is there.
    private static String other(String column, String type) {
        return switch (type) {
            case "varchar", "char" -> "concat(left(%1$s, char_length(%1$s) - 1), if(right(%1$s, 1) = '0', '1', '0'))"
                    .formatted(column);
            case "date" -> column + " + interval 1 day";
            case "datetime" -> column + " + interval 1 microsecond";
            // Far enough from the others of its branch not to meet one of them.
            default -> "coalesce(%s, 0) + 1000".formatted(column);
        };
    }

    @Test
    void everyByteOfTheParametersCounts() throws SQLException {
        int length = 0;
        try (Connection connection = owner.connect()) {
            length = Integer.parseInt(one(connection,
                    "select char_length(parameters) from ledger_entry where sequence = 2 and branch_id = " + branch));
        }
        for (int at = 1; at <= length; at++) {
            int position = at;
            LedgerVerification.Outcome outcome = afterwards(connection -> run(connection,
                    "update ledger_entry set parameters = insert(parameters, %1$d, 1, if(substr(parameters, %1$d, 1) = '8', '9',"
                            .formatted(position) + " '8')) where sequence = 2 and branch_id = " + branch));
            assertThat(outcome.findings()).as("byte %d", at)
                    .anyMatch(finding -> finding.defect() == Defect.CHANGED && finding.sequence() == 2);
        }
    }

    @Test
    void aDeletedEntryIsFound() throws SQLException {
        assertThat(afterwards(connection -> run(connection,
                "delete from ledger_entry where sequence = 3 and branch_id = " + branch)).findings())
                .anyMatch(finding -> finding.defect() == Defect.GAP && finding.sequence() == 3);
    }

    @Test
    void anInsertedEntryIsFoundWhereverItIsPut() throws SQLException {
        LedgerVerification.Outcome beyond = afterwards(connection -> insertCopy(connection,
                "(select sequence + 1 from ledger_branch where branch_id = " + branch + ")"));
        assertThat(beyond.findings()).anyMatch(finding -> finding.defect() == Defect.GAP && finding.entry() != null);

        LedgerVerification.Outcome recomputed = afterwards(connection -> {
            run(connection, "update ledger_entry set sequence = sequence + 1000 where sequence > 2 and branch_id = " + branch);
            insertCopy(connection, "3");
            Forgery.recompute(connection, branch);
        });
        assertThat(recomputed.findings()).as("a second entry for a deed").anyMatch(
                finding -> finding.sequence() != null && finding.sequence() == 3 && finding.defect() == Defect.DECISION);
    }

    /** One confirmation and one award, and entries that both of them would fit. */
    @ParameterizedTest
    @ValueSource(strings = { "kind = 'SERVICE' and served_on = '2026-10-11'; rule_item; 2",
            "kind = 'AWARD' and sequence = 2; 'SV-04'; 1" })
    void aDecisionThatIsEnteredAgainIsFound(String forged) throws SQLException {
        String[] parts = forged.split("; ");

        LedgerVerification.Outcome outcome = afterwards(connection -> {
            insertCopy(connection, parts[0], "(select sequence + 1 from ledger_branch where branch_id = " + branch + ")",
                    parts[1], "source_id, " + parts[2]);
            Forgery.recompute(connection, branch);
        });

        assertThat(outcome.findings()).extracting(Finding::defect).contains(Defect.REPEATED)
                .doesNotContain(Defect.CHANGED, Defect.GAP, Defect.SURPLUS, Defect.TAIL);
    }

    @Test
    void anApprovedItemWithoutAnEntryIsFound() throws SQLException {
        String item = "insert into points_item (id, member_id, branch_id, item, day, times, document_number, state, proposed_at,"
                + " version) values (%d, %d, %d, '%s', '2026-10-01', 1, '1', 'APPROVED', now(6), 0)";

        LedgerVerification.Outcome outcome = afterwards(
                connection -> run(connection, item.formatted(Ids.next(), place.member().id, branch, "RP-01")));

        assertThat(outcome.findings()).extracting(Finding::defect).containsExactly(Defect.MISSING);
        assertThat(outcome.findings().get(0).expected()).startsWith("1 AWARD RP-01 of ITEM");
        // A fact that counts without points leads to none.
        String veto = Rulebook.shipped().items().stream().filter(each -> each.group() == RuleItem.Group.VETO).findFirst()
                .orElseThrow().code();
        assertThat(afterwards(connection -> run(connection, item.formatted(Ids.next(), place.member().id, branch, veto)))
                .findings()).isEmpty();
    }

    private void insertCopy(Connection connection, String sequence) throws SQLException {
        insertCopy(connection, "sequence = 2", sequence, "rule_item", "'0HZZZZZZZZZZZ', source_revision");
    }

    private void insertCopy(Connection connection, String which, String sequence, String ruleItem, String source)
            throws SQLException {
        run(connection, ("insert into ledger_entry select %d, branch_id, %s, book, holder_id, community_id, period, served_on,"
                + " amount, kind, %s, rule_version, parameters, source_type, %s, reverses,"
                + " posted_at, posted_by, format, digest, nonce, previous_hash, hash from ledger_entry where %s and"
                + " branch_id = %d").formatted(Ids.next(), sequence, ruleItem, source, which, branch));
    }

    @Test
    void aCutTailIsFound() throws SQLException {
        String last = "sequence = (select sequence from ledger_branch where branch_id = %1$d) and branch_id = %1$d"
                .formatted(branch);
        assertThat(afterwards(connection -> run(connection, "delete from ledger_entry where " + last)).findings())
                .anyMatch(finding -> finding.defect() == Defect.TAIL);

        LedgerVerification.Outcome headToo = afterwards(connection -> {
            run(connection, "delete from ledger_entry where " + last);
            Forgery.recompute(connection, branch);
        });
        assertThat(headToo.findings()).as("the award that nothing follows from")
                .anyMatch(finding -> finding.defect() == Defect.DECISION || finding.defect() == Defect.MISSING
                        || finding.defect() == Defect.AMOUNT);
    }

    /** With the decision changed as well, the books agree with themselves: only what was kept elsewhere tells. */
    @Test
    void aBranchMadeAnewFromTheGroundIsFoundWithWhatWasKept() throws Exception {
        OldHead head = new OldHead(place.branchCode(), proof.headOf(branch).sequence(), proof.headOf(branch).hash());
        String json = RestAssured.get("/api/ledger/digest/" + madeDigest()).asString();
        SavedDigest saved = read(json);
        SavedDigest withoutLeaves = read(json.replaceAll("\"leaves\":\\[.*]", "\"leaves\":[]"));
        assertThat(saved.leaves()).isNotEmpty();
        assertThat(withoutLeaves.leaves()).isEmpty();
        Change forgery = connection -> {
            run(connection, "update service_record set ended_at = ended_at + interval 1 hour, minutes = minutes + 60"
                    + " where started_at = '2026-10-10 16:00' and branch_id = " + branch);
            run(connection, "update service_record_step set minutes = minutes + 60 where record_id in (select id from"
                    + " service_record where started_at = '2026-10-10 16:00' and branch_id = " + branch + ")");
            run(connection, "update ledger_entry set amount = amount + 60, parameters = replace(replace(parameters,"
                    + " '\"minutes\":240', '\"minutes\":300'), 'T20:00', 'T21:00') where kind = 'SERVICE' and parameters like"
                    + " '%T16:00%' and branch_id = " + branch);
            run(connection, "update ledger_entry set amount = 500, parameters = replace(replace(replace(parameters,"
                    + " '\"minutes\":240', '\"minutes\":300'), '\"dayMinutes\":240', '\"dayMinutes\":300'), '\"points\":400',"
                    + " '\"points\":500') where kind = 'AWARD' and amount = 400 and branch_id = " + branch);
            run(connection, "update ledger_entry set amount = -400, parameters = replace(parameters, '\"deeds\":1100',"
                    + " '\"deeds\":1200') where kind = 'CAP' and branch_id = " + branch);
            Forgery.recompute(connection, branch);
            // And the stored leaves: the signed root is what cannot be made anew.
            run(connection, "update ledger_digest_leaf set head = (select head from ledger_branch where branch_id = %1$d)"
                    .formatted(branch) + " where branch_id = " + branch);
        };
        Evidence nothingKept = Evidence.none(keys.digestPublicKey());

        assertThat(afterwards(nothingKept, forgery).findings()).extracting(Finding::defect).as("entries and decisions agree")
                .containsOnly(Defect.ROOT);
        assertThat(afterwards(new Evidence(List.of(head), List.of(), null), forgery).findings())
                .anyMatch(finding -> finding.defect() == Defect.OLD_HEAD && finding.branch().equals(place.branchCode())
                        && finding.sequence() == head.sequence());
        assertThat(afterwards(new Evidence(List.of(), List.of(saved), null), forgery).findings())
                .anyMatch(finding -> finding.defect() == Defect.LEAF && finding.branch().equals(place.branchCode()));
        assertThat(afterwards(new Evidence(List.of(), List.of(withoutLeaves), null), forgery).findings())
                .extracting(Finding::defect).contains(Defect.ROOT);
        // Nothing is found where nobody forged.
        assertThat(afterwards(new Evidence(List.of(head), List.of(saved, withoutLeaves), keys.digestPublicKey()),
                connection -> {
                }).findings()).isEmpty();
    }

    @Test
    void whatFollowsAnOldHeadIsItsExtension() throws SQLException {
        OldHead old = new OldHead(place.branchCode(), proof.headOf(branch).sequence(), proof.headOf(branch).hash());
        deeds.awarded(place, "2026-10-15T09:00", "2026-10-15T10:00");
        Evidence kept = new Evidence(List.of(old), List.of(), null);

        assertThat(afterwards(kept, connection -> {
        }).findings()).isEmpty();
        assertThat(afterwards(kept, connection -> {
            run(connection,
                    "delete from ledger_entry where sequence >= %d and branch_id = %d".formatted(old.sequence(), branch));
            Forgery.recompute(connection, branch);
        }).findings()).anyMatch(finding -> finding.defect() == Defect.OLD_HEAD);
    }

    @Test
    void aDigestThatSomebodyElseSignedIsRefused() throws Exception {
        String json = RestAssured.get("/api/ledger/digest/" + madeDigest()).asString();
        for (String forged : List.of(json.replace("\"branches\":", "\"branches\":1"),
                json.replaceFirst("\"root\":\"[0-9a-f]{4}", "\"root\":\"0000"),
                json.replaceFirst("\"publicKey\":\"M", "\"publicKey\":\"N"))) {
            SavedDigest digest = read(forged);

            assertThat(afterwards(new Evidence(List.of(), List.of(digest), keys.digestPublicKey()), connection -> {
            }).findings()).extracting(Finding::defect).contains(Defect.SIGNATURE);
        }
    }

    /** The chain is made anew after each: what is left to notice is that no decision leads to it. */
    @ParameterizedTest
    @ValueSource(strings = { "AMOUNT update ledger_entry set amount = amount + 1 where kind = 'SERVICE' and sequence = 1",
            "AMOUNT update ledger_entry set amount = amount + 50 where kind = 'AWARD' and sequence = 2",
            "CAP update ledger_entry set amount = amount + 50 where kind = 'CAP'",
            "CAP delete from ledger_entry where kind = 'CAP'",
            "REVERSAL update ledger_entry set amount = amount + 50 where kind = 'REVERSAL'",
            "REVERSAL update ledger_entry set served_on = '2026-10-20' where kind = 'REVERSAL' and amount = -150",
            "FACTS update ledger_entry set holder_id = holder_id + 1 where sequence = 1",
            "FACTS update ledger_entry set book = 'VOLUNTEER_MINUTES' where sequence = 1",
            "FACTS update ledger_entry set parameters = 'x' where sequence = 1",
            "RULE update ledger_entry set rule_version = 9 where sequence = 2",
            "RULE update ledger_entry set rule_item = 'SV-02' where sequence = 2",
            "DECISION update ledger_entry set posted_by = posted_by + 1 where sequence = 2",
            "DECISION update ledger_entry set source_type = 'GIFT' where sequence = 2",
            "DECISION update ledger_entry set source_revision = 7 where sequence = 2",
            "DECISION update service_record set state = 'CONFIRMED' where started_at = '2026-10-10 08:00'",
            "DECISION delete from service_record_step where verb = 'AWARD' and record_id in (select id from service_record"
                    + " where started_at = '2026-10-10 08:00' and branch_id = %1$d)",
            "AMOUNT update service_record set ended_at = ended_at + interval 1 hour, minutes = minutes + 60"
                    + " where started_at = '2026-10-10 08:00'",
            "MISSING delete from ledger_entry where kind = 'AWARD' and sequence = 2" })
    void anEntryThatDoesNotFollowFromItsDecisionIsFound(String change) throws SQLException {
        Defect defect = Defect.valueOf(change.substring(0, change.indexOf(' ')));
        String statement = change.substring(change.indexOf(' ') + 1);

        LedgerVerification.Outcome outcome = afterwards(connection -> {
            run(connection, statement.contains("%1$d") ? statement.formatted(branch)
                    : statement + " and branch_id = " + branch);
            Forgery.recompute(connection, branch);
        });

        assertThat(outcome.findings()).extracting(Finding::defect).contains(defect)
                .doesNotContain(Defect.CHANGED, Defect.GAP, Defect.TAIL);
        assertThat(outcome.findings()).allSatisfy(finding -> assertThat(finding.words()).contains(place.branchCode()));
    }

    @Test
    void anonymisingAHolderLeavesEveryProofValid() throws Exception {
        SavedDigest saved = read(RestAssured.get("/api/ledger/digest/" + madeDigest()).asString());
        OldHead head = new OldHead(place.branchCode(), proof.headOf(branch).sequence(), proof.headOf(branch).hash());
        Evidence kept = new Evidence(List.of(head), List.of(saved), keys.digestPublicKey());

        LedgerVerification.Outcome outcome = afterwards(kept, connection -> {
            run(connection, "update member set name = '', sort_key = '', number = concat('X', id), birth_date = null,"
                    + " joined_on = null, phone_cipher = null, id_number_cipher = null, id_number_index = null,"
                    + " residence_id = null, skills = '', anonymized_at = now(6) where id = " + place.member().id);
            run(connection, "update service_record set summary = '', place = '', reason = null where member_id = "
                    + place.member().id);
            run(connection, "update service_record_step set reason = null where record_id in (select id from service_record"
                    + " where member_id = " + place.member().id + ")");
        });

        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.entries()).isPositive();
    }

    private static SavedDigest read(String json) throws IOException {
        Path file = Files.createTempFile("digest", ".json");
        try {
            return SavedDigest.read(Files.writeString(file, json));
        } finally {
            Files.delete(file);
        }
    }

    // On a day of its own: there is one digest a day.
    private LocalDate madeDigest() {
        LocalDate day = digests.days(1).stream().findFirst().orElse(LocalDate.of(2026, 12, 1)).plusDays(1);
        clock.set(day + "T03:00");
        assertThat(digests.make()).isTrue();
        clock.reset();
        return day;
    }
}
