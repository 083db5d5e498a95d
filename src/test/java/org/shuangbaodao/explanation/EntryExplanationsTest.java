package org.shuangbaodao.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Deeds;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Pages;

import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has the page of an entry, and nothing else, comes to its amount. */
@QuarkusTest
class EntryExplanationsTest {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @Inject
    Deeds deeds;
    @Inject
    Given given;
    @Inject
    As as;

    Deeds.Place place;

    @BeforeEach
    void aPlace() {
        place = deeds.place();
    }

    @Test
    void minutesAndPointsFollowFromTheirPage() {
        deeds.awarded(place, "2026-10-10T09:00", "2026-10-10T11:59");

        assertThat(recomputed("zh-CN")).containsExactlyInAnyOrder("MINUTES 179", "TIME 250");
    }

    @Test
    void serviceAcrossMidnightIsSharedToTheHundredth() {
        deeds.awarded(place, "2026-10-10T22:50", "2026-10-11T00:27");

        // 97 minutes make 1.50: 70 and 27 of them, so 1.0825 and 0.4175.
        assertThat(recomputed("zh-TW")).containsExactlyInAnyOrder("MINUTES 70", "MINUTES 27", "TIME 108", "TIME 42");
    }

    @Test
    void workingTimeEarnsNothingAndSaysSo() {
        deeds.awarded(place, "2026-10-12T09:00", "2026-10-12T11:00", true);

        assertThat(recomputed("en")).containsExactlyInAnyOrder("MINUTES 120", "WORKING_TIME 0");
    }

    @Test
    void theCapOfADayFollowsFromItsPage() {
        deeds.awarded(place, "2026-10-10T00:00", "2026-10-10T07:00");
        deeds.awarded(place, "2026-10-10T08:00", "2026-10-10T11:00");
        deeds.awarded(place, "2026-10-10T12:00", "2026-10-10T13:00");

        assertThat(recomputed("zh-CN")).contains("DAILY_CAP -200", "DAILY_CAP -100").hasSize(8);
    }

    @Test
    void theCapOfAYearFollowsFromItsPage() {
        for (int day = 10; day <= 13; day++) {
            deeds.awarded(place, "2026-10-" + day + "T08:00", "2026-10-" + day + "T16:00");
        }
        deeds.awarded(place, "2026-10-14T08:00", "2026-10-14T15:00");
        deeds.awarded(place, "2026-10-15T08:00", "2026-10-15T11:00");

        assertThat(recomputed("zh-CN")).contains("YEAR_CAP -200").hasSize(13);
    }

    @Test
    void whatIsTakenBackAndWhatThatSetsFreeFollowFromTheirPages() {
        String first = deeds.awarded(place, "2026-10-10T00:00", "2026-10-10T07:00");
        deeds.awarded(place, "2026-10-10T08:00", "2026-10-10T11:00");
        deeds.decide(place.secretary(), first, "reversal");

        assertThat(recomputed("zh-CN")).contains("REVERSAL -700", "DAILY_CAP -200", "CAP_LIFTED 200").hasSize(7);
        Document reversed = pages("zh-CN").stream().filter(page -> formula(page).equals("REVERSAL")).findFirst()
                .orElseThrow();
        Document partner = as.pages(place.member())
                .get(reversed.selectFirst("main a[href^=/me/ledger/0]").attr("href"));
        assertThat(amount(partner)).isEqualTo(700);
        assertThat(partner.selectFirst("main a[href^=/me/ledger/0]").text()).contains("-7.00");
    }

    @ParameterizedTest
    @ValueSource(strings = { "zh-CN", "zh-TW", "en" })
    void thePageSaysWhoDecidedAndProvesThatTheEntryIsInTheBooks(String language) throws Exception {
        String record = deeds.awarded(place, "2026-10-10T09:00", "2026-10-10T11:00");

        for (Document page : pages(language)) {
            assertThat(page.text()).contains(place.host().name, place.secretary().name);
            assertThat(page.selectFirst("a[href=/records/" + record + "]")).isNotNull();
            assertThat(page.selectFirst("#whole")).isNotNull();
            byte[] text = page.selectFirst("#hash-text code").wholeText().getBytes(StandardCharsets.UTF_8);
            assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text)))
                    .isEqualTo(page.selectFirst("#hash").text());
            assertThat(page.selectFirst("#head").text()).startsWith(place.branchCode() + ":2:");
        }
    }

    @Test
    void theBranchSeesItAndNobodyElse() {
        deeds.awarded(place, "2026-10-10T09:00", "2026-10-10T11:00");
        String id = ids().get(0);

        as.api(place.member()).get("/api/me/ledger/" + id).then().statusCode(200);
        for (Member reader : List.of(place.secretary(), given.deputy(place.town().branch()))) {
            as.api(reader).get("/api/me/ledger/" + id).then().statusCode(200);
            assertThat(as.pages(reader).open("/me/ledger/" + id).status()).isEqualTo(200);
        }
        for (Member stranger : List.of(given.member(place.town().branch()), place.host(),
                given.secretary(given.branch(place.town().committee())),
                given.administrator(place.town().workingCommittee()))) {
            as.api(stranger).get("/api/me/ledger/" + id).then().statusCode(404);
            assertThat(as.pages(stranger).open("/me/ledger/" + id).status()).isEqualTo(404);
        }
        as.api(place.member()).get("/api/me/ledger/0HZZZZZZZZZZZ").then().statusCode(404);
        as.api(place.member()).get("/api/me/ledger/nonsense").then().statusCode(404);
    }

    private List<String> ids() {
        return as.api(place.member()).get("/api/me/ledger?period=2026&size=200").jsonPath().getList("entries.id", String.class);
    }

    private List<Document> pages(String language) {
        List<Document> pages = new ArrayList<>();
        Pages browser = as.pages(place.member()).language(language);
        ids().forEach(id -> pages.add(browser.get("/me/ledger/" + id)));
        return pages;
    }

    // Each page's formula and the amount that follows from it; fails where the page shows another.
    private List<String> recomputed(String language) {
        List<String> results = new ArrayList<>();
        for (Document page : pages(language)) {
            long result = recomputed(page);
            assertThat(result).as(page.selectFirst("main").text()).isEqualTo(amount(page));
            results.add(formula(page) + " " + result);
        }
        return results;
    }

    private static String formula(Document page) {
        return page.selectFirst("#formula").attr("data-formula");
    }

    private static long amount(Document page) {
        return number(page.selectFirst("#amount").text());
    }

    /** The formulas as the page puts them into words. */
    private static long recomputed(Document page) {
        return switch (formula(page)) {
            case "MINUTES" -> minutesOn(page, LocalDate.parse(page.selectFirst("#served-on").text()));
            case "TIME" -> share(page);
            case "WORKING_TIME" -> 0;
            case "DAILY_CAP" -> -Math.max(0, figure(page, "DEEDS") - figure(page, "LIMIT")) - figure(page, "POSTED");
            case "CYCLE_CAP", "YEAR_CAP" -> Math.max(0, Math.min(figure(page, "DEEDS"),
                    figure(page, "LIMIT") - figure(page, "BEFORE"))) - figure(page, "DEEDS") - figure(page, "POSTED");
            case "CAP_LIFTED" -> -figure(page, "POSTED");
            case "REVERSAL" -> page.selectFirst("#figure-TAKEN_BACK") == null ? -figure(page, "TAKEN_BACK_MINUTES")
                    : -figure(page, "TAKEN_BACK");
            default -> throw new AssertionError(formula(page));
        };
    }

    private static long share(Document page) {
        long minutes = figure(page, "MINUTES");
        long points = minutes / figure(page, "UNIT_MINUTES") * figure(page, "UNIT_POINTS");
        List<LocalDate> days = new ArrayList<>();
        LocalDateTime from = time(page, "from");
        for (LocalDate day = from.toLocalDate(); day.atStartOfDay().isBefore(time(page, "to")); day = day.plusDays(1)) {
            days.add(day);
        }
        long left = points;
        Map<LocalDate, Long> shares = new HashMap<>();
        for (LocalDate day : days) {
            shares.put(day, points * minutesOn(page, day) / minutes);
            left -= shares.get(day);
        }
        days.sort((one, other) -> Long.compare(points * minutesOn(page, other) % minutes,
                points * minutesOn(page, one) % minutes));
        for (int i = 0; i < left; i++) {
            shares.merge(days.get(i), 1L, Long::sum);
        }
        return shares.get(LocalDate.parse(page.selectFirst("#served-on").text()));
    }

    private static long minutesOn(Document page, LocalDate day) {
        LocalDateTime from = time(page, "from").isBefore(day.atStartOfDay()) ? day.atStartOfDay() : time(page, "from");
        LocalDateTime midnight = day.plusDays(1).atStartOfDay();
        LocalDateTime to = time(page, "to").isAfter(midnight) ? midnight : time(page, "to");
        return Duration.between(from, to).toMinutes();
    }

    private static LocalDateTime time(Document page, String id) {
        return LocalDateTime.parse(page.selectFirst("#" + id).text(), MINUTE);
    }

    private static long figure(Document page, String name) {
        Element figure = page.selectFirst("#figure-" + name);
        assertThat(figure).as(name).isNotNull();
        return number(figure.text());
    }

    // Points have two decimals and are counted in hundredths, minutes have none.
    private static long number(String text) {
        return Long.parseLong(text.replace("+", "").replace(".", ""));
    }
}
