package org.shuangbaodao.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.ledger.Standings;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A post is professional for service after the community said so, and never for what was served before. */
@QuarkusTest
class PostsTest {

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    TestClock clock;
    @Inject
    Posts posts;
    @Inject
    Standings standings;

    Given.Town town;
    Member member;
    Member host;
    Member secretary;

    @BeforeEach
    void aTown() {
        clock.set("2026-06-01T08:00");
        town = given.town();
        member = given.member(town.branch());
        host = given.communitySecretary(town.community());
        secretary = given.secretary(town.branch());
    }

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @Test
    void onlyServiceAfterTheFlagEarnsMore() {
        long legal = posts.add(town.community().code, "法律咨询", true, LocalDate.of(2026, 6, 1), null, host.id);
        long gate = posts.add(town.community().code, "门口值守", false, LocalDate.of(2026, 6, 1), null, host.id);
        clock.set("2026-06-10T20:00");

        awarded("2026-06-01T09:00", "2026-06-01T11:30", legal);
        assertThat(points()).isEqualTo(250);
        awarded("2026-06-02T09:00", "2026-06-02T11:30", legal);
        assertThat(points()).isEqualTo(500 + 100);
        awarded("2026-06-03T09:00", "2026-06-03T11:30", gate);
        assertThat(points()).isEqualTo(750 + 100);
        assertThat(as.pages(member).get("/me/ledger?period=2026").text()).contains("SV-04");

        posts.flag(gate, 0, host.id);
        awarded("2026-06-10T09:00", "2026-06-10T11:00", gate);
        assertThat(points()).isEqualTo(950 + 100);
    }

    @Test
    void aPostOfAnotherCommunityOrDayIsRefused() {
        var other = given.community(town.street());
        long elsewhere = posts.add(other.code, "义诊", true, LocalDate.of(2026, 6, 1), null, given.communitySecretary(other).id);
        long later = posts.add(town.community().code, "义诊", true, LocalDate.of(2026, 6, 5), null, host.id);
        clock.set("2026-06-10T20:00");

        for (String id : List.of(Ids.text(elsewhere), Ids.text(later), "abc")) {
            report("2026-06-02T09:00", "2026-06-02T10:00", id).statusCode(422).body("type",
                    equalTo("urn:shuangbaodao:problem:record/post-unfit"));
        }
    }

    @Test
    void theCommunityKeepsItsPostsAndTheFormOffersThem() {
        Pages keeper = as.pages(host);
        String address = "/organizations/" + town.community().code + "/posts";
        assertThat(as.pages(member).get("/records/new?q=" + town.community().code).select("select[name=post]")).isEmpty();
        Document page = keeper.get(address);
        assertThat(keeper.submit(Pages.form(page, address), Map.of("name", "", "professional", "yes")).status()).isEqualTo(422);
        assertThat(keeper.submit(Pages.form(page, address), Map.of("name", "义诊", "professional", "yes")).status())
                .isEqualTo(303);

        assertThat(keeper.get(address).text()).contains("义诊", "2026-06-01 标明");
        assertThat(as.pages(member).get(address).select("form[action=" + address + "]")).isEmpty();
        assertThat(as.pages(member).get("/records/new?q=" + town.community().code).selectFirst("select[name=post]").text())
                .contains("义诊", "专业岗位");
        assertThatThrownBy(() -> posts.add(town.community().code, "别人", false, LocalDate.of(2026, 6, 1), null, secretary.id))
                .hasMessage("activity/not-yours");
    }

    private void awarded(String from, String to, long post) {
        String id = report(from, to, Ids.text(post)).statusCode(201).body("postId", equalTo(Ids.text(post))).extract()
                .path("id");
        as.api(host).body(Map.of()).post("/api/records/" + id + "/confirmation").then().statusCode(200);
        as.api(secretary).body(Map.of()).post("/api/records/" + id + "/award").then().statusCode(200);
    }

    private ValidatableResponse report(String from, String to, String post) {
        return as.api(member).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("startedAt", from, "endedAt", to, "summary", "义诊", "communityCode", town.community().code,
                        "postId", post))
                .post("/api/records").then();
    }

    private long points() {
        return standings.of(member.id, Period.ALL).get(Book.POINTS);
    }
}
