package org.shuangbaodao.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Booked;
import org.shuangbaodao.support.Chromium;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.TestClock;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People as different as the pages have to be: who wants to be named or not, who sees badly, who uses no mouse. */
@QuarkusTest
class ReadersJourneyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 3);
    private static final int FAR_ENOUGH = 200;

    private static Chromium chromium;

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    Booked booked;
    @Inject
    TestClock clock;

    Given.Town town;
    Member host;

    @BeforeAll
    static void open() {
        chromium = Chromium.open();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void aTown() {
        clock.set("2026-06-06T20:00");
        town = given.town();
        host = given.communitySecretary(town.community());
    }

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @Test
    void aMemberLetsHimselfBeNamedAndChangesHisMind() {
        booked.members(town.branch(), 11);
        Member member = given.person().in(town.branch()).named("愿公开" + town.branch().code).saved();
        booked.points(member, town.branch(), null, DAY, 150);
        String board = Chromium.url("/rankings/members?period=2026-Q2&within=" + town.branch().code);
        Page visitor = chromium.page(null, 390, true);
        Page own = chromium.page(as.cookie(member), 390, true);

        visitor.navigate(board);
        assertThat(visitor.content()).doesNotContain(member.name);
        own.navigate(Chromium.url("/me/consents"));
        publicName(own, "同意");
        visitor.navigate(board);
        assertThat(visitor.locator(".board tbody tr").innerText()).contains(member.name, "1.50");
        own.navigate(Chromium.url("/me"));
        assertThat(own.locator("main").innerText()).contains("1.50");

        own.navigate(Chromium.url("/me/consents"));
        publicName(own, "撤回");
        visitor.navigate(board);
        assertThat(visitor.content()).doesNotContain(member.name);
        own.locator("details.more summary").click();
        assertThat(own.locator(".timeline li").count()).isGreaterThanOrEqualTo(2);
    }

    private static void publicName(Page own, String button) {
        own.locator("section.card", new Page.LocatorOptions().setHas(own.locator("input[value=PUBLIC_NAME]")))
                .getByRole(AriaRole.BUTTON).click();
        assertThat(own.locator("main h1").isVisible()).as(button).isTrue();
    }

    @ParameterizedTest
    @CsvSource({ "390, true", "390, false", "320, true" })
    void anOlderMemberMakesTheTextLargeAndReportsService(int width, boolean scripts) {
        Member member = given.person().in(town.branch()).born(LocalDate.of(1957, 2, 1)).saved();
        String id = as.api(member).body(Map.of("communityCode", town.community().code)).post("/api/checkins").then()
                .statusCode(201).extract().path("id");
        as.api(host).post("/api/checkins/" + id + "/acceptance").then().statusCode(200);
        Page page = chromium.page(as.cookie(member), width, scripts);
        page.navigate(Chromium.url("/"));
        double before = page.locator("main h1").boundingBox().height;

        page.getByText("大字", new Page.GetByTextOptions().setExact(true)).click();

        assertThat(page.locator("html").getAttribute("data-text")).isEqualTo("large");
        assertThat(page.locator("main h1").boundingBox().height).isGreaterThan(before);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("报一次服务")).first().click();
        assertThat(page.locator("html").getAttribute("data-text")).isEqualTo("large");
        Chromium.assertFits(page);
        page.locator("input[name=from]").fill("09:00");
        page.locator("input[name=to]").fill("10:30");
        page.locator("[name=summary]").fill("在社区门口帮忙登记");
        Chromium.picture(page, "large-%d-%s".formatted(width, scripts));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("报告").setExact(true)).click();

        assertThat(page.getByText("待社区确认").first().isVisible()).isTrue();
    }

    @Test
    void aSecretaryClearsAQueueWithTheKeyboardAlone() {
        for (int i = 0; i < 3; i++) {
            as.api(given.member(town.branch())).header("Idempotency-Key", UUID.randomUUID().toString())
                    .body(Map.of("startedAt", "2026-06-06T0" + (6 + i) + ":00", "endedAt", "2026-06-06T0" + (7 + i) + ":00",
                            "summary", "清扫楼道", "communityCode", town.community().code))
                    .post("/api/records").then().statusCode(201);
        }
        Page queue = chromium.page(as.cookie(host), 1280, true);
        queue.navigate(Chromium.url("/review"));

        walkTo(queue, "全选本页");
        queue.keyboard().press("Enter");
        walkTo(queue, "确认所选");
        assertThat((Boolean) queue.evaluate("document.activeElement.matches(':focus-visible')")).isTrue();
        Chromium.picture(queue, "queue-keyboard");
        queue.keyboard().press("Enter");

        queue.getByText("已办理 3 条").waitFor();
        queue.navigate(Chromium.url("/review"));
        assertThat(queue.locator("input[name=item]").count()).isZero();
    }

    private static void walkTo(Page page, String text) {
        for (int i = 0; i < FAR_ENOUGH; i++) {
            page.keyboard().press("Tab");
            if (String.valueOf(page.evaluate("document.activeElement.innerText")).strip().equals(text)) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + text);
    }
}
