package org.shuangbaodao.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.ledger.BooksCheck;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.Deeds;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Owner;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.health.api.Wellness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The nightly check, against somebody who has the owner's account of the database. */
@QuarkusTest
class BooksWatchTest {

    @Inject
    Given given;
    @Inject
    Deeds deeds;
    @Inject
    Owner owner;
    @Inject
    BooksWatch watch;
    @Inject
    CheckRow row;
    @Inject
    BusinessTime time;
    @Inject
    Readings readings;
    @Inject
    @Wellness
    BooksWellness wellness;
    @Inject
    DataSource service;
    long branch;
    Member member;

    @BeforeEach
    void threeEntries() {
        Given.Town town = given.town();
        branch = town.branch().id;
        member = deeds.threeEntries(town);
    }

    @AfterEach
    void forget() throws SQLException {
        owner.forgetBooksOf(branch);
        owner.run("delete from standing where holder_id = " + member.id);
    }

    @Test
    void soundBooksAreSoundHoweverManyBranchesThereAre() throws SQLException {
        BooksCheck.Outcome before = check();

        assertThat(before.examples()).noneMatch(this::isOurs);
        assertThat(before.entries()).isGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = { "update ledger_entry set amount = amount + 1 where sequence = 2 and branch_id = %d",
            "update ledger_entry set book = 'GIFTS' where sequence = 2 and branch_id = %d",
            "update ledger_entry set digest = 'NONE' where sequence = 2 and branch_id = %d",
            "delete from ledger_entry where sequence = 1 and branch_id = %d",
            "delete from ledger_entry where sequence = 3 and branch_id = %d",
            "update ledger_branch set head = repeat('1', 64) where branch_id = %d" })
    void aBrokenChainIsFound(String statement) throws SQLException {
        long before = check().brokenBranches();

        owner.run(statement.formatted(branch));

        BooksCheck.Outcome after = check();
        assertThat(after.brokenBranches()).isEqualTo(before + 1);
        assertThat(after.examples()).anyMatch(words -> words.contains("branch " + branch));
    }

    @ParameterizedTest
    @ValueSource(strings = { "update standing set amount = amount + 1 where branch_id = %d",
            "delete from standing where branch_id = %d",
            // Under a branch that has no books at all.
            "update standing set branch_id = 9223372036854775807 where branch_id = %d" })
    void aStandingThatNoEntriesExplainIsFound(String statement) throws SQLException {
        BooksCheck.Outcome before = check();

        owner.run(statement.formatted(branch));

        BooksCheck.Outcome after = check();
        assertThat(after.differences()).isGreaterThan(before.differences());
        assertThat(after.brokenBranches()).as("the chain itself is whole").isEqualTo(before.brokenBranches());
        assertThat(after.examples()).anyMatch(words -> words.contains("holder " + member.id));
    }

    @Test
    void whatWasFoundStandsInHealthAndIsNotMended() throws SQLException {
        owner.run("update standing set amount = 1 where branch_id = " + branch);

        watch.check();
        readings.read();

        assertThat(wellness.call().await().indefinitely().getStatus().name()).isEqualTo("DOWN");
        assertThat(check().differences()).isPositive();
        assertThat(row.last()).get().extracting(CheckRow.Found::isSound).isEqualTo(false);
        forget();
        watch.check();
        readings.read();
    }

    @Test
    void ofTwoReplicasOneTakesTheTurn() throws SQLException {
        owner.run("update operations_check set started_at = null, finished_at = null where id = 1");
        watch.check();
        Instant due = time.now().plusSeconds(1);

        assertThat(row.take(due)).isTrue();
        assertThat(row.take(due)).isFalse();

        watch.check();
        assertThat(row.take(time.now().minusSeconds(3600))).as("done an hour ago or less").isFalse();
    }

    @Test
    void theNightIsChinas() {
        assertThat(BooksWatch.lastNight(LocalDateTime.of(2026, 11, 21, 2, 29))).isEqualTo("2026-11-19T18:30:00Z");
        assertThat(BooksWatch.lastNight(LocalDateTime.of(2026, 11, 21, 2, 30))).isEqualTo("2026-11-20T18:30:00Z");
    }

    private boolean isOurs(String words) {
        return words.contains("branch " + branch) || words.contains("holder " + member.id);
    }

    private BooksCheck.Outcome check() throws SQLException {
        try (Connection connection = service.getConnection()) {
            return BooksCheck.of(connection);
        }
    }
}
