package org.shuangbaodao.notice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.shuangbaodao.support.Chromium;
import org.shuangbaodao.support.TestClock;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody who doubts the board: finds the branch, reads how its place comes about, and objects. */
@QuarkusTest
class ResidentJourneyTest {

    private static Chromium chromium;

    @Inject
    Quarter quarter;
    @Inject
    TestClock clock;

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

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void findsTheBranchUnderstandsItsPlaceAndObjects(boolean scripts) {
        clock.set("2026-06-11T18:00");
        Quarter.Cast cast = quarter.cast();
        quarter.awarded(cast, cast.named(), "2026-06-10T09:00", "2026-06-10T11:00");
        clock.set(Quarter.START);
        String notice = quarter.started(cast);
        quarter.fold();
        String name = cast.town().branch().name;

        Page page = chromium.page(null, 390, scripts);
        page.navigate(Chromium.url("/rankings"));
        page.getByLabel("期间", exactly()).selectOption("2026-Q2");
        page.getByLabel("查找组织", exactly()).fill(name);
        page.getByRole(AriaRole.BUTTON, named("查看")).click();
        Locator row = page.locator(".board tbody tr", new Page.LocatorOptions().setHasText(name));
        assertThat(row.innerText()).contains("0.16", "12");
        Chromium.picture(page, "resident-found-" + scripts);

        Locator how = page.locator(".board-how");
        assertThat(how.innerText()).contains("人均积分＝", "第 1、第 1、第 3", "不公布末位", "为什么没有某个组织");
        how.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("公示和异议")).click();

        page.navigate(Chromium.url("/notices?branch=" + cast.town().branch().code));
        page.locator("a[href='/notices/" + notice + "']").first().click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("提出异议")).first().click();
        page.locator("textarea[name=text]").fill("六月十日上午没有人在小区门口值守");
        page.locator("main form button.primary").click();

        assertThat(page.locator("#receipt").innerText()).isNotBlank();
        Chromium.picture(page, "resident-objected-" + scripts);
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
