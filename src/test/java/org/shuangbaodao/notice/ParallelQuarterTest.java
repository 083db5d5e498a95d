package org.shuangbaodao.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.ledger.LedgerProof;
import org.shuangbaodao.ledger.Standings;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Two at the same moment: one is first, the other is told so, and the books hold everything once. */
@QuarkusTest
class ParallelQuarterTest {

    @Inject
    Quarter quarter;
    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    TestClock clock;
    @Inject
    Standings standings;
    @Inject
    LedgerProof proof;

    private Quarter.Cast cast;
    private String record;

    @BeforeEach
    void inJune() {
        clock.set("2026-06-11T18:00");
        cast = quarter.cast(0);
        record = quarter.awarded(cast, cast.silent(), "2026-06-10T09:00", "2026-06-10T11:00");
    }

    @AfterEach
    void theBooksAreSound() {
        clock.reset();
        assertThat(proof.firstBreak(cast.town().branch().id)).isEmpty();
        assertThat(proof.differences()).isEmpty();
    }

    @Test
    void ofTwoWhoStartOneIsTold() throws Exception {
        clock.set(Quarter.START);

        List<Pages.Answer> answers = together(start(cast.secretary()), start(cast.deputy()));

        assertThat(answers).extracting(Pages.Answer::status).containsExactlyInAnyOrder(303, 409);
        assertThat(loser(answers)).contains("该季度已不能公示");
        assertThat(Notice.count("branchId", cast.town().branch().id)).isEqualTo(1);
    }

    @Test
    void ofTwoWhoCloseOneIsTold() throws Exception {
        clock.set(Quarter.START);
        String notice = quarter.started(cast);
        quarter.objectedTo(cast.named(), notice, record);
        clock.set("2026-10-12T09:00");

        List<Pages.Answer> answers = together(close(cast.secretary(), notice), close(cast.deputy(), notice));

        assertThat(answers).extracting(Pages.Answer::status).containsExactlyInAnyOrder(303, 409);
        assertThat(loser(answers)).contains("该季度不在公示期");
        // Carried over once.
        assertThat(points(Quarter.SECOND)).isZero();
        assertThat(points(Quarter.THIRD)).isEqualTo(200);
    }

    @Test
    void ofTwoWhoAnswerOneIsTold() throws Exception {
        Member colleague = given.officer(cast.town().committee());
        clock.set(Quarter.START);
        String id = quarter.objectedTo(cast.named(), quarter.started(cast), record);
        quarter.act(cast.silent(), id, "statement", Map.of("statement", "记错了"));

        List<Pages.Answer> answers = together(answer(cast.officer(), id), answer(colleague, id));

        assertThat(answers).extracting(Pages.Answer::status).containsExactlyInAnyOrder(303, 409);
        assertThat(loser(answers)).contains("已有答复");
        assertThat(points(Quarter.SECOND)).isZero();
    }

    /** Whichever is first: the award lies before the notice and in it, or after it and in the next quarter. */
    @RepeatedTest(4)
    void anAwardAtTheMomentTheNoticeStartsIsBookedOnce() throws Exception {
        String late = quarter.confirmed(cast, cast.silent(), "2026-06-11T09:00", "2026-06-11T11:00");
        clock.set(Quarter.START);
        Callable<Pages.Answer> start = start(cast.deputy());
        Callable<Integer> award = award(late);

        List<Integer> answers = together(() -> start.call().status(), award);

        assertThat(answers).containsExactlyInAnyOrder(303, 200);
        assertThat(points(Quarter.SECOND) + points(Quarter.THIRD)).isEqualTo(400);
        assertThat(points(Quarter.SECOND)).isIn(200L, 400L);
        clock.set("2026-10-12T09:00");
        quarter.close(cast.secretary(), Ids.text(Notice.of(cast.town().branch().id, Quarter.SECOND).orElseThrow().id));
        assertThat(points(Quarter.SECOND) + points(Quarter.THIRD)).isEqualTo(400);
    }

    /** A re-award belongs into the notice while that runs; at the moment of closing it lies before it or after it. */
    @RepeatedTest(4)
    void aReawardAtTheMomentOfClosingIsBookedOnce() throws Exception {
        clock.set(Quarter.START);
        String notice = quarter.started(cast);
        String id = quarter.objectedTo(cast.named(), notice, record);
        quarter.act(cast.silent(), id, "statement", Map.of("statement", "记错了"));
        quarter.uphold(cast.officer(), id, record, "POINTS");
        clock.set("2026-10-12T09:00");
        Callable<Pages.Answer> close = close(cast.deputy(), notice);
        Callable<Integer> award = award(record);

        List<Integer> answers = together(() -> close.call().status(), award);

        assertThat(answers).containsExactlyInAnyOrder(303, 200);
        assertThat(points(Quarter.SECOND) + points(Quarter.THIRD)).isEqualTo(200);
        Object frozen = Notice.getEntityManager().createNativeQuery("select coalesce(sum(amount), 0) from notice_row"
                + " where notice_id = ? and book = 'POINTS'").setParameter(1, Ids.parse(notice).orElseThrow())
                .getSingleResult();
        assertThat(((Number) frozen).longValue()).isEqualTo(points(Quarter.SECOND));
    }

    @Test
    void objectionsAtTheSameMomentAllArriveAndTheSameOneArrivesOnce() throws Exception {
        clock.set(Quarter.START);
        String notice = quarter.started(cast);
        String key = UUID.randomUUID().toString();
        List<Callable<String>> senders = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            senders.add(() -> object(notice, key));
            senders.add(() -> object(notice, UUID.randomUUID().toString()));
        }

        List<String> receipts = together(senders);

        assertThat(receipts.stream().distinct()).hasSize(5);
        assertThat(Objection.to(Ids.parse(notice).orElseThrow())).hasSize(5);
    }

    private static String object(String notice, String key) {
        return RestAssured.given().header("Idempotency-Key", key).contentType("application/json")
                .body(Map.of("text", "时间不对")).post("/api/notices/" + notice + "/objections").then().statusCode(201).extract()
                .path("receiptCode");
    }

    private Callable<Pages.Answer> start(Member who) {
        Pages pages = as.pages(who);
        FormElement form = Pages.form(pages.get("/notices/manage/preview?branch=" + cast.town().branch().code + "&days=5"),
                "/notices/manage/start");
        return () -> pages.submit(form, Map.of());
    }

    private Callable<Integer> award(String recordId) {
        RequestSpecification request = as.api(cast.secretary()).body(Map.of());
        return () -> request.post("/api/records/" + recordId + "/award").statusCode();
    }

    private Callable<Pages.Answer> close(Member who, String notice) {
        Pages pages = as.pages(who);
        FormElement form = Pages.form(pages.get("/notices/manage"), "/notices/" + notice + "/closing");
        return () -> pages.submit(form, Map.of());
    }

    private Callable<Pages.Answer> answer(Member who, String objection) {
        Pages pages = as.pages(who);
        FormElement form = Pages.form(pages.get("/objections/" + objection), "/objections/" + objection + "/answer");
        return () -> pages.submit(form, Map.of("outcome", "UPHELD", "remedy", "POINTS:SERVICE_RECORD/" + record, "reason",
                "经核实"));
    }

    private static String loser(List<Pages.Answer> answers) {
        return answers.stream().filter(each -> each.status() == 409).findFirst().orElseThrow().page().text();
    }

    private static <T> List<T> together(Callable<T> one, Callable<T> other) throws Exception {
        return together(List.of(one, other));
    }

    private static <T> List<T> together(List<Callable<T>> steps) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(steps.size());
        ExecutorService threads = Executors.newFixedThreadPool(steps.size());
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> step : steps) {
                running.add(threads.submit(() -> {
                    barrier.await(1, TimeUnit.MINUTES);
                    return step.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : running) {
                results.add(each.get(2, TimeUnit.MINUTES));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private long points(Period period) {
        return standings.of(cast.silent().id, period).get(Book.POINTS);
    }
}
