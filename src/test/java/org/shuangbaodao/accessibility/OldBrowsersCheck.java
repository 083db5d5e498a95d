package org.shuangbaodao.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.shuangbaodao.process.ServiceProcess;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Phones that are not replaced: Chromium 64 stands for the WebView of Android 7, the oldest that can be had, and 107 for the
 * one
 * inside WeChat.
 */
class OldBrowsersCheck {

    private static final List<String> PAGES = List.of("/", "/rankings", "/rankings/members", "/rankings/communities", "/rules",
            "/notices", "/activities", "/ledger/digest", "/open-data", "/login", "/privacy");
    private static final List<String> OWN_PAGES = List.of("/", "/me", "/records", "/me/ledger", "/checkins", "/me/inbox");

    @TempDir
    static Path folder;

    static ServiceProcess service;

    @BeforeAll
    static void start() throws Exception {
        BrowserTools.install();
        service = ServiceProcess.start(folder.resolve("service"), Map.of());
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    @ParameterizedTest
    @CsvSource({ "64, chrome-aws-lambda/bin/chromium.br", "107, @sparticuz/chromium/bin/chromium.br" })
    void pagesAreWholeAndAReportCanBeSent(String version, String packed) throws Exception {
        Path program = BrowserTools.unpacked(packed, "chromium-" + version);
        try (OldBrowser browser = OldBrowser.open(program, folder.resolve("profile-" + version))) {
            assertThat(browser.ask("navigator.userAgent").asText()).contains("Chrome/" + version + ".");
            for (String page : PAGES) {
                look(browser, page, version + "-visitor");
            }
            logIn(browser);
            for (String page : OWN_PAGES) {
                look(browser, page, version + "-member");
            }
            report(browser, version);
        }
    }

    private static void logIn(OldBrowser browser) throws IOException, InterruptedException {
        browser.open(address("/login"));
        browser.leaveBy("document.querySelector('[name=login]').value = 'demo-member';"
                + "document.querySelector('[name=password]').value = '" + ServiceProcess.PASSWORD + "';"
                + "document.querySelector('main form').submit()");
        assertThat(browser.ask("document.querySelector('.account-name').textContent").asText()).isNotBlank();
        assertThat(browser.ask("document.querySelectorAll('form[action=\"/logout\"]').length").asInt()).isOne();
    }

    private static void report(OldBrowser browser, String version) throws IOException, InterruptedException {
        look(browser, "/records/new", version + "-member");
        // Long before anything the demo made up.
        browser.leaveBy("var form = document.querySelector('form[action=\"/records/new\"][method=post]'); var fill = {"
                + "day: '2024-03-0" + version.length() + "', from: '09:00', to: '10:30', summary: '小区门口值守', late: '一直在外地' };"
                + "Object.keys(fill).forEach(function (name) { form.elements[name].value = fill[name]; });"
                + "form.querySelector('button.primary').click()");
        assertThat(browser.ask("location.pathname").asText()).startsWith("/records").isNotEqualTo("/records/new");
        assertWhole(browser, "/records");
        browser.picture(BrowserTools.pictures().resolve(version + "-sent.png"));
    }

    private static void look(OldBrowser browser, String page, String name) throws IOException, InterruptedException {
        browser.open(address(page));
        browser.picture(BrowserTools.pictures()
                .resolve("%s-%s.png".formatted(name, page.length() == 1 ? "home" : page.substring(1).replace('/', '-'))));
        assertWhole(browser, page);
    }

    private static void assertWhole(OldBrowser browser, String page) throws IOException, InterruptedException {
        assertThat(browser.errors()).as(page).isEmpty();
        assertThat(browser.ask("document.querySelector('main h1').getBoundingClientRect().height").asDouble()).as(page)
                .isPositive();
        assertThat(browser.ask("document.documentElement.scrollWidth - document.documentElement.clientWidth").asInt()).as(page)
                .isZero();
        // The stylesheet was understood as far as it matters: colours, and controls that a thumb can hit.
        assertThat(browser.ask("getComputedStyle(document.body).backgroundColor").asText()).as(page).startsWith("rgb(");
        assertThat(browser.ask("[].filter.call(document.querySelectorAll('main .button, .main-nav a'), function (each) {"
                + " var box = each.getBoundingClientRect(); return box.height > 0 && box.height < 44; }).length").asInt())
                .as(page).isZero();
    }

    private static String address(String page) {
        return "http://localhost:" + service.port() + page;
    }
}
