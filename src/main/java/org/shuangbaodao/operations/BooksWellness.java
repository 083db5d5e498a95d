package org.shuangbaodao.operations;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Red when the last check found books that are not sound. At {@code /q/health/well} and in {@code /q/health}, not in readiness:
 * somebody has to look into it, but the service goes on, and people go on reading what is right.
 */
@Wellness
@ApplicationScoped
class BooksWellness implements AsyncHealthCheck {

    private final Readings readings;

    BooksWellness(Readings readings) {
        this.readings = readings;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom().item(this::answer);
    }

    private HealthCheckResponse answer() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("books");
        CheckRow.Found found = readings.last().flatMap(Readings.Reading::check).orElse(null);
        if (found == null) {
            return answer.up().withData("checked", "not yet").build();
        }
        return answer.status(found.isSound()).withData("checked", found.finishedAt().toString())
                .withData("entries", found.entries()).withData("brokenChains", found.brokenBranches())
                .withData("differentStandings", found.differences()).build();
    }
}
