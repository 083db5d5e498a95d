package org.shuangbaodao.personalfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.ledger.Standings;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Pages;

import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training is entered once for everybody, earns nothing, and takes a second person where there is a certificate. */
@QuarkusTest
class TrainingsTest {

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    Standings standings;

    Given.Town town;
    Member secretary;
    Member member;

    @BeforeEach
    void aBranch() {
        town = given.town();
        secretary = given.secretary(town.branch());
        member = given.member(town.branch());
    }

    @Test
    void everybodyWhoWasThereFindsItInHisFileWithTheFieldsOfArticle8() {
        Member second = given.member(town.branch());
        Pages.Answer entered = enter(secretary, facts(), Map.of("present", List.of(member.number), "others",
                second.number + " 45"));

        assertThat(entered.status()).isEqualTo(200);
        assertThat(entered.page().select("[role=status]").text()).contains("2 人");
        Map<String, Object> training = trainings(member).get(0);
        assertThat(training).containsAllEntriesOf(Map.of("name", "急救员培训", "content", "心肺复苏和包扎", "organizer", "区红十字会",
                "teacher", "周老师", "place", "党群服务中心", "firstDay", "2026-10-10", "lastDay", "2026-10-11", "minutes", 180,
                "result", "ATTENDED", "state", "ENTERED"));
        assertThat(trainings(second).get(0)).containsEntry("minutes", 45);
        assertThat(as.pages(member).get("/me/file").text()).contains("急救员培训", "心肺复苏和包扎", "区红十字会", "周老师", "3.0 小时",
                "学习时长不计入服务时间");
        assertThat(as.pages(member).get("/me/inbox").text()).contains("急救员培训");
    }

    @Test
    void timeOfStudyNeverBecomesTimeOfServiceOrPoints() {
        enter(secretary, facts(), Map.of("present", List.of(member.number), "result", "CERTIFIED"));
        String id = kept(secretary);
        post(given.officer(town.committee()), "/trainings/" + id, "/trainings/" + id + "/check");

        assertThat(trainings(member).get(0)).containsEntry("state", "CHECKED");
        for (Book book : Book.values()) {
            assertThat(standings.of(member.id, Period.ALL).get(book)).as(book.name()).isZero();
        }
        as.api(member).get("/api/me/file").then().statusCode(200).body("minutes", equalTo(0));
        as.api(member).get("/api/me/ledger?period=all").then().body("entries.size()", equalTo(0));
    }

    @Test
    void aCertificateTakesASecondPersonWhoIsNotTheDeputyOrAParticipant() {
        Member deputy = given.deputy(town.branch());
        Member participant = given.person().in(town.branch()).holding(Office.BRANCH_COMMITTEE_MEMBER, town.branch()).saved();
        Member other = given.person().in(town.branch()).holding(Office.BRANCH_COMMITTEE_MEMBER, town.branch()).saved();
        enter(secretary, facts(), Map.of("present", List.of(member.number, participant.number), "result", "CERTIFIED"));
        String id = kept(secretary);
        String address = "/trainings/" + id;

        assertThat(as.pages(member).get("/me/file").text()).contains("取得证书", "待第二人核对");
        for (Member wrong : List.of(secretary, deputy, participant)) {
            assertThat(as.pages(wrong).get(address).select("form[action=" + address + "/check]")).as(wrong.name).isEmpty();
            assertThat(submitCheck(wrong, address)).as(wrong.name).isEqualTo(403);
        }
        assertThat(as.pages(other).get("/").text()).contains("1 场培训的证书待核对");
        assertThat(submitCheck(other, address)).isEqualTo(303);
        assertThat(submitCheck(other, address)).as("again").isEqualTo(409);
        assertThat(as.pages(member).get("/me/file").text()).doesNotContain("待第二人核对");
    }

    @Test
    void sentTwiceAndByTwoAtOnceItIsOneTraining() throws Exception {
        Map<String, Object> people = Map.of("present", List.of(member.number));
        try (ClosingPool pool = new ClosingPool()) {
            Map<String, Object> all = facts();
            all.putAll(people);
            Pages first = as.pages(secretary);
            Pages second = as.pages(secretary);
            FormElement one = Pages.form(first.get("/trainings/new"), "/trainings/new");
            FormElement other = Pages.form(second.get("/trainings/new"), "/trainings/new");
            List<Callable<Integer>> both = List.of(() -> first.submit(one, all).status(),
                    () -> second.submit(other, all).status());
            for (Future<Integer> each : pool.threads.invokeAll(both)) {
                assertThat(each.get()).isEqualTo(200);
            }
        }
        enter(secretary, facts(), people);

        assertThat(trainings(member)).hasSize(1);
        Map<String, Object> otherFacts = facts();
        otherFacts.put("minutes", "60");
        assertThat(enter(secretary, otherFacts, people).status()).isEqualTo(409);
    }

    @Test
    void onlyTheOwnPeopleWhoAgreedToRecordingAreTakenAndNobodyLearnsOfOthers() {
        Member elsewhere = given.member(given.branch(town.committee()));
        Member unasked = given.person().in(town.branch()).notActivated().saved();

        String answer = enter(secretary, facts(), Map.of("others",
                String.join("\n", member.number, elsewhere.number, "M0000000000000", unasked.number))).page()
                .select("[role=status]").text();

        assertThat(answer).contains("1 人", elsewhere.number + " — 当天不在您的支部", "M0000000000000 — 当天不在您的支部", unasked.number
                + " — 本人没有同意记录").doesNotContain(elsewhere.name);
        assertThat(trainings(elsewhere)).isEmpty();
    }

    @Test
    void theCommunityThatHeldItEntersThoseRegisteredThere() {
        Member host = given.communitySecretary(town.community());
        Map<String, Object> body = Map.of("communityCode", town.community().code);
        String checkIn = as.api(member).header("Idempotency-Key", UUID.randomUUID().toString()).body(body)
                .post("/api/checkins").then().statusCode(201).extract().path("id");
        as.api(host).body(Map.of()).post("/api/checkins/" + checkIn + "/acceptance").then().statusCode(200);
        Map<String, Object> facts = facts();
        facts.putAll(Map.of("firstDay", "2026-10-19", "lastDay", ""));

        enter(host, facts, Map.of("others", member.number + "\n" + secretary.number));

        assertThat(trainings(member)).hasSize(1);
        assertThat(trainings(secretary)).as("not registered there").isEmpty();
    }

    @Test
    void aSheetAddsPeopleWithMinutesAndResults(@TempDir Path folder) throws IOException {
        Member second = given.member(town.branch());
        enter(secretary, facts(), Map.of());
        String id = kept(secretary);
        Path sheet = Files.writeString(folder.resolve("名单.csv"), "党员编号,分钟,结果\n%s,,合格\n%s,90,参加\n%s,999,参加\n%s,30,未知\n"
                .formatted(member.number, second.number, secretary.number, secretary.number));
        Pages pages = as.pages(secretary);

        Document answer = pages.submit(Pages.form(pages.get("/trainings/" + id), "/trainings/" + id + "/sheet"),
                Map.of("file", sheet.toFile())).page();

        assertThat(answer.select("[role=status]").text()).contains("2 人", secretary.number);
        assertThat(trainings(member).get(0)).containsEntry("result", "PASSED").containsEntry("minutes", 180);
        assertThat(trainings(second).get(0)).containsEntry("minutes", 90);
        assertThat(trainings(secretary)).isEmpty();
    }

    @Test
    void whoWasNotThereSaysSoAndIsRidOfIt() {
        enter(secretary, facts(), Map.of("present", List.of(member.number)));
        String id = kept(secretary);

        for (int i = 0; i < 2; i++) {
            post(member, "/me/file", "/me/file/trainings/" + id + "/repudiation");
        }

        assertThat(trainings(member)).isEmpty();
        assertThat(as.pages(secretary).get("/trainings/" + id).text()).contains("本人称未参加");
        assertThat(as.pages(secretary).get("/me/inbox").text()).contains("有人称没有参加");
    }

    @Test
    void takenBackItLeavesTheFilesAndMakesRoomForTheRightFacts() {
        enter(secretary, facts(), Map.of("present", List.of(member.number)));
        String id = kept(secretary);
        post(secretary, "/trainings/" + id, "/trainings/" + id + "/withdrawal");
        assertThat(trainings(member)).isEmpty();

        Map<String, Object> right = facts();
        right.put("minutes", "120");
        enter(secretary, right, Map.of("present", List.of(member.number)));

        assertThat(trainings(member)).singleElement().satisfies(each -> assertThat(each).containsEntry("minutes", 120));
    }

    @Test
    void whatIsMissingOrImpossibleIsSaidAtItsField() {
        Map<String, Object> facts = facts();
        facts.putAll(Map.of("name", "", "firstDay", "2026-10-30", "lastDay", "2026-10-29", "minutes", "0"));
        Pages.Answer answer = enter(secretary, facts, Map.of("others", "a b c"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select(".field.bad [name]").eachAttr("name")).contains("name", "lastDay", "minutes", "others");
    }

    @Test
    void theWrongPeopleNeitherEnterNorSeeIt() {
        enter(secretary, facts(), Map.of("present", List.of(member.number)));
        String id = kept(secretary);
        Member otherSecretary = given.secretary(given.branch(town.committee()));
        Member otherCommunity = given.communitySecretary(given.community(town.street()));

        for (Member wrong : List.of(member, given.auditor(town.workingCommittee()), given.administrator(town.area()))) {
            assertThat(as.pages(wrong).open("/trainings").status()).isEqualTo(403);
            assertThat(as.pages(wrong).open("/trainings/new").status()).isEqualTo(403);
        }
        for (Member wrong : List.of(member, otherSecretary, otherCommunity, given.administrator(town.area()))) {
            assertThat(as.pages(wrong).open("/trainings/" + id).status()).as(wrong.name).isEqualTo(404);
        }
        Map<String, Object> facts = facts();
        facts.put("organization", town.branch().code);
        assertThat(enter(otherSecretary, facts, Map.of("others", member.number)).status()).isEqualTo(403);
    }

    private static Map<String, Object> facts() {
        return new HashMap<>(Map.of("name", "急救员培训", "content", "心肺复苏和包扎", "organizer", "区红十字会", "teacher", "周老师",
                "place", "党群服务中心", "firstDay", "2026-10-10", "lastDay", "2026-10-11", "minutes", "180"));
    }

    private Pages.Answer enter(Member who, Map<String, Object> facts, Map<String, Object> people) {
        Pages pages = as.pages(who);
        Map<String, Object> all = new HashMap<>(facts);
        all.putAll(people);
        return pages.submit(Pages.form(pages.get("/trainings/new"), "/trainings/new"), all);
    }

    private String kept(Member who) {
        String address = as.pages(who).get("/trainings").select("th a").attr("href");
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private List<Map<String, Object>> trainings(Member who) {
        return as.api(who).get("/api/me/file").then().statusCode(200).extract().path("training");
    }

    // With the token of a page that has a form; when the form itself is gone, that of any other.
    private void post(Member who, String page, String action) {
        Pages pages = as.pages(who);
        FormElement form = pages.get(page).select("form[action=" + action + "]").isEmpty()
                ? elsewhere(pages, action)
                : Pages.form(pages.get(page), action);
        assertThat(pages.submit(form, Map.of()).status()).as(action).isEqualTo(303);
    }

    private int submitCheck(Member who, String address) {
        Pages pages = as.pages(who);
        return pages.submit(elsewhere(pages, address + "/check"), Map.of()).status();
    }

    private static FormElement elsewhere(Pages pages, String action) {
        FormElement form = Pages.form(pages.get("/"), "/logout");
        form.attr("action", action);
        return form;
    }

    /** Two threads. */
    private static final class ClosingPool implements AutoCloseable {

        private final ExecutorService threads = Executors.newFixedThreadPool(2);

        @Override
        public void close() {
            threads.shutdown();
        }
    }
}
