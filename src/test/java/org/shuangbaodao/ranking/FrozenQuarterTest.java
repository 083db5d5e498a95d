package org.shuangbaodao.ranking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.PublicFigures;
import org.shuangbaodao.ledger.BranchPeriods;
import org.shuangbaodao.member.ConsentPurpose;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Reorganization;
import org.shuangbaodao.support.Booked;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Given.Town;
import org.shuangbaodao.support.Owner;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.TestClock;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a closed quarter showed it goes on showing, whatever becomes of the organizations in it. */
@QuarkusTest
class FrozenQuarterTest {

    private static final Period SECOND = new Period("2026-Q2");
    /** In which no other test books: once it is frozen as a whole nobody can come into it. */
    private static final Period LONG_AGO = new Period("2023-Q1");
    private static final LocalDate THEN = LocalDate.of(2026, 5, 5);
    private static final LocalDate NOW = LocalDate.of(2026, 8, 4);

    @Inject
    Given town;
    @Inject
    Booked booked;
    @Inject
    BranchPeriods periods;
    @Inject
    Reorganization reorganization;
    @Inject
    FrozenPlaces frozen;
    @Inject
    Rankings rankings;
    @Inject
    PublicFigures figures;
    @Inject
    Owner owner;
    @Inject
    TestClock clock;

    private final Pages web = new Pages();

    @BeforeEach
    void inTheThirdQuarter() throws Exception {
        clock.set("2026-08-10T10:00");
        // From an earlier run on the same database.
        for (String table : List.of("frozen_place", "frozen_member", "frozen_quarter")) {
            owner.run("delete from " + table + " where period = '" + LONG_AGO.key() + "'");
        }
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void movesMergersAndCorrectionsLeaveAClosedQuarterAsItWas() throws Exception {
        Town place = town.town();
        Organization other = town.organization(OrganizationKind.COMMITTEE, place.workingCommittee(), null);
        Organization second = town.branch(place.committee());
        Organization small = town.branch(place.committee());
        Organization elsewhere = town.branch(other);
        List<Organization> branches = List.of(place.branch(), second, small, elsewhere);
        int[] members = { 12, 15, 3, 11 };
        for (int i = 0; i < members.length; i++) {
            Member member = booked.members(branches.get(i), members[i]).get(0);
            booked.points(member, branches.get(i), null, THEN, 700 - 100 * i);
            booked.points(member, branches.get(i), null, NOW, 100);
        }
        branches.forEach(this::close);
        List<Organization> scopes = List.of(place.workingCommittee(), place.committee(), other, place.branch());
        List<String> before = read("2026-Q2", scopes);
        List<String> running = read("2026-Q3", scopes);

        reorganization.merge(place.committee().code, other.code, decided());
        reorganization.merge(small.code, second.code, decided());
        owner.run("update affiliation set valid_to = '2026-05-01' where branch_id = " + place.branch().id + " limit 7");
        owner.run("update affiliation set valid_to = '2026-05-01' where branch_id = " + elsewhere.id + " limit 7");
        owner.run("update organization set unit = 0 where id = " + place.committee().id);
        QuarkusTransaction.requiringNew().run(figures::changed);

        assertThat(read("2026-Q2", scopes)).isEqualTo(before);
        assertThat(read("2026-Q3", scopes)).isNotEqualTo(running);
        assertThat(board("branches", "2026-Q3", place.committee()).getList("items")).as("the running quarter follows")
                .isEmpty();
        assertThat(board("branches", "2026-Q2", place.committee()).getInt("scope.members")).isEqualTo(30);
    }

    /** The one that closed before the move stays where it was, the one that closes after it is where it went. */
    @Test
    void branchesThatCloseOnDifferentDaysEachKeepTheirOwnPlace() {
        Town place = town.town();
        Organization other = town.organization(OrganizationKind.COMMITTEE, place.workingCommittee(), null);
        Organization late = town.branch(place.committee());
        for (Organization branch : List.of(place.branch(), late)) {
            booked.points(booked.members(branch, 12).get(0), branch, null, THEN, 100);
        }
        close(place.branch());
        reorganization.merge(place.committee().code, other.code, decided());
        close(late);

        assertThat(board("branches", "2026-Q2", place.committee()).getList("items.code")).containsExactly(place.branch().code);
        assertThat(board("branches", "2026-Q2", other).getList("items.code")).containsExactly(late.code);
        assertThat(board("branches", "2026-Q2", place.workingCommittee()).getList("items")).hasSize(2);
        assertThat(board("branches", "2026", other).getList("items.code"))
                .containsExactlyInAnyOrder(place.branch().code, late.code);
    }

    /** Boards of people and their own places too; one branch has closed with somebody, the other cannot have him as well. */
    @Test
    void correctedRostersLeaveTheBoardsOfPeopleAsTheyWere() throws Exception {
        Town place = town.town();
        Organization other = town.branch(place.committee());
        List<Member> members = new ArrayList<>();
        for (Organization branch : List.of(place.branch(), other)) {
            booked.members(branch, 9);
            for (int i = 0; i < 6; i++) {
                members.add(
                        town.person().in(branch).named("周公开").agreeing(ConsentPurpose.PUBLIC_NAME).withoutAccount().saved());
            }
        }
        for (int i = 0; i < members.size(); i++) {
            booked.points(members.get(i), i < 6 ? place.branch() : other, null, THEN, 900 - 100L * (i % 6));
        }
        Member moved = members.get(0);
        close(place.branch());
        owner.run("update affiliation set branch_id = " + other.id + " where member_id = " + moved.id);
        close(other);
        QuarkusTransaction.requiringNew().run(figures::changed);
        List<Organization> scopes = List.of(place.workingCommittee(), place.committee(), place.branch(), other);
        List<String> before = read("2026-Q2", scopes, List.of("members", "branches"));
        OwnPlace own = ownPlace(moved);

        owner.run("update affiliation set branch_id = " + other.id + " where member_id = " + members.get(1).id);
        owner.run("update affiliation set valid_to = '2026-05-01' where member_id = " + members.get(7).id);
        booked.members(other, 3);
        QuarkusTransaction.requiringNew().run(figures::changed);

        assertThat(read("2026-Q2", scopes, List.of("members", "branches"))).isEqualTo(before);
        assertThat(ownPlace(moved)).isEqualTo(own);
        assertThat(board("members", "2026-Q2", place.branch()).getInt("scope.counted")).isEqualTo(15);
        assertThat(board("members", "2026-Q2", other).getInt("scope.counted")).isEqualTo(15);
        assertThat(board("branches", "2026-Q2", place.committee()).getList("items.members")).containsExactly(15, 15);
    }

    @Test
    void aQuarterThatIsPassedOverIsFrozenToo() throws Exception {
        Town place = town.town();
        booked.members(place.branch(), 12);
        assertThat(periods.passOver(place.branch().id, SECOND)).isTrue();

        owner.run("update affiliation set valid_to = '2026-05-01' where branch_id = " + place.branch().id + " limit 7");
        QuarkusTransaction.requiringNew().run(figures::changed);

        assertThat(board("branches", "2026-Q2", place.branch()).getInt("items[0].members")).isEqualTo(12);
        assertThat(board("branches", "2026-Q3", place.branch()).getList("items")).isEmpty();
    }

    @Test
    void whenTheLastBranchHasClosedSilentOnesAndCommunitiesKeepTheirsToo() throws Exception {
        Town place = town.town();
        Organization silent = town.branch(place.committee());
        List<Member> members = booked.members(place.branch(), 12);
        booked.register(members, place.community(), LocalDate.of(2023, 1, 9));
        booked.members(silent, 14);
        booked.points(members.get(0), place.branch(), place.community(), LocalDate.of(2023, 2, 1), 100);
        frozen.freezeRest(LONG_AGO);
        List<Organization> scopes = List.of(place.committee(), place.workingCommittee());
        List<String> before = read(LONG_AGO.key(), scopes);

        owner.run("update affiliation set valid_to = '2022-05-01' where branch_id = " + silent.id + " limit 9");
        owner.run("update check_in set valid_to = '2023-01-31' where community_id = " + place.community().id + " limit 9");
        Organization founded = town.branch(place.committee());
        booked.members(founded, 20);
        frozen.freezeRest(LONG_AGO);
        QuarkusTransaction.requiringNew().run(figures::changed);

        assertThat(read(LONG_AGO.key(), scopes)).isEqualTo(before);
        assertThat(board("branches", LONG_AGO.key(), place.committee()).getInt("scope.members")).isEqualTo(26);
        assertThat(board("communities", LONG_AGO.key(), place.area()).getInt("scope.members")).isEqualTo(12);
        assertThat(board("branches", "2026-Q3", place.committee()).getInt("scope.members")).isGreaterThan(26);
        assertThat(frozen.due()).doesNotContain(LONG_AGO);
    }

    // The figures of pages, data and files, in every scope; the time is another one each time they are made.
    private List<String> read(String period, List<Organization> scopes) {
        return read(period, scopes, List.of("branches", "units"));
    }

    private List<String> read(String period, List<Organization> scopes, List<String> boards) {
        List<String> read = new ArrayList<>();
        for (Organization scope : scopes) {
            for (String board : boards) {
                String query = "?period=" + period + "&within=" + scope.code;
                read.add(given().get("/api/rankings/" + board + query).asString()
                        .replaceFirst("\"asOf\":\"[^\"]*\"", ""));
                read.add(given().get("/open-data/" + board + ".csv" + query).asString().replaceAll(",[^,]*Z,", ","));
                read.add(web.get("/rankings" + (board.equals("branches") ? "" : "/" + board) + query).select("tbody").text());
            }
        }
        return read;
    }

    private OwnPlace ownPlace(Member member) {
        return QuarkusTransaction.requiringNew().call(() -> rankings.placesOf(member.id, List.of(SECOND))).get(SECOND);
    }

    private void close(Organization branch) {
        periods.openNotice(branch.id, SECOND, LocalDate.of(2026, 8, 15), null);
        clock.set("2026-08-20T10:00");
        periods.close(branch.id, SECOND, null);
        clock.set("2026-08-10T10:00");
    }

    private static Reorganization.Decision decided() {
        return new Reorganization.Decision(LocalDate.of(2026, 6, 1), "组发〔2026〕6号", null);
    }

    private static JsonPath board(String board, String period, Organization scope) {
        return given().queryParams("size", 200, "period", period, "within", scope.code).get("/api/rankings/" + board).then()
                .statusCode(200).extract().jsonPath();
    }
}
