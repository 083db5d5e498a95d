package org.shuangbaodao.personalfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.shuangbaodao.member.Gender;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.member.PersonalFields;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Happenings;
import org.shuangbaodao.support.Happenings.Happening;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.SoundBooks;
import org.shuangbaodao.support.TestClock;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whichever way a record came in, it carries every field of 民政部令67号 arts. 5 and 7, in the API and on the page. */
@QuarkusTest
class FieldsOfARecordTest {

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    Happenings happenings;
    @Inject
    PersonalFields fields;
    @Inject
    SoundBooks soundBooks;
    @Inject
    TestClock clock;

    Given.Town town;
    Member host;
    Member grid;
    Member member;

    @BeforeEach
    void aMemberOfWhomAllIsKnown() {
        clock.set("2026-06-01T08:00");
        town = given.town();
        host = given.communitySecretary(town.community());
        grid = given.gridLead(town.grid());
        member = given.person().in(town.branch()).born(LocalDate.of(1958, 2, 28)).livingIn(town.community()).saved();
        QuarkusTransaction.requiringNew().run(() -> {
            Member kept = Member.findById(member.id);
            kept.gender = Gender.FEMALE;
            kept.idNumberCipher = fields.encrypt("999999195802280042");
            kept.phoneCipher = fields.encrypt("13900001234");
            kept.skills = "急救";
        });
        // 服务类别 and further skills come with the registration.
        String checkIn = as.api(member).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("communityCode", town.community().code, "intention", "敬老助残", "skills", "水电维修"))
                .post("/api/checkins").then().statusCode(201).extract().path("id");
        as.api(host).body(Map.of()).post("/api/checkins/" + checkIn + "/acceptance").then().statusCode(200);
    }

    @AfterEach
    void theBooksVerify() throws SQLException {
        clock.reset();
        soundBooks.of(town.branch());
    }

    @Test
    void everyWayInLeadsToARecordWithEveryField() {
        Happening morning = happenings.published(host, town.community(), "2026-06-06T09:00", "2026-06-06T11:00", null);
        Happening afternoon = happenings.published(host, town.community(), "2026-06-06T14:00", "2026-06-06T15:30", null);
        clock.set("2026-06-06T20:00");
        Map<String, Object> alone = report("2026-06-06T07:00", "2026-06-06T08:30");
        alone.putAll(Map.of("summary", "小区门口值守", "place", "东门岗亭", "communityCode", town.community().code));
        Map<String, Object> within = report("2026-06-06T09:00", "2026-06-06T11:00");
        within.put("activityId", morning.id());
        Map<String, Object> onBehalf = report("2026-06-06T17:00", "2026-06-06T18:00");
        onBehalf.putAll(Map.of("summary", "送餐上门", "place", "二号楼", "communityCode", town.community().code, "memberNumber",
                member.number, "consentNote", "本人电话同意"));

        Map<String, String> ways = new LinkedHashMap<>();
        ways.put("alone", sent(member, alone));
        ways.put("within", sent(member, within));
        ways.put("list", as.api(host).body(Map.of("slotId", afternoon.slot(), "rows",
                List.of(Map.of("memberNumber", member.number)), "consentNote", "现场签字"))
                .post("/api/activities/" + afternoon.id() + "/list").then().statusCode(200).extract()
                .path("results[0].recordId"));
        ways.put("onBehalf", sent(given.holder(Office.GRID_WORKER, town.community()), onBehalf));
        ways.forEach((way, id) -> as.api(way.equals("list") ? grid : host).body(Map.of())
                .post("/api/records/" + id + "/confirmation").then().statusCode(200));

        JsonPath file = as.api(member).get("/api/me/file").then().statusCode(200).extract().jsonPath();
        String page = as.pages(member).get("/me/file").text();

        assertThat(service(file, ways.get("alone"))).containsAllEntriesOf(Map.of("content", "小区门口值守", "place", "东门岗亭",
                "minutes", 90, "hours", "1.5", "date", "2026-06-06", "startedAt", "2026-06-06T07:00:00", "organizer",
                town.community().name, "lead", host.name)).containsEntry("recordingUnit", town.community().name)
                .containsEntry("branch", town.branch().name).containsEntry("enteredBySomebodyElse", false)
                .doesNotContainKey("activityName");
        for (String way : List.of("within", "list")) {
            assertThat(service(file, ways.get(way))).as(way).containsAllEntriesOf(Map.of("activityName", "清理楼道", "content",
                    "清理楼道里的杂物", "place", "三号楼", "organizer", town.community().name, "lead", host.name, "date", "2026-06-06",
                    "minutes", way.equals("within") ? 120 : 90, "recordingUnit", town.community().name, "branch",
                    town.branch().name, "enteredBySomebodyElse", way.equals("list")));
        }
        assertThat(service(file, ways.get("onBehalf"))).containsAllEntriesOf(Map.of("content", "送餐上门", "place", "二号楼",
                "minutes", 60, "organizer", town.community().name, "lead", host.name, "date", "2026-06-06",
                "enteredBySomebodyElse", true, "recordingUnit", town.community().name, "branch", town.branch().name));
        assertThat(file.getInt("minutes")).isEqualTo(360);
        assertThat(page).contains("小区门口值守", "东门岗亭", "个人服务", "清理楼道", "清理楼道里的杂物", "三号楼", "送餐上门", "二号楼",
                town.community().name, host.name, town.branch().name, "他人代录", "2026-06-06", "07:00–08:30", "09:00–11:00",
                "14:00–15:30", "17:00–18:00", "6.0 小时");
    }

    @Test
    void theMemberIsThereWithEveryFieldAndHisNumbersAreMasked() {
        Map<String, Object> person = as.api(member).get("/api/me/file").then().statusCode(200).extract().path("person");

        assertThat(person).containsAllEntriesOf(Map.of("name", member.name, "number", member.number, "gender", "FEMALE",
                "birthDate", "1958-02-28", "idNumber", "9999**********0042", "residence", town.community().name, "telephone",
                "139****1234", "skills", List.of("急救", "水电维修"), "kinds", List.of("敬老助残"), "branch", town.branch().name));
        String page = as.pages(member).get("/me/file").text();
        assertThat(page).contains(member.name, "女", "1958-02-28", "9999**********0042", "139****1234", "急救", "水电维修", "敬老助残")
                .doesNotContain("999999195802280042", "13900001234");
    }

    @Test
    void nobodyElseSeesIt() {
        clock.set("2026-06-06T20:00");
        Map<String, Object> alone = report("2026-06-06T07:00", "2026-06-06T08:30");
        alone.putAll(Map.of("summary", "只有本人知道的事", "communityCode", town.community().code));
        sent(member, alone);

        for (Member other : List.of(given.member(town.branch()), host, given.administrator(town.area()))) {
            assertThat(as.pages(other).get("/me/file").text()).doesNotContain("只有本人知道的事", member.number);
        }
        assertThat(new Pages().open("/me/file").status()).isEqualTo(303);
        RestAssured.given().accept("application/json").get("/api/me/file").then().statusCode(401);
    }

    private static Map<String, Object> report(String from, String to) {
        return new HashMap<>(Map.of("startedAt", from, "endedAt", to));
    }

    private String sent(Member who, Map<String, Object> report) {
        return as.api(who).header("Idempotency-Key", UUID.randomUUID().toString()).body(report).post("/api/records").then()
                .statusCode(201).extract().path("id");
    }

    private static Map<String, Object> service(JsonPath file, String id) {
        List<Map<String, Object>> all = file.getList("service");
        return all.stream().filter(each -> id.equals(each.get("id"))).findFirst().orElseThrow();
    }
}
