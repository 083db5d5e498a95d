package org.shuangbaodao.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.shuangbaodao.support.As;
import org.shuangbaodao.support.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever loses hours or points to an objection hears of it. */
@QuarkusTest
class RemedyTidingsTest {

    @Inject
    Quarter quarter;
    @Inject
    As as;
    @Inject
    TestClock clock;

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource({ "POINTS,servicerecord:told_points_taken", "ALL,servicerecord:told_annulled" })
    void anUpheldObjectionIsTold(String remedy, String kind) {
        clock.set("2026-06-11T18:00");
        Quarter.Cast cast = quarter.cast(0);
        String record = quarter.awarded(cast, cast.silent(), "2026-06-10T09:00", "2026-06-10T11:00");
        clock.set(Quarter.START);
        String objection = quarter.objectedTo(cast.named(), quarter.started(cast), record);
        assertThat(quarter.act(cast.silent(), objection, "statement", Map.of("statement", "当天在场")).status()).isEqualTo(303);

        assertThat(quarter.uphold(cast.officer(), objection, record, remedy).status()).isEqualTo(303);

        List<String> kinds = as.api(cast.silent()).get("/api/me/inbox").then().statusCode(200).extract().path("items.kind");
        assertThat(kinds).containsExactlyInAnyOrder("servicerecord:told_confirmed", "servicerecord:told_awarded", kind);
    }
}
