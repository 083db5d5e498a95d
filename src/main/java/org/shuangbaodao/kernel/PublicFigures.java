package org.shuangbaodao.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/**
 * To be told by whoever changes what public boards rest on beside the ledger: rosters, check-ins, trees, names that may be
 * shown. Belongs into the transaction that changes it.
 */
@ApplicationScoped
public class PublicFigures {

    private final Event<Changed> events;

    PublicFigures(Event<Changed> events) {
        this.events = events;
    }

    public void changed() {
        events.fire(new Changed());
    }

    /** Boards made before are out of date as soon as the transaction has succeeded. */
    public record Changed() {
    }
}
