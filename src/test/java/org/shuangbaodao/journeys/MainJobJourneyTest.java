package org.shuangbaodao.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The main job in a real browser, on a phone and on a desk, with scripts and without. */
@QuarkusTest
class MainJobJourneyTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private static Playwright playwright;
    private static Browser browser;

    @Inject
    Given given;
    @Inject
    As as;

    @BeforeAll
    static void open() {
        Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), "No Chromium at " + CHROMIUM + ": the journeys are skipped");
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM)
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    @AfterAll
    static void close() {
        if (playwright != null) {
            browser.close();
            playwright.close();
        }
    }

    @ParameterizedTest
    @CsvSource({ "390, true", "390, false", "1280, true" })
    void aReportBecomesPoints(int width, boolean scripts) {
        Given.Town town = given.town();
        Member member = given.member(town.branch());

        Page mine = page(member, width, scripts);
        mine.navigate(url("/records/new?q=" + town.community().code));
        mine.getByLabel("日期").fill("2026-10-10");
        mine.getByLabel("从", new Page.GetByLabelOptions().setExact(true)).fill("09:00");
        mine.locator("input[name=to]").fill("10:30");
        mine.getByLabel("做了什么").fill("在小区门口值守，帮助几位行动不便的老人把米和油提上六楼，顺便检查了楼道的消防栓和应急灯");
        mine.locator("select[name=community]").selectOption(town.community().code);
        mine.getByRole(AriaRole.BUTTON, named("报告")).click();
        assertThat(mine.getByText("待社区确认").first().isVisible()).isTrue();
        assertFits(mine);

        decide(given.communitySecretary(town.community()), width, scripts, "确认所选");
        decide(given.secretary(town.branch()), width, scripts, "核定所选");

        mine.navigate(url("/me/ledger?period=2026"));
        assertThat(mine.getByText("+1.50").first().isVisible()).isTrue();
        assertFits(mine);
    }

    private void decide(Member decider, int width, boolean scripts, String button) {
        Page queue = page(decider, width, scripts);
        queue.navigate(url("/review"));
        queue.locator("input[name=item]").first().check();
        assertFits(queue);
        queue.getByRole(AriaRole.BUTTON, named(button)).click();
        assertThat(queue.getByText("已办理 1 条").isVisible()).isTrue();
    }

    private Page page(Member member, int width, boolean scripts) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 844)
                .setLocale("zh-CN").setJavaScriptEnabled(scripts));
        context.addCookies(List.of(new Cookie("session", as.cookie(member)).setUrl(url("/"))));
        return context.newPage();
    }

    // Without scripts the page cannot be asked for its width, but the boxes can be measured all the same.
    private static void assertFits(Page page) {
        double width = page.viewportSize().width;
        assertThat(page.locator("main").boundingBox().width).isLessThanOrEqualTo(width);
        page.locator("main h1, main p, main button, main td, main li").all().stream()
                .filter(element -> element.boundingBox() != null)
                .forEach(element -> assertThat(element.boundingBox().x + element.boundingBox().width)
                        .as(element.innerText()).isLessThanOrEqualTo(width + 1));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static String url(String path) {
        return "http://localhost:" + RestAssured.port + path;
    }
}
