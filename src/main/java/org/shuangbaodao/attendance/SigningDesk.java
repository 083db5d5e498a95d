package org.shuangbaodao.attendance;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.activity.Activities;
import org.shuangbaodao.activity.ActivityFacts;
import org.shuangbaodao.activity.ActivityFacts.Slot;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.ConsentPurpose;
import org.shuangbaodao.member.Consents;

/** Signing in and out by the code on the lead's screen: at once, or within a day by whoever had no network. */
@ApplicationScoped
public class SigningDesk {

    /** So long before it begins and after it ends somebody may come or go. */
    static final int LEEWAY_MINUTES = 60;
    private static final Duration GRACE = Duration.ofHours(24);

    private final Activities activities;
    private final SigningCodes codes;
    private final SigningGuesses guesses;
    private final Signings signings;
    private final Consents consents;
    private final BusinessTime time;

    SigningDesk(Activities activities, SigningCodes codes, SigningGuesses guesses, Signings signings, Consents consents,
            BusinessTime time) {
        this.activities = activities;
        this.codes = codes;
        this.guesses = guesses;
        this.signings = signings;
        this.consents = consents;
        this.time = time;
    }

    /** @param at when the code was shown, by our clock */
    public record Signed(String slotId, Direction direction, LocalDateTime at, boolean claimed) {
    }

    /**
     * Takes down that somebody came or went. Runs in no transaction of its own: wrong codes are counted although they are
     * refused.
     *
     * @param claimed the minute the member names who had no network then; null for now
     * @param device the random cookie of his browser, or null
     */
    public Signed sign(ActivityFacts activity, Direction direction, String code, LocalDateTime claimed, String device,
            long memberId) {
        if (activity.isCancelled()) {
            throw new Problem(AttendanceProblem.CANCELLED);
        }
        if (!consents.given(memberId, ConsentPurpose.RECORDING)) {
            throw new Problem(AttendanceProblem.NO_CONSENT);
        }
        LocalDateTime about = claimed == null ? time.localNow() : claimed;
        if (about.isAfter(time.localNow()) || about.isBefore(time.localNow().minus(GRACE))
                || activity.slots().stream().noneMatch(slot -> isAt(slot, about))) {
            throw new Problem(AttendanceProblem.NOT_NOW);
        }
        guesses.admit(memberId).ifPresent(wait -> {
            throw new Problem(AttendanceProblem.TOO_MANY, wait.toSeconds() + 1);
        });
        for (Slot slot : activity.slots()) {
            Optional<LocalDateTime> shown = !isAt(slot, about) ? Optional.empty()
                    : claimed == null ? codes.shownNow(slot.id(), code) : codes.shownAbout(slot.id(), code, claimed);
            if (shown.isPresent()) {
                guesses.forget(memberId);
                signings.record(slot, direction, shown.get(), claimed != null, codes.device(slot.id(), device), memberId);
                return new Signed(Ids.text(slot.id()), direction, shown.get(), claimed != null);
            }
        }
        throw new Problem(AttendanceProblem.WRONG_CODE);
    }

    static boolean isAt(Slot slot, LocalDateTime moment) {
        return slot.overlaps(moment.minusMinutes(LEEWAY_MINUTES), moment.plusMinutes(LEEWAY_MINUTES));
    }
}
