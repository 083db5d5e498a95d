package org.shuangbaodao.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Assumptions;

/** The machine's own browser, without a window. What needs it is skipped where there is none. */
public final class Chromium implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final Path PICTURES = Path.of("target", "journeys");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Skips the test where it is not. */
    public static void assumeIsThere() {
        Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "No Chromium at " + PROGRAM + ": skipped");
    }

    public static Chromium open() {
        assumeIsThere();
        Playwright playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(playwright, playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(PROGRAM)
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking"))));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /** @param session the cookie of somebody logged in, null for a visitor */
    public Page page(String session, int width, boolean scripts) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 844)
                .setLocale("zh-CN").setJavaScriptEnabled(scripts).setReducedMotion(ReducedMotion.REDUCE));
        if (session != null) {
            context.addCookies(List.of(new Cookie("session", session).setUrl(url("/"))));
        }
        return context.newPage();
    }

    public static String url(String path) {
        return "http://localhost:" + RestAssured.port + path;
    }

    /** Kept below target, for whoever wants to see it. */
    public static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
    }

    // Without scripts the page cannot be asked for its width, but the boxes can be measured all the same.
    public static void assertFits(Page page) {
        double width = page.viewportSize().width;
        assertThat(page.locator("main").boundingBox().width).isLessThanOrEqualTo(width);
        page.locator("main h1, main p, main button, main td, main li").all().stream()
                .filter(element -> element.boundingBox() != null)
                .forEach(element -> assertThat(element.boundingBox().x + element.boundingBox().width)
                        .as(element.innerText()).isLessThanOrEqualTo(width + 1));
    }
}
