package org.shuangbaodao.ranking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.PublicFigures;
import org.shuangbaodao.ledger.BranchPeriods;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.support.Booked;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Given.Town;
import org.shuangbaodao.support.Owner;
import org.shuangbaodao.support.TestClock;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A branch that never booked anything cannot come late into a quarter whose boards are final. */
@QuarkusTest
class FirstBookingTest {

    private static final Period SECOND = new Period("2026-Q2");
    private static final LocalDate THEN = LocalDate.of(2026, 5, 5);

    @Inject
    Given town;
    @Inject
    Booked booked;
    @Inject
    BranchPeriods periods;
    @Inject
    BoardQueries queries;
    @Inject
    PublicFigures figures;
    @Inject
    Owner owner;
    @Inject
    TestClock clock;

    private final Map<Long, String> openedBefore = new LinkedHashMap<>();
    private Town place;
    private Organization last;
    private Organization silent;

    @BeforeEach
    void allButOneHaveClosedTheSecondQuarter() throws SQLException {
        clock.set("2026-08-10T10:00");
        place = town.town();
        silent = town.branchWithoutBooks(place.committee());
        last = town.branch(town.organization(OrganizationKind.COMMITTEE, place.workingCommittee(), null));
        rows("select branch_id, open_from from ledger_branch where open_from <= '2026-Q2'")
                .forEach(row -> openedBefore.put((Long) row.get(0), row.get(1).toString()));
        owner.run("update ledger_branch set open_from = '2026-Q3' where open_from <= '2026-Q2'");
        owner.run("update ledger_branch set open_from = '2026-Q2' where branch_id = " + last.id);
    }

    @AfterEach
    void everybodyBooksWhereHeDid() throws SQLException {
        try (Connection connection = owner.connect();
                PreparedStatement back = connection
                        .prepareStatement("update ledger_branch set open_from = ? where branch_id = ?")) {
            for (Map.Entry<Long, String> branch : openedBefore.entrySet()) {
                back.setString(1, branch.getValue());
                back.setLong(2, branch.getKey());
                back.addBatch();
            }
            back.executeBatch();
        }
        clock.reset();
    }

    @Test
    void whatIsLateComesIntoTheQuarterThatIsOpenToSomebody() throws SQLException {
        periods.passOver(last.id, SECOND);

        booked.points(booked.members(silent, 12).get(0), silent, null, THEN, 100);

        assertThat(bookedIn(silent)).containsOnly("2026-Q3");
    }

    @Test
    void itIsInTimeWhileOneBranchStillBooksThere() throws SQLException {
        booked.points(booked.members(silent, 12).get(0), silent, null, THEN, 100);

        assertThat(bookedIn(silent)).containsOnly("2026-Q2");
    }

    @Test
    void untilThenFiguresAreProvisionalWhereverSuchABranchIs() {
        booked.members(silent, 12);

        assertThat(isProvisional(place.committee())).isTrue();

        periods.passOver(last.id, SECOND);
        QuarkusTransaction.requiringNew().run(figures::changed);
        assertThat(isProvisional(place.committee())).isFalse();
    }

    /** Else the quarter could be frozen between the two. */
    @Test
    void theLastOneCannotMoveOnWhileAnotherComesIntoTheQuarter() {
        QuarkusTransaction.requiringNew().run(() -> {
            // Opens the books of the branch, and nothing more.
            periods.passOver(silent.id, new Period("2020-Q1"));

            assertThatThrownBy(() -> moveOn(last)).isInstanceOf(SQLException.class).hasMessageContaining("Lock wait timeout");
        });

        periods.passOver(last.id, SECOND);
        assertThat(QuarkusTransaction.requiringNew().call(() -> queries.isUnsettled(SECOND, "")))
                .as("the quarter of the branch that came into it").isTrue();
    }

    private void moveOn(Organization branch) throws SQLException {
        try (Connection connection = owner.connect(); Statement statement = connection.createStatement()) {
            statement.execute("set innodb_lock_wait_timeout = 1");
            statement.executeUpdate("update ledger_branch set open_from = '2026-Q3' where branch_id = " + branch.id);
        }
    }

    private boolean isProvisional(Organization scope) {
        return given().queryParams("period", SECOND.key(), "within", scope.code).get("/api/rankings/branches").then()
                .statusCode(200).extract().jsonPath().getBoolean("provisional");
    }

    private List<Object> bookedIn(Organization branch) throws SQLException {
        return rows("select branch_id, period from ledger_entry where branch_id = " + branch.id).stream().map(row -> row.get(1))
                .toList();
    }

    private List<List<Object>> rows(String query) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        try (Connection connection = owner.connect(); ResultSet found = connection.createStatement().executeQuery(query)) {
            while (found.next()) {
                rows.add(List.of(found.getObject(1), found.getObject(2)));
            }
        }
        return rows;
    }
}
