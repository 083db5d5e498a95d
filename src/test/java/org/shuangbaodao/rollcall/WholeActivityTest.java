package org.shuangbaodao.rollcall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.ledger.Standings;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Happenings;
import org.shuangbaodao.support.Happenings.Happening;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.SoundBooks;
import org.shuangbaodao.support.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A whole activity by headcount and exceptions: on one screen, in one request, safe to repeat. */
@QuarkusTest
class WholeActivityTest {

    private static final int UNITS = 4;
    private static final int PEOPLE = 200;

    @Inject
    SoundBooks soundBooks;
    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    Happenings happenings;
    @Inject
    Standings standings;
    @Inject
    TestClock clock;

    Given.Town town;
    Member host;
    Member organizer;
    Happening happening;
    List<Organization> branches;

    @BeforeEach
    void anActivity() {
        clock.set("2026-06-01T08:00");
        town = given.town();
        host = given.communitySecretary(town.community());
        organizer = given.gridLead(town.grid());
        happening = happenings.published(organizer, town.community(), "2026-06-06T09:00", "2026-06-06T11:00", null);
        branches = new ArrayList<>(List.of(town.branch()));
        for (int i = 1; i < UNITS; i++) {
            branches.add(given.branch(given.organization(OrganizationKind.COMMITTEE, town.workingCommittee(), town.street())));
        }
    }

    @AfterEach
    void theBooksVerify() throws SQLException {
        for (Organization branch : branches) {
            soundBooks.of(branch);
        }
        clock.reset();
    }

    @Test
    void twoHundredOfFourUnitsAreOneListAndOneConfirmation() {
        List<Member> crowd = crowd(PEOPLE);
        clock.set("2026-06-06T20:00");
        enter(crowd).statusCode(200).body("results", hasSize(PEOPLE), "results.done", everyItem(equalTo(true)));
        enter(crowd).statusCode(200).body("results.done", everyItem(equalTo(false)), "results.problem",
                everyItem(equalTo("rollcall/already")));

        Pages community = as.pages(host);
        Document screen = community.get(page());
        assertThat(screen.select("details.more")).hasSize(UNITS);
        assertThat(screen.select("details.more summary").eachText())
                .allSatisfy(each -> assertThat(each).contains("50 人", "100.0 小时"));
        Pages.Answer answer = community.submit(Pages.form(screen, page()), Map.of());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.page().select("[role=status]").text()).contains("已确认 200 条");
        crowd.forEach(each -> assertThat(standings.of(each.id, Period.ALL).get(Book.DUTY_MINUTES)).isEqualTo(120));
        confirm(host, Map.of()).statusCode(200).body("results", empty(), "confirmed", equalTo(PEOPLE));
        assertThat(community.submit(Pages.form(screen, page()), Map.of()).status()).as("an old page").isEqualTo(409);
        crowd.forEach(each -> assertThat(standings.of(each.id, Period.ALL).get(Book.DUTY_MINUTES)).isEqualTo(120));
    }

    @Test
    void whatIsOutOfTheOrdinaryWaitsForATick() {
        Member expected = given.member(town.branch());
        Member early = given.member(town.branch());
        Member guest = given.member(town.branch());
        List.of(expected, early).forEach(each -> happenings.signUp(each, happening));
        clock.set("2026-06-06T20:00");
        report(expected, "2026-06-06T09:00", "2026-06-06T11:10");
        String left = report(early, "2026-06-06T09:00", "2026-06-06T10:00");
        String unknown = report(guest, "2026-06-06T09:00", "2026-06-06T11:00");

        Pages community = as.pages(host);
        Document screen = community.get(page());
        assertThat(screen.select("input[name=also]").eachAttr("value")).containsExactlyInAnyOrder(left, unknown);
        assertThat(screen.text()).contains("没有报名", "时间与时段不同");
        community.submit(Pages.form(screen, page()), Map.of("also", left));

        assertThat(minutes(expected)).isEqualTo(130);
        assertThat(minutes(early)).isEqualTo(60);
        assertThat(minutes(guest)).isZero();
        confirm(host, Map.of("also", List.of(unknown, left))).statusCode(200).body("results", hasSize(1), "results[0].id",
                equalTo(unknown), "results[0].state", equalTo("CONFIRMED"));
    }

    @Test
    void aPageFromBeforeSomethingWasHandedInConfirmsNothing() {
        Member first = given.member(town.branch());
        Member second = given.member(town.branch());
        clock.set("2026-06-06T20:00");
        report(first, "2026-06-06T09:00", "2026-06-06T11:00");
        Pages community = as.pages(host);
        Document screen = community.get(page());
        report(second, "2026-06-06T09:00", "2026-06-06T11:00");

        Pages.Answer answer = community.submit(Pages.form(screen, page()), Map.of());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(minutes(first) + minutes(second)).isZero();
        assertThat(community.submit(Pages.form(answer.page(), page()), Map.of()).status()).isEqualTo(200);
        assertThat(minutes(first) + minutes(second)).isEqualTo(240);
    }

    @Test
    void oneRowThatIsRefusedDoesNotHoldUpTheOthers() {
        Member member = given.member(town.branch());
        Member busy = given.member(town.branch());
        clock.set("2026-06-06T20:00");
        report(member, "2026-06-06T09:00", "2026-06-06T11:00");
        Map<String, Object> rows = Map.of("slotId", happening.slot(), "rows",
                List.of(Map.of("memberNumber", busy.number), Map.of("memberNumber", "M0000000000000"),
                        Map.of("memberNumber", member.number), Map.of("memberNumber", busy.number)));

        as.api(organizer).body(rows).post("/api/activities/" + happening.id() + "/list").then().statusCode(200)
                .body("results.done", equalTo(List.of(true, false, false)), "results[1].problem", equalTo("member/unknown"),
                        "results[2].problem", equalTo("rollcall/already"));
    }

    @Test
    void theListIsFilledInFromSignUpsAndTakesGuestsAndExceptions() {
        Member expected = given.member(town.branch());
        Member away = given.member(town.branch());
        Member guest = given.member(town.branch());
        List.of(expected, away).forEach(each -> happenings.signUp(each, happening));
        clock.set("2026-06-06T20:00");
        String address = "/activities/" + happening.id() + "/list";
        Pages office = as.pages(organizer);
        Document sheet = office.get(address);
        assertThat(sheet.select("input[name=present][checked]").eachAttr("value")).containsExactlyInAnyOrder(expected.number,
                away.number);

        Pages.Answer wrong = office.submit(Pages.form(sheet, address),
                Map.of("present", expected.number, "others", guest.number + " eine Stunde"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select("input[name=present][checked]").eachAttr("value")).containsExactly(expected.number);
        Pages.Answer done = office.submit(Pages.form(sheet, address), Map.of("present", expected.number,
                "minutes-" + expected.number, "90", "others", guest.number + " 45\n"));

        assertThat(done.page().select("[role=status]").text()).contains("已登记 2 人");
        assertThat(done.page().select("input[name=present]").eachAttr("value")).containsExactly(away.number);
        as.api(expected).get("/api/records").then().body("items[0].minutes", equalTo(90), "items[0].enteredBySomebodyElse",
                equalTo(true));
        as.api(guest).get("/api/records").then().body("items[0].minutes", equalTo(45));
    }

    private List<Member> crowd(int people) {
        List<Member> crowd = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            crowd.add(given.person().in(branches.get(i % branches.size())).withoutAccount().saved());
        }
        return crowd;
    }

    private ValidatableResponse enter(List<Member> people) {
        return as.api(organizer).body(Map.of("slotId", happening.slot(), "consentNote", "现场签字", "rows",
                people.stream().map(each -> Map.of("memberNumber", each.number)).toList()))
                .post("/api/activities/" + happening.id() + "/list").then();
    }

    private String report(Member who, String from, String to) {
        return as.api(who).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(new HashMap<>(Map.of("startedAt", from, "endedAt", to, "activityId", happening.id())))
                .post("/api/records").then().statusCode(201).extract().path("id");
    }

    private ValidatableResponse confirm(Member who, Map<String, Object> body) {
        return as.api(who).body(body).post("/api/activities/" + happening.id() + "/confirmation").then();
    }

    private String page() {
        return "/activities/" + happening.id() + "/confirmation";
    }

    private long minutes(Member who) {
        return standings.of(who.id, Period.ALL).get(Book.DUTY_MINUTES);
    }
}
