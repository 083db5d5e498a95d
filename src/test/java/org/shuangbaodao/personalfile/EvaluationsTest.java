package org.shuangbaodao.personalfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What those who were served say reaches whoever served, who may answer and object, and nobody else. */
@QuarkusTest
class EvaluationsTest {

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
    Member grid;
    Member member;
    String record;

    @BeforeEach
    void aConfirmedRecord() {
        clock.set("2026-06-06T20:00");
        town = given.town();
        host = given.communitySecretary(town.community());
        grid = given.gridLead(town.grid());
        member = given.member(town.branch());
        record = confirmed(member, "2026-06-06T09:00", "2026-06-06T10:00", null);
    }

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @Test
    void theMemberReadsItWithTheFieldsOfArticle10() {
        assertThat(enter(grid, "record=" + record, Map.of()).status()).isEqualTo(303);

        assertThat(evaluations(member)).singleElement().satisfies(each -> assertThat(each).containsAllEntriesOf(
                Map.of("about", "小区门口值守", "servedOn", "2026-06-06", "completion", "DONE", "grade", "SATISFIED", "feedback",
                        "来得很准时", "givenBy", "RESIDENT", "evaluatedOn", "2026-06-06", "late", false)));
        assertThat(as.pages(member).get("/me/file").text()).contains("满意", "来得很准时", "居民", "不对外公开");
        assertThat(as.pages(member).get("/me/inbox").text()).contains("收到一份评价");
        assertThat(new Pages().get("/").text() + new Pages().get("/rankings").text()).doesNotContain("来得很准时");
    }

    @Test
    void oneAboutAnActivityIsAboutEverybodyWhoseServiceCounts() {
        clock.set("2026-06-05T08:00");
        Happening happening = happenings.published(host, town.community(), "2026-06-06T14:00", "2026-06-06T16:00", null);
        clock.set("2026-06-06T20:00");
        confirmed(member, "2026-06-06T14:00", "2026-06-06T16:00", happening.id());
        Member second = given.member(town.branch());
        confirmed(second, "2026-06-06T14:00", "2026-06-06T16:00", happening.id());
        Member away = given.member(town.branch());

        assertThat(as.pages(grid).get("/evaluations").select("a[href$=activity=" + happening.id() + "]").text())
                .isEqualTo("清理楼道");
        enter(grid, "activity=" + happening.id(), Map.of());

        assertThat(evaluations(member)).hasSize(1);
        assertThat(evaluations(second)).hasSize(1);
        assertThat(evaluations(away)).isEmpty();
    }

    @Test
    void anAverageIsShownFromFiveOnAndNotBefore() {
        for (int i = 0; i < 4; i++) {
            enter(grid, "record=" + record, Map.of("grade", "VERY_SATISFIED"));
        }
        assertThat(file(member)).doesNotContainKey("averageTenths");
        assertThat(as.pages(member).get("/me/file").text()).doesNotContain("平均");
        assertThat(as.pages(host).get("/evaluations").text()).contains("4 份评价", "不显示平均分");

        enter(grid, "record=" + record, Map.of("grade", "DISSATISFIED"));

        assertThat(file(member)).containsEntry("averageTenths", 44);
        assertThat(as.pages(member).get("/me/file").text()).contains("5 份评价，平均 4.4 分");
        assertThat(as.pages(host).get("/evaluations").text()).contains("平均 4.4 分");
    }

    @Test
    void anObjectionIsDecidedBySomebodyElseAndUpheldTakesTheEvaluationBack() {
        enter(grid, "record=" + record, Map.of("grade", "VERY_DISSATISFIED"));
        String id = (String) evaluations(member).get(0).get("id");
        answer(member, id, Map.of("answer", "那天我在别的门口", "objects", "yes"));
        String address = "/evaluations/" + id;

        assertThat(as.pages(host).get("/").text()).contains("1 份评价有异议待复核");
        assertThat(as.pages(host).get("/evaluations").select("a[href=" + address + "]")).isNotEmpty();
        assertThat(decide(grid, address, "yes")).as("who entered it").isEqualTo(403);
        assertThat(decide(given.holder(Office.GRID_WORKER, town.community()), address, "yes")).as("no decider")
                .isEqualTo(403);
        assertThat(decide(host, address, "yes")).isEqualTo(303);
        assertThat(decide(given.officer(town.street()), address, "no")).as("decided").isEqualTo(409);

        assertThat(evaluations(member)).isEmpty();
        assertThat(as.pages(member).get("/me/inbox").text()).contains("异议已复核");
        assertThat(as.pages(host).get("/").text()).doesNotContain("有异议待复核");
    }

    @Test
    void keptAfterAllItStandsWithBothWords() {
        enter(grid, "record=" + record, Map.of("grade", "DISSATISFIED"));
        String id = (String) evaluations(member).get(0).get("id");
        answer(member, id, Map.of("answer", "下雨路滑", "objects", "yes"));
        decide(host, "/evaluations/" + id, "no");

        assertThat(evaluations(member)).singleElement().satisfies(each -> assertThat(each).containsAllEntriesOf(
                Map.of("answer", "下雨路滑", "objects", true, "upheld", false, "decision", "核对了当天的登记")));
        assertThat(as.pages(member).get("/me/file").select("form[action$=/answer]")).isEmpty();
    }

    @Test
    void twoWhoDecideAtOnceDecideOnce() throws Exception {
        enter(grid, "record=" + record, Map.of());
        String id = (String) evaluations(member).get(0).get("id");
        answer(member, id, Map.of("answer", "不是我", "objects", "yes"));
        Member street = given.officer(town.street());
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Pages first = as.pages(host);
            Pages second = as.pages(street);
            FormElement uphold = decision(first, "/evaluations/" + id);
            FormElement keep = decision(second, "/evaluations/" + id);
            List<Callable<Integer>> both = List.of(() -> first.submit(uphold, words("yes")).status(),
                    () -> second.submit(keep, words("no")).status());
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> each : threads.invokeAll(both)) {
                answers.add(each.get());
            }
            assertThat(answers).containsExactlyInAnyOrder(303, 409);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void theSameFormSentTwiceIsOneEvaluation() {
        Pages pages = as.pages(grid);
        FormElement form = Pages.form(pages.get("/evaluations/new?record=" + record), "/evaluations/new");

        pages.submit(form, opinion(Map.of()));
        pages.submit(form, opinion(Map.of()));

        assertThat(evaluations(member)).hasSize(1);
    }

    @Test
    void nothingThatTellsWhoWasServedStandsThere() {
        Pages.Answer answer = enter(grid, "record=" + record, Map.of("feedback", "张家的电话13900001234"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select(".field.bad [name=feedback]")).isNotEmpty();
        Document form = as.pages(grid).get("/evaluations/new?record=" + record);
        assertThat(form.select("input[name~=(?i)name|phone]")).isEmpty();
    }

    @Test
    void whatComesAfterTenWorkingDaysIsMarkedLateAndNoDayIsImpossible() {
        clock.set("2026-06-23T09:00");
        enter(grid, "record=" + record, Map.of("evaluatedOn", "2026-06-23"));
        assertThat(evaluations(member).get(0)).containsEntry("late", true);

        assertThat(enter(grid, "record=" + record, Map.of("evaluatedOn", "2026-06-24")).status()).isEqualTo(422);
        assertThat(enter(grid, "record=" + record, Map.of("evaluatedOn", "2026-06-05")).status()).isEqualTo(422);
    }

    @Test
    void theWrongPeopleNeitherEnterNorReadNorAnswer() {
        enter(grid, "record=" + record, Map.of());
        String id = (String) evaluations(member).get(0).get("id");
        Member stranger = given.member(town.branch());
        Member elsewhere = given.communitySecretary(given.community(town.street()));

        for (Member wrong : List.of(stranger, elsewhere, given.auditor(town.area()), given.administrator(town.area()),
                given.secretary(town.branch()))) {
            assertThat(as.pages(wrong).open("/evaluations/new?record=" + record).status()).as(wrong.name).isEqualTo(404);
            assertThat(as.pages(wrong).open("/evaluations/" + id).status()).as(wrong.name).isEqualTo(404);
            assertThat(evaluations(wrong)).isEmpty();
        }
        for (Member wrong : List.of(stranger, given.administrator(town.area()))) {
            assertThat(as.pages(wrong).open("/evaluations").status()).isEqualTo(403);
        }
        Pages pages = as.pages(stranger);
        FormElement form = Pages.form(pages.get("/"), "/logout");
        form.attr("action", "/me/file/evaluations/" + id + "/answer");
        assertThat(pages.submit(form, Map.of("answer", "不是我的")).status()).isEqualTo(404);
        Member both = given.person().in(town.branch()).holding(Office.GRID_WORKER, town.community()).saved();
        String own = confirmed(both, "2026-06-06T09:00", "2026-06-06T10:00", null);
        assertThat(enter(both, "record=" + own, Map.of()).status()).as("his own service").isEqualTo(403);
    }

    private String confirmed(Member who, String from, String to, String activity) {
        Map<String, Object> report = new HashMap<>(Map.of("startedAt", from, "endedAt", to));
        report.putAll(activity == null ? Map.of("summary", "小区门口值守", "communityCode", town.community().code)
                : Map.of("activityId", activity));
        String id = as.api(who).header("Idempotency-Key", UUID.randomUUID().toString()).body(report).post("/api/records").then()
                .statusCode(201).extract().path("id");
        as.api(host).body(Map.of()).post("/api/records/" + id + "/confirmation").then().statusCode(200);
        return id;
    }

    private static Map<String, Object> opinion(Map<String, Object> changes) {
        Map<String, Object> opinion = new HashMap<>(Map.of("completion", "DONE", "grade", "SATISFIED", "givenBy", "RESIDENT",
                "feedback", "来得很准时"));
        opinion.putAll(changes);
        return opinion;
    }

    private Pages.Answer enter(Member who, String about, Map<String, Object> changes) {
        Pages pages = as.pages(who);
        return pages.submit(Pages.form(pages.get("/evaluations/new?" + about), "/evaluations/new"), opinion(changes));
    }

    private Map<String, Object> file(Member who) {
        return as.api(who).get("/api/me/file").then().statusCode(200).extract().jsonPath().getMap("$");
    }

    private List<Map<String, Object>> evaluations(Member who) {
        return as.api(who).get("/api/me/file").then().statusCode(200).extract().path("evaluation");
    }

    private void answer(Member who, String id, Map<String, Object> words) {
        Pages pages = as.pages(who);
        String action = "/me/file/evaluations/" + id + "/answer";
        assertThat(pages.submit(Pages.form(pages.get("/me/file"), action), words).status()).isEqualTo(303);
    }

    private int decide(Member who, String address, String upheld) {
        Pages pages = as.pages(who);
        return pages.submit(decision(pages, address), words(upheld)).status();
    }

    private static FormElement decision(Pages pages, String address) {
        FormElement form = Pages.form(pages.get("/"), "/logout");
        form.attr("action", address + "/decision");
        return form;
    }

    private Map<String, Object> words(String upheld) {
        return Map.of("member", member.number, "upheld", upheld, "decision", "核对了当天的登记");
    }
}
