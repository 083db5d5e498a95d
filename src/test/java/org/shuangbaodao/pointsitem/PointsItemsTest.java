package org.shuangbaodao.pointsitem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import org.shuangbaodao.calendar.WorkingDays;
import org.shuangbaodao.checkin.CheckInAccepted;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.ledger.Standings;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.pointsitem.PointsItems.Choice;
import org.shuangbaodao.resolution.Resolutions;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.SoundBooks;
import org.shuangbaodao.support.TestClock;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One proposes, another approves, the member is heard, and the books have it once. */
@QuarkusTest
class PointsItemsTest {

    @Inject
    SoundBooks soundBooks;
    private static final LocalDate DAY = LocalDate.of(2026, 6, 10);

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    TestClock clock;
    @Inject
    PointsItems items;
    @Inject
    Resolutions resolutions;
    @Inject
    Standings standings;
    @Inject
    WorkingDays workingDays;
    @Inject
    BusinessTime time;
    @Inject
    Event<CheckInAccepted> checkIns;

    Given.Town town;
    Member member;
    Member secretary;
    Member committeeMember;
    Member officer;

    @BeforeEach
    void aTown() {
        clock.set("2026-06-15T09:00");
        town = given.town();
        member = given.member(town.branch());
        secretary = given.secretary(town.branch());
        committeeMember = given.person().in(town.branch()).holding(Office.BRANCH_COMMITTEE_MEMBER, town.branch()).saved();
        officer = given.officer(town.committee());
    }

    @AfterEach
    void backToToday() throws SQLException {
        clock.reset();
        soundBooks.of(town.branch());
    }

    @Test
    void aReportIsProposedApprovedByAnotherAndShownToTheMember() {
        long id = items.propose(proposal("RP-01", 1, "", "", "支报1号"), secretary.id);

        assertThat(approve(id, secretary)).isEqualTo("item/own-proposal");
        assertThat(approve(id, given.deputy(town.branch()))).isEqualTo("item/pair");
        assertThat(approve(id, given.secretary(given.branch(town.committee())))).isEqualTo("item/no-office");
        assertThat(approve(id, officer)).isEqualTo("item/not-yet");
        assertThat(approve(id, committeeMember)).isNull();
        assertThat(approve(id, committeeMember)).isEqualTo("item/wrong-state");

        assertThat(points(Book.POINTS)).isEqualTo(200);
        for (String language : List.of("zh-CN", "zh-TW", "en")) {
            Document ledger = as.pages(member).language(language).get("/me/ledger?period=2026");
            assertThat(ledger.text()).as(language).contains("RP-01", "2.00");
        }
        assertThat(as.pages(member).get("/me/points-items").text()).contains("支报1号", "已审定");
    }

    @Test
    void theEntryTellsWhoProposedItWhoApprovedItAndOnWhatPaper() {
        long id = items.propose(proposal("RP-01", 1, "", "", "支报11号"), secretary.id);
        assertThat(approve(id, committeeMember)).isNull();
        String entry = as.api(member).get("/api/me/ledger?period=2026").jsonPath().getString("entries[0].id");

        for (String language : List.of("zh-CN", "zh-TW", "en")) {
            Document page = as.pages(member).language(language).get("/me/ledger/" + entry);
            assertThat(page.selectFirst("#document").text()).isEqualTo("支报11号");
            assertThat(page.select("#item-steps li div .muted").eachText()).containsExactly(secretary.name,
                    committeeMember.name);
        }
        items.reverse(new Choice(id, 1), "录错了人", officer.id);
        assertThat(as.api(member).get("/api/me/ledger/" + entry).jsonPath().getList("itemSteps.state"))
                .containsExactly("PROPOSED", "APPROVED", "REVERSED");
    }

    @Test
    void nobodyDecidesAboutHimselfAndTheSuperiorStepsInWhereNobodyCan() {
        long own = items.propose(new Proposal(committeeMember.number, "RP-01", DAY, null, 1, "", "", "支报2号"), secretary.id);

        assertThat(approve(own, committeeMember)).isEqualTo("item/own");
        assertThat(approve(own, officer)).isNull();

        long silent = items.propose(proposal("RP-01", 1, "", "", "支报3号"), secretary.id);
        assertThat(approve(silent, officer)).isEqualTo("item/not-yet");
        clock.set(workingDays.plus(time.today(), 10) + "T09:00");
        assertThat(approve(silent, officer)).isNull();
    }

    @Test
    void theHundredPointProfileTakesAResolution() {
        assertThat(reasons(proposal("BS-01", 2, "", "", "会议1号"))).containsExactly("item-no-resolution");
        resolve();

        long meetings = items.propose(proposal("BS-01", 2, "", "", "会议1号"), secretary.id);
        assertThat(approve(meetings, committeeMember)).isNull();
        assertThat(points(Book.HUNDRED_POINTS)).isEqualTo(400);
        assertThat(points(Book.POINTS)).isZero();
        assertThat(reasons(proposal("BS-01", 2, "", "", "会议1号"))).containsExactly("item-twice");
    }

    @Test
    void ofOneMatterTheHighestCounts() {
        resolve();
        assertThat(reasons(proposal("AW-01", 1, "", "抗洪", "表1号"))).containsExactly("required");
        assertThat(reasons(proposal("AW-01", 1, "CITY", "", "表1号"))).containsExactly("required");
        for (String level : List.of("COUNTY", "CITY")) {
            assertThat(approve(items.propose(proposal("AW-01", 1, level, " 抗洪 ", level), secretary.id), committeeMember))
                    .isNull();
        }
        assertThat(points(Book.HUNDRED_POINTS)).isEqualTo(400);
        assertThat(approve(items.propose(proposal("AW-01", 1, "COUNTY", "献血", "表3号"), secretary.id), committeeMember)).isNull();
        assertThat(points(Book.HUNDRED_POINTS)).isEqualTo(600);
    }

    @Test
    void theMemberIsHeardBeforePointsAreTakenAndNobodyFallsBelowNothing() {
        assertThat(reasons(proposal("DD-01", 1, "", "", ""))).containsExactly("required");
        assertThat(approve(items.propose(proposal("RP-01", 1, "", "", "支报4号"), secretary.id), committeeMember)).isNull();
        long id = items.propose(proposal("DD-01", 1, "", "", "督决〔2026〕5号"), secretary.id);

        assertThat(approve(id, committeeMember)).isEqualTo("item/hearing-runs");
        Pages own = as.pages(member);
        assertThat(own.get("/").text()).contains("请说明情况");
        Document page = own.get("/me/points-items");
        String address = "/me/points-items/" + Ids.text(id) + "/answer";
        assertThat(own.submit(Pages.form(page, address), Map.of("answer", "")).status()).isEqualTo(422);
        assertThat(own.submit(Pages.form(page, address), Map.of("answer", "当天确有服务，签到表可查")).status()).isEqualTo(303);
        assertThat(as.pages(committeeMember).get("/points/items").text()).contains("签到表可查");
        assertThat(approve(id, committeeMember)).isNull();

        assertThat(points(Book.POINTS)).isZero();
        assertThat(as.pages(member).get("/me/ledger?period=2026").text()).contains("DD-01", "-10.00", "听取本人意见");
    }

    @Test
    void whoDoesNotAnswerIsWaitedForThreeWorkingDays() {
        long id = items.propose(proposal("DD-01", 1, "", "", "督决6号"), secretary.id);
        LocalDate last = workingDays.plus(time.today(), PointsItems.HEARING_DAYS);

        clock.set(last + "T23:59");
        assertThat(approve(id, committeeMember)).isEqualTo("item/hearing-runs");
        clock.set(last.plusDays(1) + "T00:00");
        assertThat(approve(id, committeeMember)).isNull();
        assertThat(points(Book.POINTS)).isZero();
    }

    @Test
    void aReversalGivesBackAndTheSuperiorMayTakeItToo() {
        long id = items.propose(proposal("RP-01", 1, "", "", "支报7号"), secretary.id);
        assertThat(approve(id, committeeMember)).isNull();

        Choice approved = new Choice(id, version(id));
        assertThatThrownBy(() -> items.reverse(approved, "报错了", secretary.id)).hasMessage("item/own-proposal");
        assertThatThrownBy(() -> items.reverse(approved, " ", officer.id)).hasMessage("item/reason-needed");
        items.reverse(approved, "报错了", officer.id);
        assertThat(points(Book.POINTS)).isZero();
        assertThatThrownBy(() -> items.reverse(new Choice(id, version(id)), "再来", officer.id)).hasMessage("item/wrong-state");
        assertThat(reasons(proposal("RP-01", 1, "", "", "支报7号"))).isEmpty();
    }

    @Test
    void aVetoIsAFactWithoutPoints() {
        resolve();
        long id = items.propose(new Proposal(member.number, "VT-01", DAY, DAY.plusMonths(6), 1, "", "", "纪决1号"), secretary.id);
        clock.set(workingDays.plus(time.today(), 4) + "T09:00");
        assertThat(items.vetoes(member.id, DAY)).isEmpty();
        assertThat(approve(id, committeeMember)).isNull();

        assertThat(items.vetoes(member.id, DAY.plusMonths(6))).extracting(PointsItems.Veto::documentNumber)
                .containsExactly("纪决1号");
        assertThat(items.vetoes(member.id, DAY.plusMonths(6).plusDays(1))).isEmpty();
        assertThat(points(Book.HUNDRED_POINTS)).isZero();
    }

    @Test
    void theFirstRegistrationIsProposedOnceACycleAndApprovedByTheBranch() {
        for (int i = 0; i < 2; i++) {
            CheckInAccepted accepted = new CheckInAccepted(Ids.next(), member.id, town.community().id, DAY, "回执" + i);
            QuarkusTransaction.requiringNew().run(() -> checkIns.fire(accepted));
        }
        List<PointsItem> proposed = QuarkusTransaction.requiringNew()
                .call(() -> PointsItem.list("memberId = ?1 and item = ?2", member.id, "SV-02"));

        assertThat(proposed).extracting(item -> item.documentNumber).containsExactly("回执0");
        assertThat(points(Book.POINTS)).isZero();
        assertThat(approve(proposed.get(0).id, secretary)).isNull();
        assertThat(points(Book.POINTS)).isEqualTo(500);
        assertThat(reasons(proposal("SV-02", 1, "", "", "x"))).containsExactly("item-not-typed");
    }

    @Test
    void aFormKeepsWhatWasTypedAndASheetIsJudgedRowByRow(@TempDir Path folder) throws IOException {
        Pages pages = as.pages(secretary);
        Document form = pages.get("/points/items/new");
        Pages.Answer wrong = pages.submit(Pages.form(form, "/points/items/new"),
                Map.of("memberNumber", List.of(member.number, "M999"), "item", "RP-01", "documentNumber", "支报8号"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().selectFirst("#f-memberNumber").hasClass("bad")).isTrue();
        assertThat(wrong.page().select("input[name=memberNumber][checked]").eachAttr("value")).containsExactly(member.number);
        assertThat(wrong.page().selectFirst("input[name=documentNumber]").val()).isEqualTo("支报8号");

        Pages.Answer both = pages.submit(Pages.form(form, "/points/items/new"), Map.of("memberNumber",
                List.of(member.number, committeeMember.number), "item", "RP-01", "documentNumber", "支报8号"));
        assertThat(both.status()).isEqualTo(303);
        assertThat(pages.follow(both).text()).contains(member.name, committeeMember.name);

        Path file = Files.writeString(folder.resolve("items.csv"), "党员编号,项目,日期,次数,文号\n"
                + member.number + ",RP-01,2026.6.1,1,支报9号\n" + member.number + ",RP-01,昨天,1,支报9号\n"
                + "M0,RP-01,2026-06-01,1,支报9号\n" + committeeMember.number + ",RP-01,2026-06-01,,支报9号\n",
                StandardCharsets.UTF_8);
        Pages.Answer judged = upload(pages, file);
        assertThat(judged.status()).as(judged.page().text()).isEqualTo(200);
        assertThat(judged.page().text()).contains("2 行可以提出，2 行有问题", "日期或者次数读不出", "没有这个编号的党员");
        Pages.Answer sent = pages.submit(Pages.form(judged.page(), "/points/items/sheet/rows"), Map.of());
        assertThat(sent.page().text()).contains("已提出 2 行");
        Pages.Answer again = pages.submit(Pages.form(judged.page(), "/points/items/sheet/rows"), Map.of());
        assertThat(again.page().text()).contains("已提出 0 行", "这一项已经登记过");

        Pages second = as.pages(committeeMember);
        Document queue = second.get("/points/items");
        // His own is not among them.
        assertThat(queue.select("input[name=item]")).hasSize(2);
        Pages.Answer done = second.submit(Pages.form(queue, "/points/items"),
                Map.of("item", queue.select("input[name=item]").eachAttr("value")));
        assertThat(done.page().text()).contains("已审定 2 项");
        assertThat(points(Book.POINTS)).isEqualTo(400);
    }

    private static Pages.Answer upload(Pages pages, Path file) {
        return pages.submit(Pages.form(pages.get("/points/items/sheet"), "/points/items/sheet"),
                Map.of("file", file.toFile()));
    }

    private void resolve() {
        long id = resolutions.propose(town.branch().code,
                new Resolutions.Vote(false, LocalDate.of(2026, 1, 10), 10, 10, 10, "支会1号", 2026), secretary.id);
        resolutions.sign(id, true, officer.id);
    }

    private Proposal proposal(String item, int times, String level, String matter, String document) {
        return new Proposal(member.number, item, DAY, null, times, level, matter, document);
    }

    private List<String> reasons(Proposal proposal) {
        return items.check(proposal, secretary.id).stream().map(FieldProblem::reason).toList();
    }

    /** The code of the refusal, or null. */
    private String approve(long id, Member who) {
        Problem problem = items.approve(List.of(new Choice(id, version(id))), who.id).get(0).problem();
        return problem == null ? null : problem.type().code();
    }

    private static int version(long id) {
        return QuarkusTransaction.requiringNew().call(() -> PointsItem.<PointsItem> findById(id).version);
    }

    private long points(Book book) {
        return standings.of(member.id, Period.ALL).get(book);
    }
}
