package org.shuangbaodao.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.Todo;
import org.shuangbaodao.kernel.TodoSource;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Deeds;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class HomePagesTest {

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    Deeds deeds;
    @Inject
    TestClock clock;

    @Test
    void aVisitorLearnsWhatItIsAndWhereToGo() {
        Document page = new Pages().get("/");

        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select(".hero p")).hasSize(3);
        assertThat(page.select("main a").eachAttr("href")).contains("/rankings", "/rules", "/login");
    }

    @Test
    void aMemberSeesWhatWaitsForHim() {
        Member member = given.person().in(given.town().branch()).named("待办甲").saved();

        Document page = as.pages(member).language("en").get("/");

        assertThat(page.select(".todo a").eachText()).contains(
                "Some 30 records of this period wait to be confirmed or approved; they will be added then.");
        assertThat(page.select("main a").eachAttr("href")).contains("/records/new", "/waiting-for-a-test")
                .doesNotContain("/never");
    }

    @Test
    void aMemberSeesHisOwnServiceAtAGlanceAndANewOneHowToBegin() {
        Deeds.Place place = deeds.place();
        String id = deeds.confirmed(place, "2026-10-17T09:00", "2026-10-17T11:00", false);

        Document page = as.pages(place.member()).get("/");

        assertThat(page.select(".own a[href=/records/" + id + "]")).hasSize(1);
        assertThat(page.select(".own .badge").text()).contains("待支部核定");
        assertThat(page.select(".own .stat").text()).contains("2.0 小时");
        assertThat(as.pages(given.member(place.town().branch())).get("/").select(".own .empty a").attr("href"))
                .isEqualTo("/records/new");
    }

    @Test
    void anOfficeSeesHowLongTheOldestHasBeenWaiting() {
        Deeds.Place place = deeds.place();
        deeds.confirmed(place, "2026-10-17T09:00", "2026-10-17T11:00", false);
        clock.set("2026-10-23T10:00");

        Document page = as.pages(place.secretary()).get("/");

        assertThat(page.select(".todo:has(a[href='/review?step=award'])").text()).contains("1 条服务等您核定积分", "最早一件已等 4 天");
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void everyWayThatIsOfferedLeadsSomewhereTheReaderMayGo() {
        Given.Town town = given.town();
        List<Member> people = List.of(given.member(town.branch()), given.secretary(town.branch()), given.deputy(town.branch()),
                given.communitySecretary(town.community()), given.gridLead(town.grid()),
                given.holder(Office.GRID_WORKER, town.grid()), given.holder(Office.LIAISON, town.community()),
                given.holder(Office.BRANCH_COMMITTEE_MEMBER, town.branch()), given.officer(town.workingCommittee()),
                given.officer(town.street()), given.officer(town.area()), given.auditor(town.workingCommittee()),
                given.auditor(town.area()), given.administrator(town.workingCommittee()), given.administrator(town.area()));
        List<String> closed = new ArrayList<>();
        for (Member each : people) {
            Pages pages = as.pages(each);
            for (String from : List.of("/", "/me")) {
                pages.get(from).select("main a, nav a, footer a").eachAttr("href").stream()
                        .filter(way -> way.startsWith("/") && !way.startsWith("/waiting")).distinct()
                        .filter(way -> pages.open(way).status() >= 400)
                        .forEach(way -> closed.add("%s of %s: %s".formatted(people.indexOf(each), people.size(), way)));
            }
        }

        assertThat(closed).isEmpty();
    }

    @Test
    void onlyOfficesHaveADesk() {
        Given.Town town = given.town();

        assertThat(as.pages(given.member(town.branch())).get("/").select("a[href=/appraisals]")).isEmpty();
        assertThat(as.pages(given.secretary(town.branch())).get("/").select("a[href=/appraisals]")).hasSize(1);
        assertThat(as.pages(given.administrator(town.workingCommittee())).get("/").select("main a").eachAttr("href"))
                .contains("/calendar").doesNotContain("/appraisals", "/rules/drafts");
    }

    @Test
    void aMemberReadsWhyHisNameIsNotOnTheBoard() {
        Organization branch = given.town().branch();
        Member member = given.member(branch);
        for (int i = 0; i < 10; i++) {
            given.person().in(branch).withoutAccount().saved();
        }

        Document page = onceTheBoardKnows("您没有同意公开姓名", member);

        assertThat(page.select("h1").text()).isEqualTo(member.name);
        assertThat(page.text()).contains(member.number, branch.name + " 11 人中第 1 名", "您没有同意公开姓名");
        assertThat(page.select("tbody tr")).hasSize(3);
    }

    // Boards look at the rosters once a second: somebody just put on one may have to wait for the next look.
    private Document onceTheBoardKnows(String text, Member member) {
        Document page = as.pages(member).get("/me");
        for (int i = 0; i < 50 && !page.text().contains(text); i++) {
            LockSupport.parkNanos(100_000_000);
            page = as.pages(member).get("/me");
        }
        return page;
    }

    @Test
    void onesOwnPageIsForMembers() {
        assertThat(new Pages().open("/me").status()).isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource({ "zh-CN, 积分规则", "zh-TW, 積分規則", "en, Points rules" })
    void theRulesAreReadInEveryLanguage(String language, String title) {
        Document page = new Pages().language(language).get("/rules");

        assertThat(page.select("h1").text()).isEqualTo(title);
        assertThat(page.select("td").eachText()).contains("0.50", "1.50", "8.00");
    }

    /** Stands for any feature; only bothers the people of this test. */
    @ApplicationScoped
    static class Waiting implements TodoSource {

        @Override
        public List<Todo> of(Actor actor) {
            return actor.name().equals("待办甲")
                    ? List.of(new Todo("board:waiting_about", 30, "/waiting-for-a-test"),
                            new Todo("board:waiting_about", 0, "/never"))
                    : List.of();
        }
    }
}
