package org.shuangbaodao.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Happenings;
import org.shuangbaodao.support.Happenings.Happening;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Coming and going by the code on the lead's screen. */
@QuarkusTest
class SigningTest {

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    Happenings happenings;
    @Inject
    Signings signings;
    @Inject
    TestClock clock;

    Given.Town town;
    Member host;
    Member member;
    Happening happening;

    @BeforeEach
    void anActivity() {
        clock.set("2026-06-01T08:00");
        town = given.town();
        host = given.communitySecretary(town.community());
        member = given.member(town.branch());
        happening = happenings.published(host, town.community(), "2026-06-06T09:00", "2026-06-06T11:00", null);
        clock.set("2026-06-06T08:50");
    }

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @Test
    void theCodeOfNowAndTheOneBeforeAreTakenAndNoOlderOne() {
        String code = codeOnScreen();
        assertThat(sign(member, "IN", code, null)).isEqualTo(200);
        clock.advance(Duration.ofSeconds(45));
        assertThat(codeOnScreen()).isNotEqualTo(code);
        assertThat(sign(given.member(town.branch()), "IN", code.toLowerCase(), null)).isEqualTo(200);
        clock.advance(Duration.ofSeconds(45));
        assertThat(sign(given.member(town.branch()), "IN", code, null)).isEqualTo(422);

        clock.set("2026-06-06T11:05");
        assertThat(sign(member, "OUT", codeOnScreen(), null)).isEqualTo(200);
        assertThat(times(member).in()).hasToString("2026-06-06T08:50");
        assertThat(times(member).out()).hasToString("2026-06-06T11:05");
    }

    @Test
    void whatWasSignedIsFilledIntoTheReport() {
        clock.set("2026-06-06T09:07");
        sign(member, "IN", codeOnScreen(), null);
        clock.set("2026-06-06T10:52");
        sign(member, "OUT", codeOnScreen(), null);
        clock.set("2026-06-06T20:00");

        Document report = as.pages(member).get("/activities/" + happening.id() + "/report");

        assertThat(report.select("input[name=from]").val()).isEqualTo("09:07");
        assertThat(report.select("input[name=to]").val()).isEqualTo("10:52");
    }

    @Test
    void aCodeNotedWithoutNetworkIsTakenWithinADayIfItFitsTheTime() {
        clock.set("2026-06-06T09:30");
        String code = codeOnScreen();
        clock.set("2026-06-07T09:00");

        assertThat(sign(member, "IN", code, "2026-06-06T09:45")).as("another time").isEqualTo(422);
        assertThat(sign(member, "IN", code, "2026-06-06T09:33")).as("a clock that is a little wrong").isEqualTo(200);
        assertThat(times(member).in()).as("the time by our clock").hasToString("2026-06-06T09:30");
        assertThat(times(member).claimed()).isTrue();

        clock.set("2026-06-07T09:31");
        assertThat(sign(given.member(town.branch()), "IN", code, "2026-06-06T09:30")).as("a day and a minute").isEqualTo(409);
        assertThat(sign(given.member(town.branch()), "IN", code, "2026-06-08T09:30")).as("to come").isEqualTo(409);
    }

    @Test
    void guessingIsSlowedDownPersonByPerson() {
        String right = codeOnScreen();
        for (int i = 0; i < 5; i++) {
            assertThat(sign(member, "IN", "AAAAA" + "34679".charAt(i), null)).isEqualTo(422);
        }
        assertThat(sign(member, "IN", right, null)).isEqualTo(429);
        assertThat(sign(given.member(town.branch()), "IN", right, null)).isEqualTo(200);

        clock.advance(Duration.ofSeconds(31));
        assertThat(sign(member, "IN", codeOnScreen(), null)).isEqualTo(200);
    }

    @Test
    void onePhoneThatSignsForSeveralIsFlaggedAndNotStopped() {
        Member friend = given.member(town.branch());
        Member other = given.member(town.branch());
        String phone = "0123456789abcdef0123456789abcdef";
        for (Member each : List.of(member, friend)) {
            assertThat(post(as.pages(each), phone)).isEqualTo(303);
        }
        assertThat(post(as.pages(other), "f".repeat(32))).isEqualTo(303);

        long slot = Ids.parse(happening.slot()).orElseThrow();
        assertThat(signings.sharingAPhone(List.of(slot)).get(slot)).isEqualTo(Set.of(member.id, friend.id));
        assertThat(Signing.<Signing> list("slotId", slot))
                .allSatisfy(each -> assertThat(each.device).doesNotContain("0123456789ab"));
    }

    @Test
    void theScreenIsForThoseWhoRunItAndRefreshesItself() {
        assertThat(as.pages(member).open("/activities/" + happening.id() + "/screen").status()).isEqualTo(403);

        Document screen = as.pages(host).get("/activities/" + happening.id() + "/screen");

        int seconds = Integer.parseInt(screen.select("meta[http-equiv=refresh]").attr("content"));
        assertThat(seconds).isBetween(1, 45);
        assertThat(screen.select("svg.qr path").attr("d")).isNotEmpty();
        clock.set("2026-06-06T12:01");
        assertThat(as.pages(host).get("/activities/" + happening.id() + "/screen").select(".signing-code")).isEmpty();
        assertThat(sign(member, "IN", "AAAAAA", null)).isEqualTo(409);
    }

    private String codeOnScreen() {
        return as.pages(host).get("/activities/" + happening.id() + "/screen").select(".signing-code").text().replace(" ", "");
    }

    private int sign(Member who, String direction, String code, String at) {
        Map<String, Object> body = new HashMap<>(Map.of("direction", direction, "code", code));
        body.put("at", at);
        return as.api(who).body(body).post("/api/activities/" + happening.id() + "/signings").statusCode();
    }

    // As a browser does it that holds this cookie already.
    private int post(Pages browser, String phone) {
        String address = "/activities/" + happening.id() + "/signing";
        return browser.cookie("device", phone).submit(Pages.form(browser.get(address), address),
                Map.of("code", codeOnScreen(), "direction", "IN")).status();
    }

    private Signings.Times times(Member who) {
        long slot = Ids.parse(happening.slot()).orElseThrow();
        return signings.times(List.of(slot)).get(slot).get(who.id);
    }
}
