package org.shuangbaodao.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.shuangbaodao.support.Deeds;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Owner;

import io.quarkus.test.junit.QuarkusTest;
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
    LedgerProof proof;
    @Inject
    DataSource service;
    @Inject
    Deeds deeds;
    @Inject
    Owner owner;

    long branch;

    @BeforeEach
    void threeEntries() {
        Given.Town town = given.town();
        branch = town.branch().id;
        deeds.threeEntries(town);
    }

    @ParameterizedTest
    @ValueSource(strings = { "update ledger_entry set amount = 1", "delete from ledger_entry", "truncate table ledger_entry",
            "update audit_entry set action = 'x'", "delete from audit_entry", "delete from service_record_step",
            "update consent_event set given = 1", "delete from organization_change", "update ledger_digest set root = ''",
            "delete from ledger_digest_leaf" })
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
        owner.run("update ledger_entry set " + change + " where sequence = 2 and branch_id = " + branch);

        assertThat(proof.firstBreak(branch)).get().extracting(LedgerProof.Break::sequence, LedgerProof.Break::kind)
                .containsExactly(2L, "changed");
        owner.forgetBooksOf(branch);
    }

    @Test
    void aMissingEntryAndACutTailAreFound() throws SQLException {
        assertThat(proof.firstBreak(branch)).isEmpty();
        owner.run("delete from ledger_entry where sequence = 3 and branch_id = " + branch);
        assertThat(proof.firstBreak(branch)).get().extracting(LedgerProof.Break::kind).isEqualTo("tail");
        owner.run("delete from ledger_entry where sequence = 1 and branch_id = " + branch);
        assertThat(proof.firstBreak(branch)).get().extracting(LedgerProof.Break::kind).isEqualTo("gap");
        assertThat(proof.differences()).isNotEmpty();
        owner.forgetBooksOf(branch);
    }
}
