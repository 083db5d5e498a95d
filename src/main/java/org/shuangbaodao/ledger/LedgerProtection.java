package org.shuangbaodao.ledger;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells operators whether the database keeps the ledger from being changed. The service works without that, so it never turns
 * red for it; the public digest page says the same. Looked up now and then: a health request must not wait for the database.
 */
@Readiness
@ApplicationScoped
class LedgerProtection implements AsyncHealthCheck {

    private final LedgerProof proof;
    private volatile Boolean isProtected;

    LedgerProtection(LedgerProof proof) {
        this.proof = proof;
    }

    @Scheduled(every = "5m")
    void look() {
        try {
            isProtected = proof.isProtected();
        } catch (RuntimeException e) {
            Log.debug("The rights of the service's account could not be looked up", e);
        }
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("ledger protected by the database").up();
        if (isProtected != null) {
            answer.withData("protected", isProtected);
        }
        return Uni.createFrom().item(answer.build());
    }
}
