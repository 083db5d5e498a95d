package org.shuangbaodao.pointsitem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import jakarta.inject.Inject;

import org.shuangbaodao.calendar.WorkingDays;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.pointsitem.PointsItems.Choice;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.TestClock;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A member hears of what is proposed about him while he can still speak, and of what is decided. */
@QuarkusTest
class ItemTidingsTest {

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
    WorkingDays workingDays;
    @Inject
    BusinessTime time;

    Given.Town town;
    Member member;
    Member secretary;
    Member second;

    @BeforeEach
    void aBranch() {
        clock.set("2026-06-15T09:00");
        town = given.town();
        member = given.member(town.branch());
        secretary = given.secretary(town.branch());
        second = given.person().in(town.branch()).holding(Office.BRANCH_COMMITTEE_MEMBER, town.branch()).saved();
    }

    @AfterEach
    void letTimePass() {
        clock.reset();
    }

    @Test
    void heIsToldOfEachStepInHisLanguage() {
        long id = items.propose(proposal("RP-01", "支报1号"), secretary.id);
        items.approve(List.of(choice(id)), second.id);
        items.reverse(choice(id), "报错了", given.officer(town.committee()).id);

        assertThat(kinds()).containsExactlyInAnyOrder("pointsitem:told_proposed", "pointsitem:told_approved",
                "pointsitem:told_reversed");
        Document chinese = as.pages(member).get("/me/inbox");
        Document english = as.pages(member).language("en").get("/me/inbox");
        String name = as.pages(member).get("/me/points-items").select("th, td").text();
        assertThat(chinese.select("tbody th").first().text()).contains("2026-06-10").matches(text -> name.contains(
                text.substring(text.indexOf('“') + 1, text.indexOf('”'))), "names the item as its own page does");
        assertThat(english.text()).contains("was approved for you").doesNotContain("已审定");
    }

    @Test
    void whoeverStandsToLoseIsToldByWhenHeCanSpeak() {
        long id = items.propose(proposal("DD-01", "督决1号"), secretary.id);

        LocalDate until = workingDays.plus(time.today(), PointsItems.HEARING_DAYS);
        assertThat(as.pages(member).get("/me/inbox").select("tbody th").text()).contains("您可以在 " + until + " 前说明情况");
        items.withdraw(choice(id), secretary.id);
        assertThat(kinds()).containsExactlyInAnyOrder("pointsitem:told_hearing", "pointsitem:told_withdrawn");
    }

    private List<String> kinds() {
        return as.api(member).get("/api/me/inbox").then().statusCode(200).extract().path("items.kind");
    }

    private Proposal proposal(String item, String document) {
        return new Proposal(member.number, item, DAY, null, 1, "", "", document);
    }

    private static Choice choice(long id) {
        return new Choice(id, QuarkusTransaction.requiringNew().call(() -> PointsItem.<PointsItem> findById(id).version));
    }
}
