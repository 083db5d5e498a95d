package org.shuangbaodao.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.TestClock;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever is credited or decided about hears of it, once, in his language, and nobody else does. */
@QuarkusTest
class InboxTest {

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    TestClock clock;
    @Inject
    Inbox inbox;
    @Inject
    InboxPurge purge;
    @Inject
    EntityManager database;

    Given.Town town;
    Member member;
    Member secretary;
    Member host;

    @BeforeEach
    void aTown() {
        clock.set("2026-11-20T10:00");
        town = given.town();
        member = given.member(town.branch());
        secretary = given.secretary(town.branch());
        host = given.communitySecretary(town.community());
    }

    @AfterEach
    void letTimePass() {
        clock.reset();
    }

    @Test
    void theSubjectOfAnEntryOnBehalfIsToldAndFindsTheRecord() {
        assertThat(as.pages(member).get("/me/inbox").selectFirst(".empty").text()).contains("还没有消息");
        String id = entered(host, member);

        Pages browser = as.pages(member);
        assertThat(browser.get("/").select(".todo").eachText()).contains("1 条未读消息");
        Document list = browser.get("/me/inbox");
        assertThat(list.select("tbody th").eachText()).singleElement().asString().contains("有人为您登记了一条服务", "2026-11-10", "2.0",
                "未读");
        Document record = browser.follow(browser.submit(reading(list), Map.of()));
        assertThat(record.select("form").eachAttr("action")).contains("/records/" + id + "/repudiation");

        Document after = browser.get("/me/inbox");
        assertThat(after.text()).doesNotContain("未读");
        assertThat(after.select("tbody a").eachAttr("href")).containsExactly("/records/" + id);
    }

    @Test
    void aMessageSpeaksItsReadersLanguage() {
        entered(host, member);

        assertThat(as.pages(member).language("zh-TW").get("/me/inbox").text()).contains("有人為您登記了一筆服務");
        assertThat(as.pages(member).language("en").get("/me/inbox").text())
                .contains("Somebody entered service for you: 2026-11-10");
        as.api(member).header("Accept-Language", "en").get("/api/me/inbox").then().statusCode(200)
                .body("items.text", contains("Somebody entered service for you: 2026-11-10, 2.0 h. If you did not take part,"
                        + " open it and say so."));
    }

    @Test
    void everyDecisionIsToldAndNobodyIsToldOfHisOwn() {
        String id = reported(member, "09:00", "11:00");
        assertThat(kinds(member)).isEmpty();

        decide(host, id, "return", 200);
        correct(id);
        decide(host, id, "confirmation", 200);
        decide(secretary, id, "award", 200);
        decide(secretary, id, "reversal", 200);
        decide(secretary, id, "rejection", 200);
        decide(host, id, "reversal", 200);

        assertThat(kinds(member)).containsExactlyInAnyOrder("servicerecord:told_returned", "servicerecord:told_confirmed",
                "servicerecord:told_awarded", "servicerecord:told_points_reversed", "servicerecord:told_refused",
                "servicerecord:told_reversed");
        assertThat(kinds(host)).isEmpty();
        assertThat(kinds(secretary)).isEmpty();
    }

    @Test
    void whoEnteredItIsToldWhatBecameOfItAndThatItIsDenied() {
        Member other = given.gridLead(town.grid());
        String rejected = entered(other, member);
        decide(host, rejected, "rejection", 200);
        assertThat(kinds(other)).containsExactly("servicerecord:told_entry_rejected");

        String denied = entered(other, member);
        decide(host, denied, "confirmation", 200);
        decide(member, denied, "repudiation", 200);
        assertThat(kinds(other)).contains("servicerecord:told_denied");
        assertThat(kinds(host)).containsExactly("servicerecord:told_denied");

        decide(host, denied, "reversal", 200);
        assertThat(kinds(member)).contains("servicerecord:told_settled");
    }

    @Test
    void manyDecidersAtOnceTellOnce() {
        String id = reported(member, "09:00", "11:00");
        Member second = given.communitySecretary(town.community());
        List<String> tokens = List.of(as.token(host), as.token(second));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<CompletableFuture<Integer>> all = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> RestAssured.given().header("Authorization", "Bearer " + tokens.get(i % 2))
                                    .contentType("application/json").post("/api/records/" + id + "/confirmation").statusCode(),
                            threads))
                    .toList();
            assertThat(all.stream().map(CompletableFuture::join).filter(status -> status == 200)).hasSize(1);
        } finally {
            threads.shutdown();
        }
        assertThat(kinds(member)).containsExactly("servicerecord:told_confirmed");
    }

    @Test
    void oneDecisionOnManyTellsEachOfThem() {
        List<Member> many = new ArrayList<>();
        List<Map<String, String>> items = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            many.add(given.member(town.branch()));
            items.add(Map.of("id", reported(many.get(i), "09:00", "11:00")));
        }

        as.api(host).body(Map.of("verb", "CONFIRM", "items", items)).post("/api/records/decisions").then().statusCode(200);

        assertThat(many).allSatisfy(each -> assertThat(kinds(each)).containsExactly("servicerecord:told_confirmed"));
    }

    /** The server counts statements; a batch that fell apart would be two hundred of them. */
    @Test
    void twoHundredAreToldInOneStatement() {
        List<Letter> letters = LongStream.rangeClosed(1, 200).mapToObj(i -> new Letter(Ids.next(), word("many"))).toList();

        long inserts = QuarkusTransaction.requiringNew().call(() -> {
            long before = inserts();
            inbox.tellEach(letters);
            return inserts() - before;
        });

        assertThat(inserts).isEqualTo(1);
        assertThat(QuarkusTransaction.requiringNew()
                .call(() -> Told.count("memberId in ?1", letters.stream().map(Letter::memberId).toList()))).isEqualTo(200);
    }

    @Test
    void nobodyReadsAnothersMessages() {
        entered(host, member);
        String id = as.api(member).get("/api/me/inbox").then().statusCode(200)
                .body("unread", equalTo(1), "items[0].readAt", nullValue()).extract().path("items[0].id");

        as.api(secretary).get("/api/me/inbox").then().statusCode(200).body("total", equalTo(0));
        as.api(secretary).post("/api/me/inbox/" + id + "/reading").then().statusCode(404).body("type",
                endsWith("inbox/unknown"));
        as.api(secretary).post("/api/me/inbox/nonsense/reading").then().statusCode(404);
        RestAssured.given().get("/api/me/inbox").then().statusCode(401);
        assertThat(new Pages().open("/me/inbox").location()).startsWith("/login");

        as.api(member).get("/api/me/inbox").then().body("unread", equalTo(1));
        as.api(member).post("/api/me/inbox/" + id + "/reading").then().statusCode(200).body("readAt", notNullValue());
        as.api(member).post("/api/me/inbox/" + id + "/reading").then().statusCode(200);
        as.api(member).get("/api/me/inbox").then().body("unread", equalTo(0), "items", hasSize(1));
    }

    @Test
    void unreadOnesComeFirstAndAllCanBeMarkedAtOnce() {
        tell("first");
        clock.advance(Duration.ofMinutes(1));
        tell("second");
        clock.advance(Duration.ofMinutes(1));
        tell("third");
        Pages browser = as.pages(member);
        assertThat(times(browser)).containsExactly("2026-11-20 10:02", "2026-11-20 10:01", "2026-11-20 10:00");

        browser.submit(reading(browser.get("/me/inbox")), Map.of("then", "stay"));
        assertThat(times(browser)).containsExactly("2026-11-20 10:01", "2026-11-20 10:00", "2026-11-20 10:02");

        Document after = browser.follow(browser.submit(Pages.form(browser.get("/me/inbox"), "/me/inbox/reading"), Map.of()));
        assertThat(after.text()).contains("已全部标为已读");
        assertThat(after.select("form").eachAttr("action")).noneMatch(action -> action.startsWith("/me/inbox"));
    }

    @Test
    void theSameNewsIsToldOnceAndWithItsTransactionOnly() {
        tell("same");
        tell("same");
        assertThat(kinds(member)).hasSize(1);

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
            inbox.tell(member.id, word("never"));
            throw new IllegalStateException("given up");
        })).isInstanceOf(IllegalStateException.class);
        assertThat(kinds(member)).hasSize(1);
        assertThatThrownBy(() -> inbox.tell(member.id, word("alone"))).as("outside a transaction")
                .isInstanceOf(Exception.class);
    }

    @Test
    void aSentenceNobodyKnowsAnyMoreStillLeadsToWhatItIsAbout() {
        QuarkusTransaction.requiringNew()
                .run(() -> inbox.tell(member.id, Word.of(() -> "servicerecord:told_long_ago", "/records", "old")));

        Document list = as.pages(member).get("/me/inbox");
        assertThat(list.select("tbody th").text()).contains("有一件与您有关的事");
    }

    @Test
    void oldMessagesAreDeleted() {
        tell("old");
        clock.advance(InboxPurge.KEPT);
        tell("new");
        clock.advance(Duration.ofSeconds(1));

        purge.purge();

        assertThat(times(as.pages(member))).hasSize(1);
    }

    private long inserts() {
        Object[] row = (Object[]) database.createNativeQuery("show session status like 'Com_insert'").getSingleResult();
        return Long.parseLong(row[1].toString());
    }

    private void tell(String key) {
        QuarkusTransaction.requiringNew().run(() -> inbox.tell(List.of(member.id, member.id), word(key)));
    }

    private static Word word(String key) {
        return Word.of(() -> "servicerecord:told_confirmed", "/records", key, "2026-11-10", "2.0");
    }

    private List<String> times(Pages browser) {
        return browser.get("/me/inbox").select("tbody time").eachText();
    }

    private static FormElement reading(Document list) {
        return (FormElement) list.select("tbody form").first();
    }

    private List<String> kinds(Member who) {
        return as.api(who).get("/api/me/inbox").then().statusCode(200).extract().path("items.kind");
    }

    private String reported(Member who, String from, String to) {
        return send(who, Map.of("startedAt", "2026-11-10T" + from, "endedAt", "2026-11-10T" + to));
    }

    private String entered(Member by, Member about) {
        return send(by, Map.of("startedAt", "2026-11-10T14:00", "endedAt", "2026-11-10T16:00", "memberNumber", about.number,
                "gridCode", town.grid().code, "consentNote", "当面同意"));
    }

    private String send(Member who, Map<String, ?> facts) {
        Map<String, Object> body = new HashMap<>(facts);
        body.putAll(Map.of("summary", "小区门口值守", "communityCode", town.community().code));
        return as.api(who).header("Idempotency-Key", UUID.randomUUID().toString()).body(body).post("/api/records").then()
                .statusCode(201).extract().path("id");
    }

    private void correct(String id) {
        as.api(member).body(Map.of("startedAt", "2026-11-10T09:00", "endedAt", "2026-11-10T10:00", "summary", "小区门口值守",
                "communityCode", town.community().code)).put("/api/records/" + id).then().statusCode(200);
    }

    private void decide(Member who, String id, String verb, int status) {
        as.api(who).body(Map.of("reason", "核对")).post("/api/records/" + id + "/" + verb).then().statusCode(status);
    }
}
