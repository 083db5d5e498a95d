package org.shuangbaodao.notice;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.identity.AddressLimits;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;

/** Forms that are open to everybody take so many from one address. A whole office may stand behind one. */
@ApplicationScoped
class Floodgate {

    private static final int OBJECTIONS = 10;
    private static final int CODES = 20;
    private static final String CODE = "objection-code";

    private final AddressLimits limits;

    Floodgate(AddressLimits limits) {
        this.limits = limits;
    }

    /** @throws Problem {@code notice/too-many} */
    void admitObjection(long noticeId, String address) {
        admit(limits.admit("objection " + Ids.text(noticeId), address, OBJECTIONS));
    }

    /** Counts codes that were wrong. */
    <T> T withCode(String address, Supplier<T> lookUp) {
        admit(limits.admit(CODE, address, CODES));
        T found = lookUp.get();
        limits.takeBack(CODE, address);
        return found;
    }

    private static void admit(Optional<Duration> wait) {
        if (wait.isPresent()) {
            throw new Problem(NoticeProblem.TOO_MANY, Math.max(1, wait.get().toMinutes()))
                    .with("retryAfter", Math.max(1, wait.get().toSeconds()));
        }
    }
}
