package org.shuangbaodao.inbox;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.Ids;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;

/**
 * Sends what is due. Between another server's "taken" and our noting it a replica can die; then the parcel leaves once more
 * after the lease, which no protocol here can exclude. A mail carries the same Message-ID both times, and readers' programs
 * show it once.
 */
@ApplicationScoped
class Dispatch {

    private static final int BATCH = 50;

    private final Outbox outbox;
    private final List<Carrier> carriers;

    Dispatch(Outbox outbox, @All List<Carrier> carriers) {
        this.outbox = outbox;
        this.carriers = carriers;
    }

    /** @return how many arrived; none means that there is nothing to do for now */
    int send() {
        return carriers.stream().mapToInt(this::send).sum();
    }

    private int send(Carrier carrier) {
        int arrived = 0;
        Set<Long> away = new HashSet<>();
        for (Parcel parcel : outbox.due(carrier.channel(), BATCH)) {
            // There is one mail server, but a robot for each organization.
            long server = carrier.channel() == Channel.MAIL ? 0 : parcel.recipientId;
            if (away.contains(server) || !outbox.claim(parcel)) {
                continue;
            }
            Failure failure = attempt(carrier, parcel);
            if (failure == null) {
                outbox.sent(parcel);
                arrived++;
            } else {
                outbox.failed(parcel, failure);
            }
            if (failure == Failure.AWAY) {
                // The others wait for the next look instead of for the same silence, and keep their attempts.
                away.add(server);
            }
        }
        return arrived;
    }

    private static Failure attempt(Carrier carrier, Parcel parcel) {
        try {
            carrier.carry(parcel);
            return null;
        } catch (Undelivered e) {
            if (e.failure() == Failure.OTHER) {
                Log.warnf(e, "Parcel %s did not arrive", Ids.text(parcel.id));
            }
            return e.failure();
        } catch (RuntimeException e) {
            Log.warnf(e, "Parcel %s could not be sent", Ids.text(parcel.id));
            return Failure.OTHER;
        }
    }
}
