package org.shuangbaodao.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Chromium;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Happenings;
import org.shuangbaodao.support.Happenings.Happening;
import org.shuangbaodao.support.TestClock;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How little there is to do: three fields for a member, one screen for a secretary with forty records. */
@QuarkusTest
class LittleWorkJourneyTest {

    private static final int RECORDS = 40;

    private static Chromium chromium;

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    Happenings happenings;
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

    @ParameterizedTest
    @CsvSource({ "390, true", "390, false", "1280, true", "1280, false" })
    void aMemberFillsInThreeFields(int width, boolean scripts) {
        Member member = registered();
        Page page = chromium.page(as.cookie(member), width, scripts);
        page.navigate(Chromium.url("/records/new"));

        List<Locator> empty = page.locator("main form[action='/records/new'] :is(input, textarea, select)[required]").all()
                .stream().filter(field -> field.inputValue().isEmpty()).toList();
        assertThat(empty).extracting(field -> field.getAttribute("name")).containsExactly("from", "to", "summary");
        empty.get(0).fill("09:00");
        empty.get(1).fill("10:30");
        empty.get(2).fill("陪独居老人看病");
        Chromium.picture(page, "report-%d-%s".formatted(width, scripts));
        page.getByRole(AriaRole.BUTTON, named("报告")).click();

        assertThat(page.getByText("待社区确认").first().isVisible()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({ "390, true", "390, false" })
    void ofAnActivityThereAreTwoFieldsAndBothAreFilledInAlready(int width, boolean scripts) {
        clock.set("2026-06-05T08:00");
        Happening happening = happenings.published(host, town.community(), "2026-06-06T09:00", "2026-06-06T11:00", null);
        Member member = given.member(town.branch());
        happenings.signUp(member, happening);
        clock.set("2026-06-06T20:00");
        Page page = chromium.page(as.cookie(member), width, scripts);
        page.navigate(Chromium.url("/activities/" + happening.id() + "/report"));

        Locator form = page.locator("main form[action$='/report']");
        assertThat(form.locator(":is(input, textarea, select)[required]").all())
                .extracting(field -> field.getAttribute("name") + "=" + field.inputValue())
                .containsExactly("from=09:00", "to=11:00");
        form.locator("button.primary").click();

        assertThat(page.getByText("待社区确认").first().isVisible()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({ "390, true", "390, false", "1280, true", "1280, false" })
    void aSecretaryDecidesOnFortyRecordsOnOneScreen(int width, boolean scripts) {
        for (int i = 0; i < RECORDS; i++) {
            report(given.member(town.branch()), i);
        }
        Page queue = chromium.page(as.cookie(host), width, scripts);
        queue.navigate(Chromium.url("/review"));
        Locator boxes = queue.locator("input[name=item]");
        assertThat(boxes.count()).isEqualTo(RECORDS);

        queue.getByText("全选本页").click();
        boxes.all().forEach(box -> assertThat(box.isChecked()).isTrue());
        Chromium.picture(queue, "queue-%d-%s".formatted(width, scripts));
        queue.getByRole(AriaRole.BUTTON, named("确认所选")).click();

        assertThat(queue.getByText("已办理 " + RECORDS + " 条").isVisible()).isTrue();
        queue.navigate(Chromium.url("/review"));
        assertThat(queue.locator("input[name=item]").count()).isZero();
    }

    private Member registered() {
        Member member = given.member(town.branch());
        String id = as.api(member).body(Map.of("communityCode", town.community().code)).post("/api/checkins").then()
                .statusCode(201).extract().path("id");
        as.api(host).post("/api/checkins/" + id + "/acceptance").then().statusCode(200);
        return member;
    }

    private void report(Member member, int number) {
        as.api(member).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("startedAt", "2026-06-06T%02d:00".formatted(6 + number % 10), "endedAt",
                        "2026-06-06T%02d:30".formatted(7 + number % 10), "summary", "小区门口值守", "communityCode",
                        town.community().code))
                .post("/api/records").then().statusCode(201);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
