package org.shuangbaodao.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Happenings;
import org.shuangbaodao.support.Happenings.Happening;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Those who signed up hear what becomes of an activity; whoever changed it does not. */
@QuarkusTest
class AttendanceTidingsTest {

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    Happenings happenings;
    @Inject
    TestClock clock;

    Given.Town town;
    Member host;
    Member first;
    Member second;
    Happening happening;

    @BeforeEach
    void onePlaceAndTwoWhoWantIt() {
        clock.set("2026-06-01T08:00");
        town = given.town();
        host = given.person().in(town.branch()).holding(Office.COMMUNITY_SECRETARY, town.community()).saved();
        first = given.member(town.branch());
        second = given.member(town.branch());
        happening = happenings.published(host, town.community(), "2026-06-06T09:00", "2026-06-06T11:00", 1);
        happenings.signUp(first, happening);
        happenings.signUp(second, happening);
    }

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @Test
    void whoeverMovesUpIsTold() {
        withdraw(first);
        assertThat(kinds(second)).containsExactly("attendance:told_gained");

        // Lost and gained once more: news once more.
        happenings.signUp(first, happening);
        withdraw(second);
        happenings.signUp(second, happening);
        withdraw(first);
        assertThat(kinds(second)).containsExactly("attendance:told_gained", "attendance:told_gained");
        assertThat(as.pages(second).get("/me/inbox").text()).contains("清理楼道", "2026-06-06 09:00", "候补");
    }

    @Test
    void movedAndCancelledAllWhoSignedUpAreTold() {
        happenings.signUp(host, happening);
        as.api(host)
                .body(Happenings.plan(town.community(), List.of(Happenings.slot("2026-06-07T09:00", "2026-06-07T11:00", 1))))
                .put("/api/activities/" + happening.id()).then().statusCode(204);
        as.api(host).body(Map.of("reason", "有雨")).post("/api/activities/" + happening.id() + "/cancellation").then()
                .statusCode(204);

        for (Member each : List.of(first, second)) {
            assertThat(kinds(each)).containsExactlyInAnyOrder("attendance:told_moved", "attendance:told_cancelled");
        }
        assertThat(as.pages(first).get("/me/inbox").text()).contains("2026-06-07 09:00").doesNotContain("有雨");
        assertThat(kinds(host)).isEmpty();
    }

    @Test
    void anOfficerFarAboveFirstFindsWhoOrganizes() {
        Pages officer = as.pages(given.officer(town.street()));

        assertThat(officer.get("/activities/new").select("form[action=/activities/new] input[name=q]")).hasSize(1);
        assertThat(officer.get("/activities/new?q=" + town.community().code).select("main a").eachAttr("href"))
                .containsExactly("/activities/new?organizer=" + town.community().code);
        assertThat(officer.get("/activities/new?q=" + town.branch().code).select("main .link-list")).isEmpty();
        assertThat(
                officer.get("/activities/new?organizer=" + town.community().code).select("option[selected]").eachAttr("value"))
                .contains(town.community().code);
        assertThat(as.pages(first).open("/activities/new").status()).isEqualTo(403);
    }

    private void withdraw(Member member) {
        as.api(member).body(Map.of("slotId", happening.slot())).post("/api/activities/" + happening.id() + "/withdrawal").then()
                .statusCode(200);
    }

    private List<String> kinds(Member who) {
        return as.api(who).get("/api/me/inbox").then().statusCode(200).extract().path("items.kind");
    }
}
