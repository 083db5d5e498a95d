package org.shuangbaodao.notice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.ledger.LedgerProof;
import org.shuangbaodao.ledger.Standings;
import org.shuangbaodao.member.ConsentEvent;
import org.shuangbaodao.member.ConsentPurpose;
import org.shuangbaodao.member.Consents;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.SoundBooks;
import org.shuangbaodao.support.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A quarter from the first report to the frozen figures, through pages and API. */
@QuarkusTest
class QuarterJourneyTest {

    @Inject
    SoundBooks soundBooks;
    @Inject
    Quarter quarter;
    @Inject
    As as;
    @Inject
    TestClock clock;
    @Inject
    Standings standings;
    @Inject
    LedgerProof proof;
    @Inject
    Consents consents;
    @Inject
    EntityManager database;

    private Quarter.Cast cast;
    private final Pages visitor = new Pages();

    @BeforeEach
    void inJune() {
        clock.set("2026-06-11T18:00");
        cast = quarter.cast();
    }

    @AfterEach
    void letTheClockRun() throws SQLException {
        clock.reset();
        soundBooks.of(cast.town().branch());
    }

    @Test
    void aQuarterIsShownObjectedToCorrectedAndClosed() {
        quarter.awarded(cast, cast.named(), "2026-06-10T09:00", "2026-06-10T11:00");
        String wrong = quarter.awarded(cast, cast.silent(), "2026-06-10T14:00", "2026-06-10T16:00");

        clock.set("2026-07-13T10:00");
        assertThat(as.pages(cast.secretary()).get("/notices/manage").text()).contains("最早可从 2026-07-14 开始公示");
        assertThat(quarter.start(cast, cast.secretary()).status()).isEqualTo(409);

        clock.set(Quarter.START);
        assertThat(as.pages(cast.secretary()).get("/").text()).contains("1 个支部的季度积分可以公示");
        String notice = quarter.started(cast);

        Document page = visitor.get("/notices/" + notice);
        assertThat(page.text()).contains("2026-09-28 至 " + Quarter.LAST_DAY, "公示中", cast.named().name, "4.00 分")
                .doesNotContain(cast.silent().name);
        assertThat(page.select("code.hash")).hasSize(1);
        assertThat(page.selectFirst("th:contains(" + cast.named().name + ") + td").text()).isEqualTo("2.00");
        assertThat(visitor.get("/notices?branch=" + cast.town().branch().code).text()).contains(cast.town().branch().name);
        given().get("/api/notices?branch=" + cast.town().committee().code).then().statusCode(200)
                .body("items.id", hasItem(notice), "items[0].state", equalTo("RUNNING"), "items[0].lastDay",
                        equalTo(Quarter.LAST_DAY));
        Document inside = as.pages(cast.silent()).get("/notices/" + notice + "/members");
        assertThat(inside.text()).contains(cast.named().name, cast.silent().name, "小区门口值守");

        Pages named = as.pages(cast.named());
        String entry = named.get("/me/ledger?period=2026-Q2").selectFirst("main a[href^=/me/ledger/0]").attr("href");
        assertThat(named.get(entry).selectFirst("#notice").attr("href")).isEqualTo("/notices/" + notice);

        // What comes late belongs to the next quarter, and says so.
        String late = quarter.awarded(cast, cast.named(), "2026-06-20T09:00", "2026-06-20T10:00");
        assertThat(points(cast.named(), Quarter.SECOND)).isEqualTo(200);
        assertThat(points(cast.named(), Quarter.THIRD)).isEqualTo(100);
        assertThat(as.pages(cast.named()).get("/me/ledger?period=2026").text()).contains("记入 2026-Q3");

        clock.set("2026-09-29T20:00");
        String receipt = quarter.objected(notice, Map.of("text", "6 月 10 日下午没有人值守", "name", "过路人甲", "contact",
                "13900000000"));
        assertThat(quarter.status(receipt).text()).contains("办理中", cast.town().branch().name);
        String objection = quarter.idOfOnly(notice);
        assertThat(visitor.get("/notices/" + notice).text()).contains("共 1 件，办理中 1 件");

        // The secretary awarded it himself: as soon as he names the record, his superior has the matter.
        assertThat(as.pages(cast.secretary()).get("/objections/" + objection).text()).contains("过路人甲");
        assertThat(quarter.act(cast.secretary(), objection, "deeds", Map.of("deed", "SERVICE_RECORD/" + wrong)).status())
                .isEqualTo(303);
        assertThat(as.pages(cast.secretary()).open("/objections/" + objection).status()).isEqualTo(404);
        assertThat(as.pages(cast.officer()).get("/").text()).contains("1 件异议或申诉等您答复");

        Pages subject = as.pages(cast.silent());
        assertThat(subject.get("/").text()).contains("1 件异议涉及您的服务");
        assertThat(subject.get("/objections/" + objection).text()).contains("没有人值守").doesNotContain("过路人甲", "13900000000");
        Pages.Answer early = quarter.uphold(cast.officer(), objection, wrong, "POINTS");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.page().text()).contains("当事人还可以说明", "2026-10-09");

        clock.set("2026-09-30T09:00");
        assertThat(quarter.act(cast.silent(), objection, "statement", Map.of("statement", "那天换了班，是我记错了")).status())
                .isEqualTo(303);
        assertThat(quarter.uphold(cast.officer(), objection, wrong, "POINTS").status()).isEqualTo(303);
        assertThat(points(cast.silent(), Quarter.SECOND)).isZero();
        assertThat(standings.of(cast.silent().id, Quarter.SECOND).get(Book.DUTY_MINUTES)).isEqualTo(120);
        as.api(cast.silent()).get("/api/records/" + wrong).then().body("state", equalTo("CONFIRMED"), "revision", equalTo(2));
        assertThat(as.pages(cast.silent()).get("/records/" + wrong).text()).contains("扣回积分（异议成立）", "经核实没有到场");
        assertThat(quarter.status(receipt).text()).contains("成立", "经核实没有到场", cast.town().committee().name);

        // Awarding it anew corrects the same quarter.
        quarter.decide(cast.secretary(), wrong, "award").statusCode(200);
        assertThat(points(cast.silent(), Quarter.SECOND)).isEqualTo(200);

        clock.set(Quarter.LAST_DAY + "T23:30");
        String another = quarter.objected(notice, Map.of("text", "名单里少了一个人"));
        assertThat(close(notice).status()).isEqualTo(409);
        clock.set("2026-10-11T00:10");
        object(notice).statusCode(409).body("type", equalTo("urn:shuangbaodao:problem:notice/over"));

        clock.set("2026-10-12T09:00");
        assertThat(as.pages(cast.secretary()).get("/").text()).contains("1 个公示已期满，可以结账");
        assertThat(quarter.close(cast.secretary(), notice).status()).isEqualTo(303);
        assertThat(quarter.status(another).text()).contains("办理中");
        assertThat(visitor.get("/notices/" + notice).text()).contains("已结账", "2026-10-12 结账");
        assertThat(frozen(notice, cast.silent(), Book.POINTS)).isEqualTo(200);
        assertThat(frozen(notice, cast.named(), Book.POINTS)).isEqualTo(200);
        assertThat(frozen(notice, cast.named(), Book.DUTY_MINUTES)).isEqualTo(120);

        // A correction after the closing is booked where it can be, and the frozen figures stay.
        quarter.decide(cast.secretary(), late, "reversal").statusCode(200);
        assertThat(points(cast.named(), Quarter.SECOND)).isEqualTo(200);
        assertThat(points(cast.named(), Quarter.THIRD)).isZero();
        assertThat(proof.firstBreak(cast.town().branch().id)).isEmpty();
        assertThat(proof.differences()).isEmpty();
    }

    @Test
    void aWithdrawnConsentTakesTheNameOffAClosedNoticeAtOnce() {
        quarter.awarded(cast, cast.named(), "2026-06-10T09:00", "2026-06-10T11:00");
        clock.set(Quarter.START);
        String notice = quarter.started(cast);
        clock.set("2026-10-12T09:00");
        quarter.close(cast.secretary(), notice);
        assertThat(visitor.get("/notices/" + notice).text()).contains(cast.named().name);

        consents.decide(cast.named().id, Map.of(ConsentPurpose.PUBLIC_NAME, false), cast.named().id,
                ConsentEvent.Channel.PAGE);

        assertThat(visitor.get("/notices/" + notice).text()).doesNotContain(cast.named().name);
        given().get("/api/notices/" + notice).then().body("members.name", not(hasItem(cast.named().name)));
        assertThat(frozen(notice, cast.named(), Book.POINTS)).isEqualTo(200);
    }

    /** Of four people one agreed to be named: sums or amounts would tell on the others. */
    @Test
    void aSmallBranchShowsNeitherSumsNorAmounts() {
        cast = quarter.cast(0);
        quarter.awarded(cast, cast.named(), "2026-06-10T09:00", "2026-06-10T11:00");
        clock.set(Quarter.START);
        String notice = quarter.started(cast);

        Document page = visitor.get("/notices/" + notice);

        assertThat(page.text()).contains(cast.named().name, "人数较少，合计数不对外公开", "数额不公开").doesNotContain("2.00");
        given().get("/api/notices/" + notice).then().body("$", not(hasKey("sums")));
    }

    @Test
    void theBoardOfTheScopeIsFinalWhenItsBranchesHaveClosed() {
        quarter.awarded(cast, cast.named(), "2026-06-10T09:00", "2026-06-10T11:00");
        clock.set(Quarter.START);
        String notice = quarter.started(cast);
        quarter.fold();
        provisional(true);

        clock.set("2026-10-12T09:00");
        quarter.close(cast.secretary(), notice);

        provisional(false);
        given().get("/api/rankings/branches?period=2026-Q3&within=" + cast.town().committee().code).then()
                .body("provisional", equalTo(true));
    }

    @Test
    void theSameObjectionSentTwiceArrivesOnceAndAnswersWithTheSameCode() {
        quarter.awarded(cast, cast.named(), "2026-06-10T09:00", "2026-06-10T11:00");
        clock.set(Quarter.START);
        String notice = quarter.started(cast);
        String key = UUID.randomUUID().toString();

        String first = object(notice, key).statusCode(201).extract().path("receiptCode");
        String second = object(notice, key).statusCode(201).extract().path("receiptCode");

        assertThat(first).matches("([0-9A-Z]{4}-){3}[0-9A-Z]{4}").isEqualTo(second);
        assertThat(Objection.to(Ids.parse(notice).orElseThrow())).hasSize(1);
        given().contentType("application/json").body(Map.of("text", "没有号码")).post("/api/notices/" + notice + "/objections")
                .then().statusCode(400);
    }

    @Test
    void aRejectedObjectionKeepsWhatWasTyped() {
        quarter.awarded(cast, cast.named(), "2026-06-10T09:00", "2026-06-10T11:00");
        clock.set(Quarter.START);
        String path = "/notices/" + quarter.started(cast) + "/objections/new";

        Pages.Answer answer = visitor.submit(Pages.form(visitor.get(path), path), Map.of("text", "", "about", "值守"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().selectFirst("input[name=about]").val()).isEqualTo("值守");
        assertThat(answer.page().selectFirst("textarea[name=text]").attr("aria-invalid")).isEqualTo("true");
    }

    private void provisional(boolean expected) {
        for (String board : new String[] { "branches", "members" }) {
            given().get("/api/rankings/" + board + "?period=2026-Q2&within=" + cast.town().committee().code).then()
                    .statusCode(200).body("provisional", equalTo(expected));
        }
    }

    private ValidatableResponse object(String notice) {
        return object(notice, UUID.randomUUID().toString());
    }

    private ValidatableResponse object(String notice, String key) {
        return given().header("Idempotency-Key", key).contentType("application/json").body(Map.of("text", "时间不对"))
                .post("/api/notices/" + notice + "/objections").then();
    }

    // The button is not there while the notice runs; whoever sends the form all the same is told why not.
    private Pages.Answer close(String notice) {
        Pages pages = as.pages(cast.secretary());
        Document manage = pages.get("/notices/manage/preview?branch=" + cast.town().branch().code);
        FormElement form = Pages.form(manage, "/notices/manage/start");
        form.attr("action", "/notices/" + notice + "/closing");
        return pages.submit(form, Map.of());
    }

    private long points(Member member, Period period) {
        return standings.of(member.id, period).get(Book.POINTS);
    }

    private long frozen(String notice, Member member, Book book) {
        return ((Number) database.createNativeQuery("select amount from notice_row where notice_id = ? and holder_id = ?"
                + " and book = ?").setParameter(1, Ids.parse(notice).orElseThrow()).setParameter(2, member.id)
                .setParameter(3, book.name()).getSingleResult()).longValue();
    }
}
