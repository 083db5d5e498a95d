package org.shuangbaodao.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.shuangbaodao.database.KeyFolder;
import org.shuangbaodao.ledger.LedgerProof;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Deeds;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Owner;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DigestsTest {

    @Inject
    Deeds deeds;
    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    Digests digests;
    @Inject
    LedgerProof proof;
    @Inject
    KeyFolder keys;
    @Inject
    Owner owner;
    @Inject
    EntityManager database;
    @Inject
    TestClock clock;

    Deeds.Place place;
    LocalDate day;

    @BeforeEach
    void aBranchWithBooksOnADayWithoutADigest() {
        place = deeds.place();
        deeds.awarded(place, "2026-10-10T09:00", "2026-10-10T11:00");
        day = digests.days(1).stream().findFirst().orElse(LocalDate.of(2026, 12, 1)).plusDays(1);
        clock.set(day + "T00:10");
    }

    @AfterEach
    void present() {
        clock.reset();
    }

    @Test
    void aDayGetsOneDigestHoweverManyReplicasTry() throws Exception {
        ExecutorService replicas = Executors.newFixedThreadPool(4);
        try {
            Callable<Boolean> make = digests::make;
            List<Future<Boolean>> made = replicas.invokeAll(List.of(make, make, make, make));

            assertThat(made).extracting(Future::get).containsOnlyOnce(true);
        } finally {
            replicas.shutdown();
        }
        assertThat(digests.make()).isFalse();
        assertThat(digests.on(day)).get().satisfies(sealed -> {
            assertThat(sealed.isSound()).isTrue();
            assertThat(sealed.signature().algorithm()).isEqualTo("Ed25519");
            assertThat(sealed.signature().isBy(keys.digestPublicKey())).isTrue();
        });
    }

    @Test
    void eachBranchIsInTheRootAndTheNextDayStoresOnlyWhatMoved() {
        digests.make();
        SealedDay first = digests.on(day).orElseThrow();
        Deeds.Place other = deeds.place();
        deeds.awarded(other, "2026-10-10T09:00", "2026-10-10T11:00");
        clock.set(day.plusDays(1) + "T00:10");
        digests.make();
        SealedDay second = digests.on(day.plusDays(1)).orElseThrow();

        assertThat(second.statement().previous()).isEqualTo(first.statement().root());
        assertThat(second.leaves().size()).isEqualTo(first.leaves().size() + 1).isEqualTo(second.statement().branches());
        for (SealedDay each : List.of(first, second)) {
            SealedDay.Inclusion inclusion = each.inclusionOf(place.branchCode()).orElseThrow();
            assertThat(inclusion.leaf().head()).isEqualTo(proof.headOf(place.branchId()).hash());
            assertThat(MerkleTree.follow("SHA-256", inclusion.leaf().text(), inclusion.path().stream()
                    .map(step -> new MerkleTree.Step(step.left() ? MerkleTree.Side.LEFT : MerkleTree.Side.RIGHT, step.hash()))
                    .toList())).isEqualTo(each.statement().root());
        }
        assertThat(first.inclusionOf(other.branchCode())).isEmpty();
        assertThat(storedLeaves(place.branchId())).isEqualTo(1);
        assertThat(storedLeaves(other.branchId())).isEqualTo(1);
    }

    @Test
    void aBranchWhoseBooksVanishKeepsItsLeaf() throws Exception {
        digests.make();
        long sequence = proof.headOf(place.branchId()).sequence();
        owner.run("update ledger_branch set sequence = 0 where branch_id = " + place.branchId());
        clock.set(day.plusDays(1) + "T00:10");
        digests.make();
        owner.run("update ledger_branch set sequence = " + sequence + " where branch_id = " + place.branchId());

        assertThat(digests.on(day.plusDays(1)).orElseThrow().inclusionOf(place.branchCode())).get()
                .extracting(found -> found.leaf().sequence()).isEqualTo(sequence);
    }

    @Test
    void anybodyReadsPageAndJsonAndFindsTheSame() {
        digests.make();

        Document page = new Pages().get("/ledger/digest/" + day);
        JsonPath json = RestAssured.get("/api/ledger/digest/" + day).then().statusCode(200).extract().jsonPath();
        assertThat(page.selectFirst("#root").text()).isEqualTo(json.getString("root"));
        assertThat(page.selectFirst("#signature").text()).isEqualTo(json.getString("signature"));
        assertThat(page.selectFirst("#public-key").text()).isEqualTo(json.getString("publicKey"));
        assertThat(json.getList("leaves.branch", String.class)).contains(place.branchCode());
        assertThat(RestAssured.get("/api/ledger/digest/" + day + "?page=1&size=1").jsonPath().getList("leaves")).hasSize(1);

        Document overview = new Pages().language("en").get("/ledger/digest");
        assertThat(overview.text()).contains("not that they are true");
        assertThat(overview.selectFirst("#root").text()).isEqualTo(json.getString("root"));
        assertThat(RestAssured.get("/api/ledger/digest").jsonPath().getString("latest.root")).isEqualTo(json.getString("root"));
    }

    @Test
    void aDayWithoutADigestIsNotFound() {
        assertThat(new Pages().open("/ledger/digest/1999-01-01").status()).isEqualTo(404);
        assertThat(new Pages().open("/ledger/digest/yesterday").status()).isEqualTo(404);
        RestAssured.get("/api/ledger/digest/2026-13-40").then().statusCode(404);
    }

    @Test
    void auditorsAndOfficersVerifyWithinTheirReachAndNobodyElseDoes() {
        clock.reset();
        String head = proof.headOf(place.branchId()).text(place.branchCode());
        var officer = given.officer(place.town().committee());
        var auditor = given.holder(Office.AUDITOR, place.town().committee());
        for (var reader : List.of(officer, auditor)) {
            Pages browser = as.pages(reader);
            Pages.Answer answer = browser.submit(Pages.form(browser.get("/ledger/verify"), "/ledger/verify"),
                    Map.of("head", head));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.page().selectFirst("#result.good")).isNotNull();
            assertThat(answer.page().selectFirst("main").text()).doesNotContain(place.member().name,
                    place.secretary().name);

            Pages.Answer cut = browser.submit(Pages.form(browser.get("/ledger/verify"), "/ledger/verify"),
                    Map.of("head", place.branchCode() + ":1:" + "0".repeat(64)));
            assertThat(cut.page().selectFirst("#result.bad")).isNotNull();
            assertThat(browser.submit(Pages.form(browser.get("/ledger/verify"), "/ledger/verify"),
                    Map.of("branch", given.town().branch().code)).status()).isEqualTo(403);
            assertThat(browser.submit(Pages.form(browser.get("/ledger/verify"), "/ledger/verify"),
                    Map.of("head", "nonsense")).status()).isEqualTo(422);
        }
        assertThat(as.pages(place.member()).open("/ledger/verify").status()).isEqualTo(403);
        assertThat(as.pages(place.secretary()).open("/ledger/verify").status()).isEqualTo(403);
    }

    private long storedLeaves(long branchId) {
        return ((Number) database.createNativeQuery("select count(*) from ledger_digest_leaf where branch_id = ?")
                .setParameter(1, branchId).getSingleResult()).longValue();
    }
}
