package org.shuangbaodao.board;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Given.Town;
import org.shuangbaodao.support.Happenings;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ScreenPagesTest {

    @Inject
    Given given;
    @Inject
    Happenings happenings;
    @Inject
    TestClock clock;

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void theHallOfAStreetShowsWhereItsCommunitiesNeedPeople() {
        Town town = given.town();
        Member keeper = given.communitySecretary(town.community());
        happenings.published(keeper, town.community(), "2026-10-24T09:00", "2026-10-24T11:00", 5);
        var full = happenings.published(keeper, town.community(), "2026-10-25T09:00", "2026-10-25T11:00", 1);
        happenings.signUp(given.member(town.branch()), full);

        Document screen = new Pages().get("/rankings/screen?within=" + town.street().code);

        assertThat(screen.select("h1").text()).contains(town.street().name);
        assertThat(screen.select(".leader-list .board-note").eachText()).singleElement().asString()
                .contains(town.community().name, "2026-10-24 09:00–11:00");
        assertThat(screen.select(".leader-list .leader-score").text()).contains("5");
        assertThat(new Pages().get("/rankings/screen?within=" + given.town().street().code).text()).contains("没有招人的活动");
    }

    @Test
    void whatRenewsItselfCanBeStoppedAndStartedAgain() {
        Document moving = new Pages().get("/rankings/screen");
        String stop = moving.select(".wall-foot a").first().attr("href");

        Document still = new Pages().get(stop);

        assertThat(moving.select("main[hx-get=/rankings/screen]")).hasSize(1);
        assertThat(still.select("[hx-get], script")).isEmpty();
        assertThat(still.select(".wall-foot a").first().attr("href")).isEqualTo("/rankings/screen");
    }

    @Test
    void nobodyIsNamedAndNothingCanBeSent() {
        Document screen = new Pages().get("/rankings/screen");

        assertThat(screen.select("form, input, button")).isEmpty();
        assertThat(screen.select(".leader-list a").eachAttr("href")).allMatch(path -> path.startsWith("/activities/"));
    }

    @Test
    void aPlaceThatDoesNotExistIsNotFound() {
        assertThat(new Pages().open("/rankings/screen?within=no-such-place").status()).isBetween(404, 422);
    }
}
