package org.shuangbaodao.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Happenings;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 固定服务日: every day stands for itself, and can be changed or cancelled with those after it. */
@QuarkusTest
class SeriesTest {

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

    @BeforeEach
    void aTown() {
        clock.set("2026-12-01T08:00");
        town = given.town();
        host = given.communitySecretary(town.community());
    }

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @Test
    void aChangeOfThisAndLaterDaysKeepsTheirDays() {
        List<String> days = weekly(4);
        Map<String, Object> plan = Happenings.plan(town.community(),
                List.of(Happenings.slot("2026-12-20T14:00", "2026-12-20T16:30", 7)));
        plan.put("place", "五号楼");

        as.api(host).body(plan).put("/api/activities/" + days.get(1) + "?scope=THIS_AND_LATER").then().statusCode(204);

        assertThat(slot(days.get(0))).isEqualTo("2026-12-12T09:00:00 2026-12-12T11:00:00 null");
        assertThat(slot(days.get(1))).isEqualTo("2026-12-20T14:00:00 2026-12-20T16:30:00 7");
        assertThat(slot(days.get(2))).isEqualTo("2026-12-26T14:00:00 2026-12-26T16:30:00 7");
        assertThat(slot(days.get(3))).isEqualTo("2027-01-02T14:00:00 2027-01-02T16:30:00 7");
        assertThat(happenings.look(days.get(0)).getString("place")).isEqualTo("三号楼");
        assertThat(happenings.look(days.get(3)).getString("place")).isEqualTo("五号楼");
    }

    @Test
    void aDayCancelledByItselfLeavesTheOthersAndStaysCancelled() {
        List<String> days = weekly(3);
        cancel(days.get(1), "THIS", "暴雪");
        cancel(days.get(0), "THIS_AND_LATER", "修路");

        assertThat(days).extracting(day -> happenings.look(day).getString("cancelReason")).containsExactly("修路", "暴雪", "修路");
        Document page = new Pages().get("/activities/" + days.get(0));
        assertThat(page.text()).contains("活动已取消：修路", "固定服务日");
    }

    @Test
    void aStalePageAndAPassedDayAreRefused() {
        String id = weekly(2).get(0);
        Map<String, Object> plan = Happenings.plan(town.community(),
                List.of(Happenings.slot("2026-12-12T09:00", "2026-12-12T12:00", null)));
        as.api(host).body(plan).put("/api/activities/" + id + "?version=0").then().statusCode(204);
        as.api(host).body(plan).put("/api/activities/" + id + "?version=0").then().statusCode(409).body("type",
                equalTo("urn:shuangbaodao:problem:activity/changed"));
        plan.put("slots", List.of());
        as.api(host).body(plan).put("/api/activities/" + id).then().statusCode(422);

        clock.set("2026-12-13T12:01");
        as.api(host).body(Map.of("reason", "忘了")).post("/api/activities/" + id + "/cancellation").then().statusCode(409)
                .body("type", equalTo("urn:shuangbaodao:problem:activity/over"));
    }

    @Test
    void theFormSaysWhatIsMissingBesideTheFieldAndKeepsWhatWasTyped() {
        Pages keeper = as.pages(host);
        Document page = keeper.get("/activities/new");
        Map<String, Object> typed = new HashMap<>(Map.of("name", "义诊", "content", "量血压", "place", "广场", "day1", "2026-12-12",
                "from1", "09:00", "to1", "11:00", "day2", "2026-12-12", "from2", "10:00", "to2", "12:00", "repeat", "WEEKLY"));

        Pages.Answer answer = keeper.submit(Pages.form(page, "/activities/new"), typed);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("input[name=name]").val()).isEqualTo("义诊");
        for (String field : List.of("riskNote", "service", "from2", "times")) {
            assertThat(answer.page().select("[name=" + field + "][aria-invalid=true]")).as(field).hasSize(1);
        }
        assertThat(keeper.submit(Pages.form(page, "/activities/new"), Map.of("name", "义诊", "day1", "12月")).status())
                .isEqualTo(422);
    }

    @Test
    void theSameKeyPublishesOnce() {
        Map<String, Object> plan = Happenings.plan(town.community(),
                List.of(Happenings.slot("2026-12-12T09:00", "2026-12-12T11:00", null)));
        String key = UUID.randomUUID().toString();
        String first = as.api(host).header("Idempotency-Key", key).body(plan).post("/api/activities").then().statusCode(201)
                .extract().path("ids[0]");

        as.api(host).header("Idempotency-Key", key).body(plan).post("/api/activities").then().statusCode(201).body("ids",
                equalTo(List.of(first)));
        assertThat(Ids.parse(first)).isPresent();
        plan.put("place", "别处");
        as.api(host).header("Idempotency-Key", key).body(plan).post("/api/activities").then().statusCode(422);
        as.api(host).body(plan).post("/api/activities").then().statusCode(400);
    }

    private List<String> weekly(int times) {
        Map<String, Object> plan = Happenings.plan(town.community(),
                List.of(Happenings.slot("2026-12-12T09:00", "2026-12-12T11:00", null)));
        plan.putAll(Map.of("repeat", "WEEKLY", "times", times));
        return as.api(host).header("Idempotency-Key", UUID.randomUUID().toString()).body(plan).post("/api/activities").then()
                .statusCode(201).extract().path("ids");
    }

    private void cancel(String id, String scope, String reason) {
        as.api(host).body(Map.of("reason", reason, "scope", scope)).post("/api/activities/" + id + "/cancellation").then()
                .statusCode(204);
    }

    private String slot(String id) {
        JsonPath seen = happenings.look(id);
        return seen.getString("slots[0].startsAt") + " " + seen.getString("slots[0].endsAt") + " "
                + seen.getString("slots[0].capacity");
    }
}
