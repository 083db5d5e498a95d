package org.shuangbaodao.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.ledger.Standings;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Pages;

import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The main job as people do it: on pages, without a script. */
@QuarkusTest
class PagesOfTheMainJobTest {

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    Standings standings;

    Given.Town town;
    Member member;
    Member secretary;
    Member host;

    @BeforeEach
    void aTown() {
        town = given.town();
        member = given.member(town.branch());
        secretary = given.secretary(town.branch());
        host = given.communitySecretary(town.community());
    }

    @Test
    void threeFieldsTwoTicksAndThePointsAreThere() {
        Pages mine = as.pages(member);
        for (int hour = 9; hour < 12; hour++) {
            report(mine, "2026-10-10", hour + ":00", hour + ":30");
        }
        assertThat(mine.get("/records").text()).contains("小区门口值守");

        assertThat(decideAll(host, "confirmation", "confirm").page().text()).contains("已办理 3 条");
        assertThat(decideAll(secretary, "award", "award").page().text()).contains("已办理 3 条");

        assertThat(standings.of(member.id, Period.ALL).get(Book.POINTS)).isEqualTo(150);
        Document ledger = as.pages(member).get("/me/ledger?period=2026");
        assertThat(ledger.text()).contains("1.50", "SV-01");
    }

    @Test
    void aRejectedFormKeepsWhatWasTyped() {
        Pages mine = as.pages(member);
        FormElement form = reportForm(mine);

        Pages.Answer answer = mine.submit(form, Map.of("day", "2026-10-10", "from", "14:00", "to", "", "summary", "陪老人看病"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().selectFirst("textarea[name=summary]").text()).isEqualTo("陪老人看病");
        assertThat(answer.page().selectFirst("input[name=to]").attr("aria-invalid")).isEqualTo("true");
    }

    @Test
    void sendingTheSameFormTwiceReportsOnce() {
        Pages mine = as.pages(member);
        FormElement form = reportForm(mine);
        Map<String, Object> typed = Map.of("day", "2026-10-11", "from", "09:00", "to", "10:00", "summary", "小区门口值守",
                "community", town.community().code);

        String first = mine.submit(form, typed).location();
        String second = mine.submit(form, typed).location();

        assertThat(first).startsWith("/records/").isEqualTo(second);
    }

    @Test
    void theQueueShowsNobodyWhatIsNotHis() {
        report(as.pages(member), "2026-10-12", "9:00", "10:00");
        report(as.pages(secretary), "2026-10-12", "9:00", "10:00");

        assertThat(as.pages(member).get("/review").select("input[name=item]")).isEmpty();
        assertThat(as.pages(given.administrator(town.area())).get("/review").select("input[name=item]")).isEmpty();
        assertThat(as.pages(host).get("/review").select("input[name=item]")).hasSize(2);

        decideAll(host, "confirmation", "confirm");
        assertThat(as.pages(secretary).get("/review?step=award").select("input[name=item]")).hasSize(1);
    }

    @Test
    void aReasonIsAskedForAndReadByTheMember() {
        String location = report(as.pages(member), "2026-10-13", "9:00", "10:00");
        assertThat(decideAll(host, "confirmation", "return").status()).isEqualTo(422);

        Pages pages = as.pages(host);
        Document queue = pages.get("/review?step=confirmation");
        Pages.Answer done = pages.submit((FormElement) queue.selectFirst("form.review"),
                Map.of("item", items(queue), "verb", "return", "reasonChoice", "起止时间与实际不符", "reason", "九点半才开始"));

        assertThat(done.status()).isEqualTo(200);
        assertThat(as.pages(member).get(location).text()).contains("起止时间与实际不符：九点半才开始", "更正");
    }

    private Pages.Answer decideAll(Member decider, String step, String verb) {
        Pages pages = as.pages(decider);
        Document queue = pages.get("/review?step=" + step);
        return pages.submit((FormElement) queue.selectFirst("form.review"), Map.of("item", items(queue), "verb", verb));
    }

    private static List<String> items(Document queue) {
        return queue.select("input[name=item]").stream().map(Element::val).toList();
    }

    private FormElement reportForm(Pages pages) {
        return (FormElement) pages.get("/records/new?q=" + town.community().code).selectFirst("form[method=post].form");
    }

    private String report(Pages pages, String day, String from, String to) {
        Pages.Answer answer = pages.submit(reportForm(pages), Map.of("day", day, "from", from.length() == 4 ? "0" + from : from,
                "to", to.length() == 4 ? "0" + to : to, "summary", "小区门口值守", "community", town.community().code));
        assertThat(answer.status()).isEqualTo(303);
        return answer.location();
    }
}
