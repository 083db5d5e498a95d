package org.shuangbaodao.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CheckInPagesTest {

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    TestClock clock;
    @Inject
    CheckIns checkIns;

    private Given.Town town;
    private Member member;
    private Member host;

    @BeforeEach
    void aMemberAndACommunityWithItsSecretary() {
        clock.set("2026-03-02T10:00");
        town = given.town();
        member = given.person().in(town.branch()).livingIn(town.community()).saved();
        host = given.communitySecretary(town.community());
    }

    @AfterEach
    void letTimePass() {
        clock.reset();
    }

    @Test
    void aMemberFindsHisCommunityWithoutJavaScriptAndGetsAReceipt() {
        Pages his = as.pages(member);
        Document results = his.get("/checkins/new?q=" + town.community().code);
        String choose = results.select("main .card a.button").attr("href");
        Document form = his.get(choose);
        assertThat(form.text()).contains(town.community().name, town.street().name);

        Document list = his.follow(his.submit(Pages.form(form, "/checkins/new"),
                Map.of("intention", "环境整治", "gridCode", town.grid().code)));
        assertThat(list.select(".notice.good").text()).contains("等待社区接收");
        assertThat(list.select(".card").text()).contains(town.community().name, "环境整治", town.grid().name);

        Pages desk = as.pages(host);
        Document waiting = desk.get("/checkins/review");
        String choice = waiting.select("input[name=ids]").attr("value");
        desk.follow(desk.submit(Pages.form(waiting, "/checkins/review/acceptances"), Map.of("ids", choice)));

        Document receipt = his.get(his.get("/checkins").select(".card .actions a[href$=/receipt]").attr("href"));
        assertThat(receipt.text()).contains("社区报到回执", town.community().code + "-2026-0001", member.name,
                "2026-03-02 至 2026-12-31");
    }

    @Test
    void communitiesAreFoundByNameAndStreetTogetherAndShownWithTheStreet() {
        Organization other = given.community(given.town().street());
        Document found = as.pages(member).get("/checkins/new?q=" + encoded(town.community().name + " " + town.street().name));

        assertThat(found.select("main .cards .card").eachText()).isNotEmpty()
                .allSatisfy(card -> assertThat(card).contains(town.community().name, town.street().name));
        assertThat(found.select("main .cards a.button").eachAttr("href"))
                .contains("/checkins/new?community=" + town.community().code);
        assertThat(as.pages(member).get("/checkins/new?q=" + encoded("%")).select(".empty")).hasSize(1);
        assertThat(as.pages(member).get("/checkins/new?community=" + other.code).select("main form[action=/checkins/new]"))
                .isNotEmpty();
    }

    @Test
    void theCommunityWhereOneLivesIsOfferedFirst() {
        assertThat(as.pages(member).get("/checkins/new").select("main .card").text()).contains(town.community().name);
    }

    @Test
    void whatIsNotRightIsSaidBesideItsFieldAndNothingIsLost() {
        Pages his = as.pages(member);
        Document form = his.get("/checkins/new?community=" + town.community().code);

        Pages.Answer answer = his.submit(Pages.form(form, "/checkins/new"),
                Map.of("intention", "很".repeat(201), "skills", "电工"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#e-intention").text()).isEqualTo("字数太多");
        assertThat(answer.page().select("input[name=skills]").val()).isEqualTo("电工");
    }

    @Test
    void aBatchTellsWhichRowsCouldNotBeDone() {
        registered(member);
        registered(given.member(town.branch()));
        Pages desk = as.pages(host);
        Document waiting = desk.get("/checkins/review");
        List<String> choices = waiting.select("input[name=ids]").eachAttr("value");
        assertThat(choices).hasSize(2);
        Pages colleague = as.pages(given.communitySecretary(town.community()));
        colleague.submit(Pages.form(colleague.get("/checkins/review"), "/checkins/review/acceptances"),
                Map.of("ids", choices.get(0)));

        Pages.Answer answer = desk.submit(Pages.form(waiting, "/checkins/review/acceptances"), Map.of("ids", choices));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.page().select(".notice.bad li")).hasSize(1);
        assertThat(answer.page().select(".notice.good a")).hasSize(1);
    }

    @Test
    void everythingShownIsAcceptedByOneButton() {
        registered(member);
        registered(given.member(town.branch()));
        Pages desk = as.pages(host);

        Document after = desk
                .follow(desk.submit(Pages.form(desk.get("/checkins/review"), "/checkins/review/acceptances"),
                        Map.of("all", "yes")));

        assertThat(after.select(".empty")).hasSize(1);
        assertThat(desk.get("/checkins/review/accepted").select("tbody tr")).hasSize(2);
    }

    @Test
    void decliningWithoutTheNeededTextComesBackOpenWithTheChoiceKept() {
        registered(member);
        Pages desk = as.pages(host);
        FormElement refusal = (FormElement) desk.get("/checkins/review").selectFirst("form[action$=/refusal]");

        Pages.Answer answer = desk.submit(refusal, Map.of("reason", "OTHER"));
        assertThat(answer.status()).isEqualTo(422);
        Element open = answer.page().selectFirst("details[open]");
        assertThat(open.select(".error").text()).isEqualTo("请填写这一项");
        assertThat(open.select("option[selected]").val()).isEqualTo("OTHER");

        desk.follow(desk.submit((FormElement) open.selectFirst("form"), Map.of("reason", "OTHER", "text", "请补交材料")));
        assertThat(as.pages(member).get("/checkins").text()).contains("未接收", "请补交材料");
    }

    @Test
    void movingHoldsTheOldCommunityUntilTheNewOneHasAccepted() {
        accepted(member, host);
        Organization next = given.community(town.street());
        Member nextHost = given.communitySecretary(next);
        clock.set("2026-04-07T10:00");
        Pages his = as.pages(member);
        String move = his.get("/checkins").select("a[href*=moves]").attr("href");

        his.follow(his.submit(Pages.form(his.get(move + "&community=" + next.code), "/checkins/new"), Map.of()));
        assertThat(checkIns.isAccepted(member.id, town.community().id, LocalDate.parse("2026-04-07"))).isTrue();
        clock.set("2026-04-09T10:00");
        acceptAll(nextHost);

        assertThat(checkIns.isAccepted(member.id, town.community().id, LocalDate.parse("2026-04-08"))).isTrue();
        assertThat(checkIns.acceptedCommunities(member.id, LocalDate.parse("2026-04-09"))).extracting(each -> each.id)
                .containsExactly(next.id);
        assertThat(as.pages(member).get("/checkins").text()).contains("已变更社区");
    }

    @Test
    void aNewYearTakesOneTapAndLeavesNoGap() {
        accepted(member, host);
        clock.set("2027-01-15T10:00");
        Pages his = as.pages(member);

        Document list = his.get("/checkins");
        his.follow(his.submit((FormElement) list.selectFirst("form[action$=/renewal]"), Map.of()));
        clock.set("2027-02-01T10:00");
        acceptAll(host);

        assertThat(checkIns.isAccepted(member.id, town.community().id, LocalDate.parse("2027-01-01"))).isTrue();
        assertThat(as.pages(member).get("/checkins").select("form[action$=/renewal]")).isEmpty();
    }

    @Test
    void aMemberEndsItOnADayOfHisChoice() {
        accepted(member, host);
        Pages his = as.pages(member);
        FormElement end = (FormElement) his.get("/checkins").selectFirst("form[action$=/withdrawal]");

        assertThat(his.submit(end, Map.of("lastDay", "2026-02-01")).status()).isEqualTo(422);
        his.follow(his.submit(end, Map.of("lastDay", "2026-03-31")));

        assertThat(checkIns.isAccepted(member.id, town.community().id, LocalDate.parse("2026-03-31"))).isTrue();
        assertThat(checkIns.isAccepted(member.id, town.community().id, LocalDate.parse("2026-04-01"))).isFalse();
    }

    @Test
    void aUnitRegistersItselfAndItsMembersWhoAreAskedFirst() {
        Organization unit = given.organization(OrganizationKind.BRANCH, town.committee(), null, true);
        Member secretary = given.secretary(unit);
        Member colleague = given.member(unit);
        Pages desk = as.pages(secretary);
        Document form = desk.get("/checkins/unit/new?unit=" + unit.code + "&community=" + town.community().code);
        String row = form.select("label:contains(" + colleague.number + ") input").attr("value");

        Document after = desk.follow(desk.submit(Pages.form(form, "/checkins/unit/new"), Map.of("self", "yes", "ids", row)));
        assertThat(after.select("section[aria-labelledby=own] .card")).hasSize(1);
        assertThat(after.select("tr:contains(" + colleague.number + ")").text()).contains("待本人同意");
        assertThat(as.pages(host).get("/checkins/review").select("input[name=ids]")).as("the unit only").hasSize(1);

        Pages hers = as.pages(colleague);
        hers.follow(hers.submit((FormElement) hers.get("/checkins").selectFirst("form[action$=/agreement]"), Map.of()));
        assertThat(as.pages(host).get("/checkins/review").select("input[name=ids]")).hasSize(2);
    }

    @Test
    void aUnitsBatchTellsWhoCouldNotBeRegistered() {
        Organization unit = given.organization(OrganizationKind.BRANCH, town.committee(), null, true);
        Member secretary = given.secretary(unit);
        Member colleague = given.member(unit);
        registered(colleague);
        Pages desk = as.pages(secretary);
        Document form = desk.get("/checkins/unit/new?unit=" + unit.code + "&community=" + town.community().code);
        String row = form.select("label:contains(" + colleague.number + ") input").attr("value");

        Pages.Answer answer = desk.submit(Pages.form(form, "/checkins/unit/new"), Map.of("ids", row));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.page().select(".notice.bad li").text()).contains(colleague.name);
    }

    @Test
    void othersUnitsAndReceiptsAreNotFound() {
        accepted(member, host);
        String receipt = as.pages(member).get("/checkins").select("a[href$=/receipt]").attr("href");
        Organization unit = given.organization(OrganizationKind.BRANCH, town.committee(), null, true);
        Member elsewhere = given.secretary(given.town().branch());

        assertThat(as.pages(given.member(town.branch())).open(receipt).status()).isEqualTo(404);
        assertThat(as.pages(elsewhere).open("/checkins/unit?unit=" + unit.code).status()).isEqualTo(404);
        assertThat(as.pages(member).open("/checkins/review").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({ "zh-CN, 我的报到", "zh-TW, 我的報到", "en, My check-ins" })
    void pagesSpeakTheReadersLanguage(String language, String heading) {
        registered(member);
        given.appointed(member, Office.BRANCH_SECRETARY, town.branch());

        assertThat(as.pages(member).language(language).get("/checkins").select("h1").text()).isEqualTo(heading);
        for (String path : List.of("/checkins/new", "/checkins/review", "/checkins/review/accepted", "/checkins/unit")) {
            assertThat(as.pages(member).language(language).get(path).select("h1")).as(path).hasSize(1);
        }
    }

    private void registered(Member who) {
        as.api(who).body(Map.of("communityCode", town.community().code)).post("/api/checkins").then().statusCode(201);
    }

    private void accepted(Member who, Member by) {
        registered(who);
        acceptAll(by);
    }

    private void acceptAll(Member by) {
        Pages desk = as.pages(by);
        desk.follow(
                desk.submit(Pages.form(desk.get("/checkins/review"), "/checkins/review/acceptances"), Map.of("all", "yes")));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
