package org.shuangbaodao.ledger;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells operators whether the database keeps the ledger from being changed. The service works without that, so it never turns
 * red for it; the public digest page says the same.
 */
@Readiness
@ApplicationScoped
class LedgerProtection implements HealthCheck {

    private final LedgerProof proof;

    LedgerProtection(LedgerProof proof) {
        this.proof = proof;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("ledger protected by the database").up().withData("protected", proof.isProtected())
                .build();
    }
}
