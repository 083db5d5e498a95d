package org.shuangbaodao.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.ledger.Standings;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.proof.Digests;
import org.shuangbaodao.servicerecord.ServiceRecord;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Deeds;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the list over the seed to the answers, over HTTP. */
@QuarkusTest
class SpotChecksTest {

    private static final int RECORDS = 40;

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    Deeds deeds;
    @Inject
    Traces traces;
    @Inject
    Digests digests;
    @Inject
    DrawingSchedule schedule;
    @Inject
    Standings standings;
    @Inject
    TestClock clock;

    Deeds.Place place;
    Given.Town town;
    Member member;
    Member host;
    Member secretary;
    Member auditor;

    @BeforeEach
    void aQuarterOfService() {
        place = deeds.place();
        town = place.town();
        member = place.member();
        host = place.host();
        secretary = place.secretary();
        auditor = given.auditor(town.workingCommittee());
        for (int i = 0; i < RECORDS; i++) {
            served(LocalDate.of(2026, 7, 1).plusDays(i) + "T09:00");
        }
        // So that there are books of which a digest can be made, and a day that has none.
        deeds.threeEntries(town);
        LocalDate last = digests.days(1).stream().findFirst().orElse(LocalDate.of(2026, 10, 30));
        clock.set((last.isBefore(LocalDate.of(2026, 10, 30)) ? LocalDate.of(2026, 10, 30) : last).plusDays(1) + "T10:00");
    }

    @AfterEach
    void present() {
        clock.reset();
    }

    @Test
    void theListIsFixedBeforeTheSeedAndAnybodyCanDrawAgain() throws Exception {
        String id = order(auditor);
        String outside = served("2026-09-01T09:00");
        assertThat(look(id).getString("state")).isEqualTo("ORDERED");
        schedule.drawDue();
        assertThat(look(id).getString("seed")).as("no digest of a later day yet").isNull();
        as.api(auditor).get("/api/inspections/" + id + "/records").then().statusCode(409);

        draw();
        JsonPath facts = look(id);
        assertThat(facts.getInt("records")).isEqualTo(RECORDS);
        assertThat(facts.getInt("drawn")).isEqualTo(5);
        assertThat(facts.getString("seedDay")).isGreaterThan(facts.getString("orderedOn"));
        String list = as.api(auditor).accept("text/plain").get("/api/inspections/" + id + "/list").then().statusCode(200)
                .extract()
                .asString();
        assertThat(list.lines()).hasSize(RECORDS).isSorted().doesNotContain(outside);
        assertThat(sha256(list)).isEqualTo(facts.getString("listDigest"));
        assertThat(sha256(facts.getString("seedRoot") + " " + town.workingCommittee().code + " 2026-Q3"))
                .isEqualTo(facts.getString("seed"));
        List<Long> ids = list.lines().map(each -> Ids.parse(each).orElseThrow()).toList();
        assertThat(drawn(id, auditor)).isEqualTo(DrawingRule.draw(ids, facts.getString("seed"), 5).stream()
                .map(each -> Ids.text(each.recordId())).toList());
    }

    @Test
    void aQuarterIsDrawnOnceAndStaysAsItWasDrawn() {
        String id = order(auditor);
        draw();
        List<String> drawn = drawn(id, auditor);

        send(given.officer(town.workingCommittee()), town.workingCommittee().code, "2026-Q3").then().statusCode(409)
                .body("type", equalTo("urn:shuangbaodao:problem:inspection/ordered-before"));
        clock.advance(Duration.ofDays(1));
        digests.make();
        schedule.drawDue();
        assertThat(drawn(id, auditor)).isEqualTo(drawn);
        send(auditor, town.committee().code, "2026-Q3").then().statusCode(201);
    }

    @Test
    void twoWhoOrderAtOnceMakeOneCheck() throws Exception {
        Member second = given.auditor(town.workingCommittee());
        Map<String, String> order = Map.of("organizationCode", town.workingCommittee().code, "quarter", "2026-Q3");

        assertThat(atOnce("/api/inspections", as.api(auditor).body(order), as.api(second).body(order)))
                .containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void aQuarterThatIsNotInYetIsNotChecked() {
        String quarter = Period.quarterOf(LocalDate.of(2026, 10, 1)).key();
        clock.set("2026-10-16T10:00");
        send(auditor, town.workingCommittee().code, "2026-Q3").then().statusCode(409)
                .body("type", equalTo("urn:shuangbaodao:problem:inspection/too-early"));
        send(auditor, town.workingCommittee().code, quarter).then().statusCode(409);
        send(auditor, town.workingCommittee().code, "2026").then().statusCode(422);
    }

    @Test
    void onlyAuditorsAndOfficersWithinTheirReachCheck() {
        String id = order(auditor);
        draw();
        for (Member none : List.of(member, host, secretary, given.administrator(town.area()),
                given.auditor(given.town().workingCommittee()), given.officer(given.town().committee()))) {
            send(none, town.committee().code, "2026-Q3").then().statusCode(403);
            as.api(none).get("/api/inspections/" + id + "/records").then().statusCode(403);
            as.api(none).accept("text/plain").get("/api/inspections/" + id + "/list").then().statusCode(403);
            assertThat(as.pages(none).open("/inspections/" + id + "/records").status()).isEqualTo(403);
        }
        as.api(given.officer(town.workingCommittee())).get("/api/inspections/" + id + "/records").then().statusCode(200);
    }

    @Test
    void whoeverHadAPartInARecordLeavesItToOthers() {
        Member officer = given.officer(town.workingCommittee());
        List<String> own = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            own.add(Ids
                    .text(traces.served(town, member, host, officer, "2026-09-" + (i < 9 ? "0" : "") + (i + 1) + "T14:00", 60,
                            record -> {
                            }).id));
        }
        String id = as.api(auditor)
                .body(Map.of("organizationCode", town.workingCommittee().code, "quarter", "2026-Q3", "percent",
                        100))
                .post("/api/inspections").then().statusCode(201).extract().path("id");
        draw();

        JsonPath seen = as.api(officer).get("/api/inspections/" + id + "/records").then().statusCode(200).extract().jsonPath();
        assertThat(seen.getInt("forOthers")).isEqualTo(20);
        assertThat(seen.getList("questions.record.id")).hasSize(RECORDS).doesNotContainAnyElementsOf(own);
        JsonPath all = as.api(auditor).get("/api/inspections/" + id + "/records").jsonPath();
        String foreign = all.getString("questions.find { it.record.id == '" + own.get(0) + "' }.id");
        answer(officer, foreign, "HAPPENED", null).then().statusCode(403)
                .body("type", equalTo("urn:shuangbaodao:problem:inspection/involved"));
        as.api(officer).post("/api/inspections/questions/" + foreign + "/member").then().statusCode(403);
        assertThat(as.pages(officer).open("/inspections/questions/" + foreign).status()).isEqualTo(403);
        answer(auditor, foreign, "HAPPENED", null).then().statusCode(200);
    }

    @Test
    void ofTwoInspectorsAtOnceOneAnswers() throws Exception {
        String id = order(auditor);
        draw();
        Member second = given.auditor(town.workingCommittee());
        String question = questions(id).get(0);

        assertThat(atOnce("/api/inspections/questions/" + question + "/answer",
                as.api(auditor).body(said("HAPPENED", null)), as.api(second).body(said("DID_NOT_HAPPEN", "没有人来过"))))
                .containsExactlyInAnyOrder(200, 409);
        answer(auditor, question, "NOT_FOUND", null).then().statusCode(409)
                .body("type", equalTo("urn:shuangbaodao:problem:inspection/answered"));
    }

    @Test
    void theSeedRuleAndCountsArePublicAndNobodyIsNamed() {
        String id = order(auditor);
        draw();
        List<String> questions = questions(id);
        answer(auditor, questions.get(0), "DID_NOT_HAPPEN", "没有人来过").then().statusCode(200);

        for (String language : List.of("zh-CN", "zh-TW", "en")) {
            Pages visitor = new Pages().language(language);
            Document page = visitor.get("/inspections/" + id);
            assertThat(page.text()).contains(look(id).getString("seed"), look(id).getString("listDigest"), "2026-Q3")
                    .doesNotContain(member.name, member.number, host.name, "没有人来过");
            assertThat(page.select("td[data-label]").eachText()).hasSize(5).allMatch(each -> each.matches(".*5"));
            assertThat(visitor.get("/inspections").text()).contains(town.workingCommittee().name);
            drawn(id, auditor).forEach(record -> assertThat(page.html()).doesNotContain(record));
        }
        assertThat(RestAssured.given().get("/api/inspections/" + id).asString()).doesNotContain(member.name, member.number,
                drawn(id, auditor).get(0));
    }

    @Test
    void anInspectorAsksWithoutJavaScriptAndAnUnfavourableAnswerBooksNothing() {
        Pages pages = as.pages(auditor);
        Document work = pages.get("/inspections/work");
        Pages.Answer refused = pages.submit(Pages.form(work, "/inspections/work"),
                Map.of("organization", town.committee().code, "quarter", "2026-Q3", "percent", "1"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("input[name=percent]").val()).isEqualTo("1");
        pages.follow(pages.submit(Pages.form(work, "/inspections/work"),
                Map.of("organization", town.committee().code, "quarter", "2026-Q3")));
        draw();
        pages = as.pages(auditor);
        String records = pages.get("/inspections/work").select("td.row-actions a").attr("href");
        Document list = pages.get(records);
        assertThat(list.text()).contains(member.name, "尚未核查");
        String address = list.select("td.row-actions a").attr("href");
        Document question = pages.get(address);

        Pages.Answer tooShort = pages.submit(Pages.form(question, address),
                Map.of("whom", "三号楼居民", "how", "VISIT", "result", "DID_NOT_HAPPEN"));
        assertThat(tooShort.status()).as("what is wrong has to be said").isEqualTo(422);
        assertThat(tooShort.page().select("input[name=whom]").val()).isEqualTo("三号楼居民");
        Map<Book, Long> before = standings.of(member.id, Period.ALL);
        Document after = pages.follow(pages.submit(Pages.form(question, address), Map.of("whom", "三号楼居民", "how", "VISIT",
                "result", "DID_NOT_HAPPEN", "note", "那天没有人值守")));

        assertThat(after.text()).contains("没有这回事", "三号楼居民", "结果不利");
        String record = after.select("p.notice.wait a").attr("href");
        assertThat(record).startsWith("/records/");
        assertThat(pages.get(record).text()).contains("已核定");
        assertThat(standings.of(member.id, Period.ALL)).isEqualTo(before);
    }

    @Test
    void theMemberIsAskedThroughHisInboxAndSaysYesOnce() {
        String id = order(auditor);
        draw();
        String question = questions(id).get(0);
        String address = "/inspections/asked/" + question;
        assertThat(as.pages(member).open(address).status()).as("before he was asked").isEqualTo(404);
        as.api(auditor).post("/api/inspections/questions/" + question + "/member").then().statusCode(200);
        as.api(auditor).post("/api/inspections/questions/" + question + "/member").then().statusCode(409);

        assertThat(as.pages(member).get("/me/inbox").text()).contains("请确认您参加过");
        assertThat(as.pages(member).get("/").text()).contains("1 条抽查请您确认");
        assertThat(as.pages(secretary).open(address).status()).isEqualTo(404);
        Pages own = as.pages(member);
        Document asked = own.get(address);
        assertThat(asked.text()).contains("您自己报的");
        assertThat(own.follow(own.submit(Pages.form(asked, address), Map.of())).text()).contains("您已确认参加过");
        assertThat(own.submit(Pages.form(asked, address), Map.of()).status()).isEqualTo(409);
        assertThat(as.pages(auditor).get("/inspections/questions/" + question).text()).contains("确认参加过");
    }

    @Test
    void theMemberDeniesByTheWayOfEveryRecord() {
        ServiceRecord entered = traces.served(town, member, host, secretary, "2026-09-05T14:00", 60,
                record -> record.enteredBy = host.id);
        String id = as.api(auditor)
                .body(Map.of("organizationCode", town.workingCommittee().code, "quarter", "2026-Q3", "percent",
                        100))
                .post("/api/inspections").then().statusCode(201).extract().path("id");
        draw();
        String question = as.api(auditor).get("/api/inspections/" + id + "/records").jsonPath()
                .getString("questions.find { it.record.id == '" + Ids.text(entered.id) + "' }.id");
        as.api(auditor).post("/api/inspections/questions/" + question + "/member").then().statusCode(200);

        Pages own = as.pages(member);
        Document asked = own.get("/inspections/asked/" + question);
        assertThat(asked.select("button").eachText()).contains("我参加过", "我没有参加");
    }

    private String served(String from) {
        return Ids.text(traces.served(town, member, host, secretary, from, 60, record -> {
        }).id);
    }

    private Response send(Member who, String scope, String quarter) {
        return as.api(who).body(Map.of("organizationCode", scope, "quarter", quarter)).post("/api/inspections");
    }

    private String order(Member who) {
        return send(who, town.workingCommittee().code, "2026-Q3").then().statusCode(201).extract().path("id");
    }

    private void draw() {
        clock.advance(Duration.ofHours(15));
        digests.make();
        schedule.drawDue();
    }

    private static JsonPath look(String id) {
        return RestAssured.given().get("/api/inspections/" + id).then().statusCode(200).extract().jsonPath();
    }

    private List<String> drawn(String id, Member who) {
        return as.api(who).get("/api/inspections/" + id + "/records").then().statusCode(200).extract().jsonPath()
                .getList("questions.record.id");
    }

    private List<String> questions(String id) {
        return as.api(auditor).get("/api/inspections/" + id + "/records").then().statusCode(200).extract().jsonPath()
                .getList("questions.id");
    }

    private Response answer(Member who, String question, String result, String note) {
        return as.api(who).body(said(result, note)).post("/api/inspections/questions/" + question + "/answer");
    }

    private static Map<String, Object> said(String result, String note) {
        Map<String, Object> body = new HashMap<>(Map.of("result", result, "whom", "三号楼居民", "how", "VISIT", "askedOn",
                "2026-10-20"));
        body.put("note", note);
        return body;
    }

    private static List<Integer> atOnce(String address, RequestSpecification... requests) throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(requests.length);
        try {
            List<Callable<Integer>> calls = Stream.of(requests)
                    .<Callable<Integer>> map(request -> () -> request.post(address).statusCode()).toList();
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> each : both.invokeAll(calls)) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            both.shutdown();
        }
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
