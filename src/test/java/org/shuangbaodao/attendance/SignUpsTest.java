package org.shuangbaodao.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.member.ConsentPurpose;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Happenings;
import org.shuangbaodao.support.Happenings.Happening;
import org.shuangbaodao.support.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A slot never has more places taken than it has, and whoever asked first moves up first. */
@QuarkusTest
class SignUpsTest {

    private static final int CROWD = 40;
    private static final int PLACES = 10;

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    Happenings happenings;
    @Inject
    TestClock clock;
    @Inject
    News news;

    Given.Town town;
    Member host;

    @BeforeEach
    void aTown() {
        clock.set("2026-06-01T08:00");
        town = given.town();
        host = given.communitySecretary(town.community());
    }

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @Test
    void fortyAtOnceTakeTenPlacesAndMoveUpInOrder() throws Exception {
        Happening happening = happening("2026-06-06T09:00", "2026-06-06T11:00", PLACES);
        List<Member> crowd = crowd();
        List<Callable<String>> asking = new ArrayList<>();
        for (Member each : crowd) {
            RequestSpecification request = as.api(each).body(Map.of("slotId", happening.slot()));
            asking.add(() -> patiently(request, "/api/activities/" + happening.id() + "/sign-up"));
        }

        List<String> states = together(asking);

        assertThat(states).filteredOn("TAKEN"::equals).hasSize(PLACES);
        assertThat(states).filteredOn("WAITING"::equals).hasSize(CROWD - PLACES);
        assertPlaces(happening, PLACES, CROWD - PLACES);
        List<Long> waiting = SignUp.waiting(slotId(happening)).stream().map(each -> each.memberId).toList();
        assertThat(SignUp.<SignUp> list("slotId", slotId(happening))).extracting(each -> each.place).doesNotHaveDuplicates();

        List<Callable<String>> leaving = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            if (states.get(i).equals("TAKEN")) {
                RequestSpecification request = as.api(crowd.get(i)).body(Map.of("slotId", happening.slot()));
                leaving.add(() -> request.post("/api/activities/" + happening.id() + "/withdrawal").then().statusCode(200)
                        .extract().path("state"));
            }
        }
        together(leaving);

        assertPlaces(happening, PLACES, CROWD - 2 * PLACES);
        assertThat(news.gained(id(happening))).extracting(PlaceGained::memberId)
                .containsExactlyInAnyOrderElementsOf(waiting.subList(0, PLACES));
    }

    @Test
    void askingTwiceChangesNothingAndAskingAgainAfterWithdrawingGoesToTheEnd() {
        Happening happening = happening("2026-06-06T09:00", "2026-06-06T11:00", 1);
        Member first = given.member(town.branch());
        Member second = given.member(town.branch());
        Member third = given.member(town.branch());
        assertThat(happenings.signUp(first, happening)).isEqualTo("TAKEN");
        assertThat(happenings.signUp(first, happening)).isEqualTo("TAKEN");
        assertThat(happenings.signUp(second, happening)).isEqualTo("WAITING");
        assertThat(happenings.signUp(third, happening)).isEqualTo("WAITING");

        withdraw(second, happening, 200);
        assertThat(happenings.signUp(second, happening)).isEqualTo("WAITING");
        withdraw(first, happening, 200);
        withdraw(first, happening, 409);

        assertThat(state(third, happening)).isEqualTo("TAKEN");
        assertThat(state(second, happening)).isEqualTo("WAITING");
    }

    @Test
    void nobodyIsInTwoPlacesAtOnce() {
        Member member = given.member(town.branch());
        Happening morning = happening("2026-06-06T09:00", "2026-06-06T11:00", 1);
        Happening overlapping = happening("2026-06-06T10:59", "2026-06-06T12:00", 1);
        Happening after = happening("2026-06-06T11:00", "2026-06-06T12:00", 1);
        happenings.signUp(given.member(town.branch()), morning);
        assertThat(happenings.signUp(member, morning)).isEqualTo("WAITING");

        signUp(member, overlapping, 409, "attendance/same-time");
        assertThat(happenings.signUp(member, after)).isEqualTo("TAKEN");
        withdraw(member, morning, 200);
        signUp(member, overlapping, 409, "attendance/same-time");
    }

    @Test
    void morePlacesLetPeopleInAndFewerThrowNobodyOut() {
        Happening happening = happening("2026-06-06T09:00", "2026-06-06T11:00", 1);
        crowd().subList(0, 4).forEach(each -> happenings.signUp(each, happening));
        assertPlaces(happening, 1, 3);

        change(happening, "2026-06-06T09:00", "2026-06-06T11:00", 3);
        assertPlaces(happening, 3, 1);
        assertThat(news.gained(id(happening))).hasSize(2);
        assertThat(news.moved(id(happening))).isEmpty();

        change(happening, "2026-06-06T14:00", "2026-06-06T16:00", 2);
        assertPlaces(happening, 3, 1);
        assertThat(news.moved(id(happening))).singleElement().satisfies(moved -> assertThat(moved.memberIds()).hasSize(4));
    }

    @Test
    void cancellingTellsThoseWithAPlaceAndThoseWhoWait() {
        Happening happening = happening("2026-06-06T09:00", "2026-06-06T11:00", 1);
        Member first = given.member(town.branch());
        Member second = given.member(town.branch());
        Member gone = given.member(town.branch());
        List.of(first, second, gone).forEach(each -> happenings.signUp(each, happening));
        withdraw(gone, happening, 200);

        as.api(host).body(Map.of("reason", "暴雨预警")).post("/api/activities/" + happening.id() + "/cancellation").then()
                .statusCode(204);

        assertThat(news.cancelled(id(happening))).singleElement().satisfies(told -> {
            assertThat(told.memberIds()).containsExactlyInAnyOrder(first.id, second.id);
            assertThat(told.reason()).isEqualTo("暴雨预警");
        });
        signUp(gone, happening, 409, "attendance/cancelled");
        as.api(host).body(Map.of("reason", "再取消")).post("/api/activities/" + happening.id() + "/cancellation").then()
                .statusCode(409);
    }

    @Test
    void afterTheBeginningNobodyComesOrGoes() {
        Happening happening = happening("2026-06-06T09:00", "2026-06-06T11:00", 1);
        Member member = given.member(town.branch());
        Member late = given.member(town.branch());
        happenings.signUp(member, happening);
        clock.set("2026-06-06T09:00");

        signUp(late, happening, 409, "attendance/begun");
        withdraw(member, happening, 409);
    }

    @Test
    void onlyMembersOnARosterWhoAgreedToBeRecorded() {
        Happening happening = happening("2026-06-06T09:00", "2026-06-06T11:00", 1);

        signUp(host, happening, 422, "attendance/not-a-member");
        signUp(given.person().in(town.branch()).refusing(ConsentPurpose.RECORDING).saved(), happening, 422,
                "attendance/no-consent");
        signUp(given.member(town.branch()), new Happening(happening.id(), "nonsense"), 404, "attendance/unknown-slot");
    }

    private Happening happening(String from, String to, Integer capacity) {
        return happenings.published(host, town.community(), from, to, capacity);
    }

    private List<Member> crowd() {
        List<Member> crowd = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            crowd.add(given.member(town.branch()));
        }
        return crowd;
    }

    private void change(Happening happening, String from, String to, Integer capacity) {
        as.api(host).body(Happenings.plan(town.community(), List.of(Happenings.slot(from, to, capacity))))
                .put("/api/activities/" + happening.id()).then().statusCode(204);
    }

    private void signUp(Member member, Happening happening, int status, String problem) {
        as.api(member).body(Map.of("slotId", happening.slot())).post("/api/activities/" + happening.id() + "/sign-up").then()
                .statusCode(status).body("type", equalTo("urn:shuangbaodao:problem:" + problem));
    }

    private void withdraw(Member member, Happening happening, int status) {
        as.api(member).body(Map.of("slotId", happening.slot())).post("/api/activities/" + happening.id() + "/withdrawal").then()
                .statusCode(status);
    }

    private String state(Member member, Happening happening) {
        return as.api(member).get("/api/activities/" + happening.id() + "/sign-up").then().statusCode(200).extract()
                .path("[0].state");
    }

    private void assertPlaces(Happening happening, int taken, int waiting) {
        assertThat(happenings.look(happening.id()).getInt("slots[0].taken")).as("taken").isEqualTo(taken);
        assertThat(happenings.look(happening.id()).getInt("slots[0].waiting")).as("waiting").isEqualTo(waiting);
    }

    private static long id(Happening happening) {
        return Ids.parse(happening.id()).orElseThrow();
    }

    private static long slotId(Happening happening) {
        return Ids.parse(happening.slot()).orElseThrow();
    }

    // A machine with other things to do may say that it is busy: nothing was done then, and asking again is safe.
    private static String patiently(RequestSpecification request, String address) {
        for (int attempt = 1;; attempt++) {
            Response response = request.post(address);
            if (response.statusCode() != 503 || attempt == 20) {
                return response.then().statusCode(200).extract().path("state");
            }
        }
    }

    private static <T> List<T> together(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        CyclicBarrier start = new CyclicBarrier(work.size());
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> each : work) {
                running.add(threads.submit(() -> {
                    start.await();
                    return each.call();
                }));
            }
            List<T> done = new ArrayList<>();
            for (Future<T> each : running) {
                done.add(each.get());
            }
            return done;
        } finally {
            threads.shutdownNow();
        }
    }
}
