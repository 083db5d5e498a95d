package org.shuangbaodao.ranking;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.profile.UnlessBuildProfile;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;

/** Makes the boards of a process that has just started, some seconds after it serves. */
@ApplicationScoped
@UnlessBuildProfile("test")
class FirstBoards {

    private final Rankings rankings;

    FirstBoards(Rankings rankings) {
        this.rankings = rankings;
    }

    // Once; what comes later is asked for by readers.
    @Scheduled(delayed = "5s", every = "24h")
    void prepare() {
        try {
            rankings.prepare();
        } catch (RuntimeException away) {
            Log.debug("The first boards are made when they are asked for", away);
        }
    }
}
