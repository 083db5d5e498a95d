package org.shuangbaodao.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Deeds;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a holder gives away, what its bearer sees, and that it can be taken back. */
@QuarkusTest
class LedgerLinksTest {

    @Inject
    Deeds deeds;
    @Inject
    As as;
    @Inject
    EntityManager database;
    @Inject
    TestClock clock;

    Deeds.Place place;
    Pages holder;

    @BeforeEach
    void aHolder() {
        place = deeds.place();
        deeds.awarded(place, "2026-10-10T09:00", "2026-10-10T11:00");
        deeds.awarded(place, "2025-10-10T09:00", "2025-10-10T12:00");
        clock.set("2026-11-20T10:00");
        holder = as.pages(place.member());
    }

    @AfterEach
    void present() {
        clock.reset();
    }

    @Test
    void theBearerSeesTheYearAndNobodysName() {
        String link = created(2026, 90);

        Document list = new Pages().get(link);
        List<Element> rows = list.select("tbody tr");
        assertThat(rows).hasSize(2);
        for (Element row : rows) {
            Document entry = new Pages().get(row.selectFirst("a").attr("href"));
            assertThat(entry.selectFirst("#whole")).isNotNull();
            assertThat(entry.select("a[href^=/records/]")).isEmpty();
            assertThat(entry.html()).doesNotContain(place.member().name, place.secretary().name, place.host().name,
                    place.member().number.substring(1), place.secretary().number.substring(1),
                    place.host().number.substring(1), "小区门口值守");
        }
        assertThat(list.text()).contains("2026-10-10").doesNotContain("2025-10-10", place.member().name);
        assertThat(new Pages().open(link).header("Cache-Control")).isEqualTo("no-store");
        assertThat(reads()).isPositive();
    }

    @Test
    void entriesOfAnotherYearOrHolderAreNotToBeHadByIt() {
        String link = created(2026, 90);
        String ofBefore = as.api(place.member()).get("/api/me/ledger?period=2025").jsonPath().getString("entries[0].id");
        Deeds.Place other = deeds.place();
        deeds.awarded(other, "2026-10-10T09:00", "2026-10-10T11:00");
        String ofAnother = as.api(other.member()).get("/api/me/ledger?period=2026").jsonPath().getString("entries[0].id");

        assertThat(ofBefore).isNotNull();
        assertThat(ofAnother).isNotNull();
        assertThat(new Pages().open(link + "/" + ofBefore).status()).isEqualTo(404);
        assertThat(new Pages().open(link + "/" + ofAnother).status()).isEqualTo(404);
        assertThat(new Pages().open("/shared/ledger/" + "0".repeat(32)).status()).isEqualTo(404);
    }

    @Test
    void aLinkTakenBackNoLongerOpens() {
        String link = created(2026, 90);
        String other = created(2025, 90);
        Element form = holder.get("/me/ledger/links").select("form[action$=/revocation]").last();
        assertThat(as.pages(place.secretary()).get("/me/ledger/links").select("form[action$=/revocation]")).isEmpty();

        holder.follow(holder.submit(Pages.form(holder.get("/me/ledger/links"), form.attr("action")), Map.of()));

        // The list is newest first: the last form is the first link's.
        assertThat(new Pages().open(link).status()).isEqualTo(404);
        assertThat(new Pages().open(other).status()).isEqualTo(200);
    }

    @Test
    void nobodyTakesAnotherHoldersLinkBack() {
        String link = created(2026, 90);
        String action = holder.get("/me/ledger/links").selectFirst("form[action$=/revocation]").attr("action");
        Pages stranger = as.pages(place.secretary());
        stranger.get("/me/ledger/links");

        var form = Pages.form(stranger.get("/me/ledger/links"), "/me/ledger/links");
        form.attr("action", action);
        assertThat(stranger.submit(form, Map.of()).status()).isEqualTo(404);
        assertThat(new Pages().open(link).status()).isEqualTo(200);
    }

    @Test
    void aLinkEndsByItself() {
        String link = created(2026, 30);

        clock.advance(Duration.ofDays(29));
        assertThat(new Pages().open(link).status()).isEqualTo(200);
        clock.advance(Duration.ofDays(1));
        assertThat(new Pages().open(link).status()).isEqualTo(404);
    }

    @Test
    void wrongYearsAndDaysAreSaidBesideTheirFields() {
        for (Map<String, String> wrong : List.of(Map.of("year", "1999"), Map.of("days", "0"), Map.of("days", "366"),
                Map.of("days", "many"), Map.of("year", ""))) {
            Pages.Answer answer = holder.submit(Pages.form(holder.get("/me/ledger/links"), "/me/ledger/links"), wrong);
            assertThat(answer.status()).as(wrong.toString()).isEqualTo(422);
            assertThat(answer.page().select("[aria-invalid]")).hasSize(1);
        }
    }

    @Test
    void theTokenIsNotInTheDatabase() {
        String link = created(2026, 90);

        assertThat(database.createNativeQuery("select token_hash from ledger_link where holder_id = ?")
                .setParameter(1, place.member().id).getSingleResult().toString()).hasSize(64)
                .doesNotContain(link.substring(link.lastIndexOf('/') + 1));
    }

    private String created(int year, int days) {
        Document page = holder.submit(Pages.form(holder.get("/me/ledger/links"), "/me/ledger/links"),
                Map.of("year", String.valueOf(year), "days", String.valueOf(days))).page();
        String address = page.selectFirst("#fresh").text();
        return address.substring(address.indexOf("/shared/"));
    }

    private long reads() {
        return ((Number) database.createNativeQuery("select count(*) from audit_entry where action = 'ledger-link-read'"
                + " and on_behalf_of = ?").setParameter(1, place.member().id).getSingleResult()).longValue();
    }
}
