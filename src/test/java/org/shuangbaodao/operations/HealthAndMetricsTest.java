package org.shuangbaodao.operations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class HealthAndMetricsTest {

    @Inject
    Readings readings;

    @Test
    void readinessNamesTheDatabaseAndLivenessDoesNot() {
        given().get("/q/health/ready").then().statusCode(200).body("checks.name", hasItem("database"));
        given().get("/q/health/live").then().statusCode(200).body("checks.name", not(hasItem("database")));
        given().get("/q/health/started").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void healthTellsNoAddresses() {
        assertThat(given().get("/q/health").asString()).doesNotContain("jdbc", "127.0.0.1", "localhost");
    }

    @Test
    void theFiguresAnAlarmNeedsAreThere() {
        readings.read();

        String metrics = given().get("/q/metrics").then().statusCode(200).extract().asString();

        for (String name : List.of("shuangbaodao_records_waiting{step=\"confirmation\"}",
                "shuangbaodao_records_waiting{step=\"award\"}", "shuangbaodao_records_waiting_oldest_seconds{step=\"award\"}",
                "shuangbaodao_board_tasks_waiting", "shuangbaodao_board_task_oldest_seconds", "shuangbaodao_board_age_seconds",
                "shuangbaodao_outbox_waiting", "shuangbaodao_outbox_waiting_oldest_seconds", "shuangbaodao_outbox_given_up",
                "shuangbaodao_readings_age_seconds", "agroal_active_count", "agroal_awaiting_count")) {
            assertThat(value(metrics, name)).as(name).isNotNull().isNotEqualTo(Double.NaN);
        }
        for (String name : List.of("shuangbaodao_ledger_chains_broken", "shuangbaodao_ledger_standings_different",
                "shuangbaodao_ledger_check_entries", "shuangbaodao_ledger_check_age_seconds")) {
            assertThat(value(metrics, name)).as(name).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "X-Forwarded-For", "Forwarded" })
    void whatAProxyPassesOnDoesNotReadMetrics(String header) {
        given().header(header, "127.0.0.1").get("/q/metrics").then().statusCode(403);
        given().header(header, "127.0.0.1").get("/q/metrics/").then().statusCode(403);
    }

    private static Double value(String metrics, String name) {
        return metrics.lines().filter(line -> line.startsWith(name)).findFirst()
                .map(line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1))).orElse(null);
    }
}
