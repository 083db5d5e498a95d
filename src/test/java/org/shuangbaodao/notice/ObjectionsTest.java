package org.shuangbaodao.notice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.ledger.Standings;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.pointsitem.PointsItems;
import org.shuangbaodao.pointsitem.PointsItems.Choice;
import org.shuangbaodao.pointsitem.Proposal;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.SoundBooks;
import org.shuangbaodao.support.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who answers, who does not, and what the wrong people learn: nothing. */
@QuarkusTest
class ObjectionsTest {

    @Inject
    SoundBooks soundBooks;
    @Inject
    Quarter quarter;
    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    TestClock clock;
    @Inject
    Standings standings;
    @Inject
    EntityManager database;
    @Inject
    PointsItems items;

    private Quarter.Cast cast;
    private String record;
    private String notice;

    @BeforeEach
    void aNoticeRuns() {
        clock.set("2026-06-11T18:00");
        cast = quarter.cast(0);
        record = quarter.awarded(cast, cast.silent(), "2026-06-10T09:00", "2026-06-10T11:00");
        clock.set(Quarter.START);
        notice = quarter.started(cast);
    }

    @AfterEach
    void letTheClockRun() throws SQLException {
        clock.reset();
        soundBooks.of(cast.town().branch());
    }

    @Test
    void anObjectionAboutADeciderPassesTheBranchBy() {
        String receipt = quarter.objected(notice, Map.of("text", "书记给自己人多记了", "aboutDecider", "yes"));
        String id = quarter.idOfOnly(notice);

        assertThat(quarter.status(receipt).text()).contains(cast.town().committee().name);
        assertThat(as.pages(cast.secretary()).open("/objections/" + id).status()).isEqualTo(404);
        assertThat(as.pages(cast.deputy()).open("/objections/" + id).status()).isEqualTo(404);
        assertThat(as.pages(cast.officer()).get("/objections/" + id).text()).contains("书记给自己人多记了");
        assertThat(as.pages(cast.officer()).get("/notices/manage").text()).contains(cast.town().branch().name);
    }

    @Test
    void anObjectionToWhatTheSecretaryAwardedGoesToTheSuperior() {
        String id = quarter.objectedTo(cast.named(), notice, record);

        for (Member wrong : List.of(cast.secretary(), cast.deputy(), given.administrator(cast.town().area()),
                given.secretary(given.branch(cast.town().committee())), given.auditor(cast.town().workingCommittee()),
                cast.superior(), cast.host())) {
            assertThat(as.pages(wrong).open("/objections/" + id).status()).as(wrong.name).isEqualTo(404);
            assertThat(posted(wrong, id, "answer", Map.of("outcome", "DISMISSED", "reason", "没有问题"))).isEqualTo(403);
        }
        assertThat(Objection.<Objection> findById(Ids.parse(id).orElseThrow()).state).isEqualTo(Outcome.OPEN);
    }

    /** An officer of the committee above who is himself the member objected to leaves it to his colleague. */
    @Test
    void nobodyAnswersAnObjectionAboutHimself() {
        given.appointed(cast.silent(), Office.COMMITTEE_OFFICER, cast.town().committee());
        String id = quarter.objectedTo(cast.named(), notice, record);

        assertThat(as.pages(cast.silent()).get("/objections/" + id).text()).contains("须由别人答复", "请说明情况");
        assertThat(posted(cast.silent(), id, "answer", Map.of("outcome", "DISMISSED", "reason", "没有问题"))).isEqualTo(403);
        assertThat(as.pages(cast.officer()).get("/objections/" + id).select("form[action$=answer]")).hasSize(1);
    }

    @Test
    void whoObjectsDoesNotAnswer() {
        String id = quarter.objectedTo(cast.officer(), notice, record);

        assertThat(as.pages(cast.officer()).get("/objections/" + id).select("form[action$=answer]")).isEmpty();
        assertThat(as.pages(cast.superior()).get("/objections/" + id).select("form[action$=answer]")).hasSize(1);
    }

    /** Nothing but a paper stands behind it; whoever proposed it does not answer. */
    @Test
    void anItemIsObjectedToAndTakenBackLikeARecord() throws SQLException {
        clock.set("2026-06-11T18:00");
        Quarter.Cast branch = quarter.cast(0);
        Member colleague = given.person().in(branch.town().branch())
                .holding(Office.BRANCH_COMMITTEE_MEMBER, branch.town().branch()).saved();
        long item = items.propose(new Proposal(branch.silent().number, "RP-01", LocalDate.of(2026, 6, 10), null, 1, "", "",
                "支报1号"), branch.secretary().id);
        assertThat(items.approve(List.of(new Choice(item, 0)), colleague.id)).allMatch(PointsItems.Outcome::isDone);
        clock.set(Quarter.START);
        String shown = quarter.started(branch);
        String deed = "ITEM/" + Ids.text(item);
        assertThat(as.pages(branch.named()).get("/notices/" + shown + "/members").html()).contains("deed=" + deed);

        String id = as.api(branch.named()).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("text", "报告不是他写的", "deed", deed)).post("/api/notices/" + shown + "/objections").then()
                .statusCode(201).extract().path("id");
        assertThat(as.pages(branch.secretary()).open("/objections/" + id).status()).isEqualTo(404);
        assertThat(as.pages(colleague).open("/objections/" + id).status()).isEqualTo(404);
        assertThat(quarter.act(branch.silent(), id, "statement", Map.of("statement", "是别人代写的")).status()).isEqualTo(303);
        assertThat(quarter.act(branch.officer(), id, "answer", Map.of("outcome", "UPHELD", "remedy",
                List.of("ALL:" + deed), "reason", "查证属实")).status()).isEqualTo(303);

        assertThat(standings.of(branch.silent().id, Quarter.SECOND).get(Book.POINTS)).isZero();
        assertThat(as.pages(branch.silent()).get("/me/points-items").text()).contains("已冲正", "查证属实");
        soundBooks.of(branch.town().branch());
    }

    @Test
    void onlyTheBranchSeesTheFullListAndObjectsToItsEntries() {
        Member stranger = given.member(given.branch(cast.town().committee()));

        assertThat(as.pages(stranger).open("/notices/" + notice + "/members").status()).isEqualTo(403);
        assertThat(new Pages().open("/notices/" + notice + "/members").status()).isEqualTo(303);
        for (var sender : List.of(as.api(stranger), given().contentType("application/json"))) {
            sender.header("Idempotency-Key", UUID.randomUUID().toString())
                    .body(Map.of("text", "不对", "deed", "SERVICE_RECORD/" + record))
                    .post("/api/notices/" + notice + "/objections").then().statusCode(403);
        }
        assertThat(audited("notice-read", "REFUSED", Ids.parse(notice).orElseThrow(), stranger)).isEqualTo(1);
        as.pages(cast.named()).get("/notices/" + notice + "/members");
        assertThat(audited("notice-read", "DONE", Ids.parse(notice).orElseThrow(), cast.named())).isEqualTo(1);
    }

    @Test
    void aCodeIsNotGuessed() {
        quarter.objected(notice, Map.of("text", "时间不对"));
        Pages visitor = new Pages();
        int refused = 0;
        for (int i = 0; i < 40 && refused != 429; i++) {
            refused = visitor.submit(Pages.form(visitor.get("/objections"), "/objections"),
                    Map.of("code", "0000-0000-0000-%04d".formatted(i))).status();
            assertThat(refused).isIn(404, 429);
        }
        assertThat(refused).isEqualTo(429);
        // What was counted an hour ago is forgotten, for the other tests too.
        clock.set("2026-09-28T12:00");
        assertThat(visitor.submit(Pages.form(visitor.get("/objections"), "/objections"), Map.of("code", "nonsense")).status())
                .isEqualTo(404);
    }

    @Test
    void oneAddressDoesNotFloodANotice() {
        int status = 201;
        for (int i = 0; i < 20 && status == 201; i++) {
            status = given().header("Idempotency-Key", UUID.randomUUID().toString()).contentType("application/json")
                    .body(Map.of("text", "第 " + i + " 次")).post("/api/notices/" + notice + "/objections").statusCode();
        }
        assertThat(status).isEqualTo(429);
        assertThat(Objection.to(Ids.parse(notice).orElseThrow())).hasSize(10);
    }

    @Test
    void whoStaysSilentIsDecidedAboutAfterHisThreeDays() {
        String id = quarter.objectedTo(cast.named(), notice, record);

        clock.set("2026-10-08T23:00");
        assertThat(quarter.uphold(cast.officer(), id, record, "ALL").status()).isEqualTo(409);
        clock.set("2026-10-09T08:00");
        String long2000 = "核".repeat(2000);
        assertThat(quarter.act(cast.officer(), id, "answer", Map.of("outcome", "UPHELD", "remedy",
                List.of("ALL:SERVICE_RECORD/" + record), "reason", long2000)).status()).isEqualTo(303);

        assertThat(as.pages(cast.named()).get("/objections/" + id).text()).contains(long2000);
        assertThat(standings.of(cast.silent().id, Quarter.SECOND).values()).containsOnly(0L);
        as.api(cast.silent()).get("/api/records/" + record).then().body("state", equalTo("REVERSED"));
    }

    @Test
    void theSuperiorDecidesOnAnAppealAndWhoAnsweredDoesNot() {
        String id = quarter.objectedTo(cast.named(), notice, record);
        quarter.act(cast.silent(), id, "statement", Map.of("statement", "我在场"));
        assertThat(quarter.act(cast.officer(), id, "answer", Map.of("outcome", "DISMISSED", "reason", "有签到表")).status())
                .isEqualTo(303);
        assertThat(standings.of(cast.silent().id, Quarter.SECOND).get(Book.POINTS)).isEqualTo(200);

        assertThat(quarter.act(cast.named(), id, "appeal", Map.of("text", "签到表是后补的")).status()).isEqualTo(303);
        for (Member wrong : List.of(cast.officer(), cast.secretary(), cast.silent())) {
            assertThat(posted(wrong, id, "appeal-decision", Map.of("outcome", "UPHELD", "reason", "x"))).isEqualTo(403);
        }
        clock.set("2026-10-13T09:00");
        assertThat(quarter.act(cast.superior(), id, "appeal-decision", Map.of("outcome", "UPHELD", "remedy",
                List.of("POINTS:SERVICE_RECORD/" + record), "reason", "签到表确为后补")).status()).isEqualTo(303);

        assertThat(standings.of(cast.silent().id, Quarter.SECOND).get(Book.POINTS)).isZero();
        assertThat(as.pages(cast.named()).get("/objections/" + id).text()).contains("签到表确为后补");
    }

    @Test
    void anAppealByCodeComesOnceAndInTime() {
        String receipt = quarter.objected(notice, Map.of("text", "时间不对"));
        String id = quarter.idOfOnly(notice);
        assertThat(quarter.act(cast.deputy(), id, "answer", Map.of("outcome", "DISMISSED", "reason", "已核实")).status())
                .isEqualTo(303);
        Pages visitor = new Pages();
        Pages.Answer status = visitor.submit(Pages.form(visitor.get("/objections"), "/objections"), Map.of("code", receipt));

        clock.set("2026-10-21T09:00");
        var form = Pages.form(status.page(), "/objections/appeal");
        assertThat(visitor.submit(form, Map.of("text", "请上级看一看")).status()).isEqualTo(409);
        clock.set("2026-10-16T23:00");
        assertThat(visitor.submit(form, Map.of("text", "请上级看一看")).page().text()).contains("请上级看一看");
        assertThat(visitor.submit(form, Map.of("text", "再来一次")).status()).isEqualTo(409);
        assertThat(as.pages(cast.officer()).get("/objections/" + id).select("form[action$=appeal-decision]")).hasSize(1);
    }

    @Test
    void nameAndContactAreNotReadableInTheDatabase() {
        quarter.objected(notice, Map.of("text", "时间不对", "name", "过路人乙", "contact", "13911112222"));

        Objection stored = Objection.to(Ids.parse(notice).orElseThrow()).get(0);

        assertThat(stored.nameCipher).isNotBlank().doesNotContain("过路人乙");
        assertThat(stored.contactCipher).isNotBlank().doesNotContain("13911112222");
        assertThat(stored.receiptHash).hasSize(64);
    }

    // Straight to the address, as somebody without the form would.
    private int posted(Member who, String objectionId, String step, Map<String, String> fields) {
        Pages pages = as.pages(who);
        var form = Pages.form(pages.get("/objections"), "/objections");
        form.attr("action", "/objections/" + objectionId + "/" + step);
        return pages.submit(form, fields).status();
    }

    private long audited(String action, String outcome, long subject, Member actor) {
        return ((Number) database.createNativeQuery("select count(*) from audit_entry where action = ? and outcome = ?"
                + " and subject_id = ? and actor_id = ?").setParameter(1, action).setParameter(2, outcome)
                .setParameter(3, Ids.text(subject)).setParameter(4, actor.id).getSingleResult()).longValue();
    }
}
