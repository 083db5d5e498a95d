package org.shuangbaodao.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.Given;

import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever wants to change the books meets the database first, and behind it the chain. */
@QuarkusTest
class LedgerGuardTest {

    @Inject
    Given given;
    @Inject
    Ledger ledger;
    @Inject
    LedgerProof proof;
    @Inject
    DataSource service;
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;
    @ConfigProperty(name = "quarkus.flyway.username")
    String migrationAccount;
    @ConfigProperty(name = "quarkus.flyway.password")
    String migrationPassword;

    long branch;

    @BeforeEach
    void threeEntries() {
        Given.Town town = given.town();
        branch = town.branch().id;
        Member member = given.member(town.branch());
        for (int day = 1; day <= 3; day++) {
            ledger.post(List.of(new Posting(Book.DUTY_MINUTES, EntryKind.SERVICE, branch, member.id, null,
                    LocalDate.of(2026, 10, day), 60, "HOURS", 1, Posting.parameters(Map.of("minutes", 60)),
                    Source.serviceRecord(Ids.next(), 1), null)), member.id);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "update ledger_entry set amount = 1", "delete from ledger_entry", "truncate table ledger_entry",
            "update audit_entry set action = 'x'", "delete from audit_entry", "delete from service_record_step",
            "update consent_event set given = 1", "delete from organization_change" })
    void theServiceAccountCannotChangeWhatWasWritten(String statement) throws SQLException {
        try (Connection connection = service.getConnection()) {
            assertThatThrownBy(() -> connection.createStatement().execute(statement + " where 1 = 0".repeat(
                    statement.startsWith("truncate") ? 0 : 1))).isInstanceOf(SQLException.class)
                    .hasMessageContaining("denied");
        }
        assertThat(proof.isProtected()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "amount = amount + 1", "parameters = '{}'", "holder_id = holder_id + 1", "nonce = repeat('0', 32)",
            "served_on = '2026-09-30'", "posted_at = posted_at + interval 1 microsecond" })
    void aChangedEntryIsFoundAndNamed(String change) throws SQLException {
        tamper("update ledger_entry set " + change + " where sequence = 2 and branch_id = " + branch);

        assertThat(proof.firstBreak(branch)).get().extracting(LedgerProof.Break::sequence, LedgerProof.Break::kind)
                .containsExactly(2L, "changed");
        forget();
    }

    @Test
    void aMissingEntryAndACutTailAreFound() throws SQLException {
        assertThat(proof.firstBreak(branch)).isEmpty();
        tamper("delete from ledger_entry where sequence = 3 and branch_id = " + branch);
        assertThat(proof.firstBreak(branch)).get().extracting(LedgerProof.Break::kind).isEqualTo("tail");
        tamper("delete from ledger_entry where sequence = 1 and branch_id = " + branch);
        assertThat(proof.firstBreak(branch)).get().extracting(LedgerProof.Break::kind).isEqualTo("gap");
        assertThat(proof.differences()).isNotEmpty();
        forget();
    }

    // Other tests look whether all sums agree.
    private void forget() throws SQLException {
        tamper("delete from ledger_entry where branch_id = " + branch);
        tamper("delete from standing where branch_id = " + branch);
        tamper("delete from ledger_branch where branch_id = " + branch);
    }

    private void tamper(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, migrationAccount, migrationPassword)) {
            connection.createStatement().executeUpdate(statement);
        }
    }
}
