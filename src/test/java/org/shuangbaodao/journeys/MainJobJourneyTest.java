package org.shuangbaodao.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Chromium;
import org.shuangbaodao.support.Given;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The main job in a real browser, on a phone and on a desk, with scripts and without. */
@QuarkusTest
class MainJobJourneyTest {

    private static Chromium chromium;

    @Inject
    Given given;
    @Inject
    As as;

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

    @ParameterizedTest
    @CsvSource({ "390, true", "390, false", "1280, true" })
    void aReportBecomesPoints(int width, boolean scripts) {
        Given.Town town = given.town();
        Member member = given.member(town.branch());

        Page mine = page(member, width, scripts);
        mine.navigate(Chromium.url("/records/new?q=" + town.community().code));
        mine.getByLabel("日期").fill("2026-10-10");
        mine.getByLabel("从", new Page.GetByLabelOptions().setExact(true)).fill("09:00");
        mine.locator("input[name=to]").fill("10:30");
        mine.getByLabel("做了什么").fill("在小区门口值守，帮助几位行动不便的老人把米和油提上六楼，顺便检查了楼道的消防栓和应急灯");
        mine.locator("select[name=community]").selectOption(town.community().code);
        mine.getByRole(AriaRole.BUTTON, named("报告")).click();
        assertThat(mine.getByText("待社区确认").first().isVisible()).isTrue();
        Chromium.assertFits(mine);

        decide(given.communitySecretary(town.community()), width, scripts, "确认所选");
        decide(given.secretary(town.branch()), width, scripts, "核定所选");

        mine.navigate(Chromium.url("/me/ledger?period=2026"));
        assertThat(mine.getByText("+1.50").first().isVisible()).isTrue();
        Chromium.assertFits(mine);
    }

    private void decide(Member decider, int width, boolean scripts, String button) {
        Page queue = page(decider, width, scripts);
        queue.navigate(Chromium.url("/review"));
        queue.locator("input[name=item]").first().check();
        Chromium.assertFits(queue);
        queue.getByRole(AriaRole.BUTTON, named(button)).click();
        assertThat(queue.getByText("已办理 1 条").isVisible()).isTrue();
    }

    private Page page(Member member, int width, boolean scripts) {
        return chromium.page(as.cookie(member), width, scripts);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
