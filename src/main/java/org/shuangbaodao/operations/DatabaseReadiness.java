package org.shuangbaodao.operations;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.database.DatabasePulse;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Red while the database does not answer: no requests, please, but no restart either, which would help nobody. Liveness has no
 * check of ours: a process that can answer it is alive.
 */
@Readiness
@ApplicationScoped
class DatabaseReadiness implements AsyncHealthCheck {

    private final DatabasePulse pulse;

    DatabaseReadiness(DatabasePulse pulse) {
        this.pulse = pulse;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom().item(() -> HealthCheckResponse.named("database").status(pulse.isBeating())
                .withData("since", String.valueOf(pulse.since())).build());
    }
}
