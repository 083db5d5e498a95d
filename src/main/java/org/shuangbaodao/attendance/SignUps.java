package org.shuangbaodao.attendance;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.shuangbaodao.activity.Activities;
import org.shuangbaodao.activity.ActivityCalledOff;
import org.shuangbaodao.activity.ActivityChanged;
import org.shuangbaodao.activity.ActivityFacts;
import org.shuangbaodao.activity.ActivityFacts.Slot;
import org.shuangbaodao.activity.ActivityKeeping;
import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.ConsentPurpose;
import org.shuangbaodao.member.Consents;
import org.shuangbaodao.member.Members;

/** Signing up for slots, and moving up from the waiting list: first come, first served, under a lock on the slot. */
@ApplicationScoped
public class SignUps {

    private final EntityManager database;
    private final Activities activities;
    private final ActivityKeeping keeping;
    private final Members members;
    private final Consents consents;
    private final AuditTrail audit;
    private final BusinessTime time;
    private final Event<ActivityCancelled> cancelled;
    private final Event<ActivityMoved> moved;
    private final Event<PlaceGained> gained;

    SignUps(EntityManager database, Activities activities, ActivityKeeping keeping, Members members, Consents consents,
            AuditTrail audit, BusinessTime time, Event<ActivityCancelled> cancelled, Event<ActivityMoved> moved,
            Event<PlaceGained> gained) {
        this.database = database;
        this.activities = activities;
        this.keeping = keeping;
        this.members = members;
        this.consents = consents;
        this.audit = audit;
        this.time = time;
        this.cancelled = cancelled;
        this.moved = moved;
        this.gained = gained;
    }

    /** How many have a place, how many wait. */
    public record Places(int taken, int waiting) {

        static final Places NONE = new Places(0, 0);
    }

    /** Somebody who wants to come. */
    public record Person(long slotId, long memberId, SignUpState state) {
    }

    /** A place, or one on the waiting list; asking twice changes nothing. */
    @Transactional
    @Retried
    public SignUpState signUp(long activityId, long slotId, long memberId) {
        // The person first, then the slot: always in this order. While it is locked everybody else waits, so little is asked.
        members.lock(memberId);
        requireFit(memberId);
        Slot slot = activities.lockSlot(slotId);
        requireOpen(activityOf(slot, activityId), slot);
        List<SignUp> others = SignUp.concerning(slot, memberId);
        Optional<SignUp> earlier = others.stream().filter(each -> each.slotId == slotId).findFirst();
        if (earlier.isPresent() && earlier.get().state.isLive()) {
            return earlier.get().state;
        }
        others.stream().filter(each -> each.slotId != slotId).findFirst().ifPresent(other -> {
            throw new Problem(AttendanceProblem.SAME_TIME, other.startsAt, other.endsAt);
        });
        Queue queue = queue(slotId);
        SignUp signUp = earlier.orElseGet(() -> new SignUp(slot, memberId));
        signUp.queue(slot, queue.lastPlace + 1, time.now());
        if (queue.waiting == 0 && (slot.capacity() == null || queue.taken < slot.capacity())) {
            signUp.become(SignUpState.TAKEN, time.now());
        }
        signUp.persist();
        audit.done(memberId, Audited.of("sign-up", "activity", activityId).detail("state=" + signUp.state));
        return signUp.state;
    }

    private ActivityFacts activityOf(Slot slot, long activityId) {
        if (slot.activityId() != activityId) {
            throw new Problem(AttendanceProblem.UNKNOWN_SLOT);
        }
        return activities.byId(activityId);
    }

    /** A slot's list at a glance. */
    private record Queue(int lastPlace, long taken, long waiting) {
    }

    private Queue queue(long slotId) {
        Tuple row = database.createQuery("select coalesce(max(place), 0) as last,"
                + " coalesce(sum(case when state = :taken then 1 else 0 end), 0) as taken,"
                + " coalesce(sum(case when state = :waiting then 1 else 0 end), 0) as waiting"
                + " from SignUp where slotId = :slot", Tuple.class).setParameter("slot", slotId)
                .setParameter("taken", SignUpState.TAKEN).setParameter("waiting", SignUpState.WAITING).getSingleResult();
        return new Queue(row.get("last", Number.class).intValue(), row.get("taken", Number.class).longValue(),
                row.get("waiting", Number.class).longValue());
    }

    private void requireOpen(ActivityFacts activity, Slot slot) {
        if (activity.isCancelled()) {
            throw new Problem(AttendanceProblem.CANCELLED);
        }
        if (!time.localNow().isBefore(slot.startsAt())) {
            throw new Problem(AttendanceProblem.BEGUN);
        }
    }

    private void requireFit(long memberId) {
        if (members.branchOn(memberId, time.today()).isEmpty()) {
            throw new Problem(AttendanceProblem.NOT_A_MEMBER);
        }
        if (!consents.given(memberId, ConsentPurpose.RECORDING)) {
            throw new Problem(AttendanceProblem.NO_CONSENT);
        }
    }

    /** Gives the place, or the wait, up; whoever has waited longest gets it. */
    @Transactional
    @Retried
    public void withdraw(long activityId, long slotId, long memberId) {
        Slot slot = activities.lockSlot(slotId);
        ActivityFacts activity = activityOf(slot, activityId);
        SignUp signUp = SignUp.of(slotId, memberId).filter(each -> each.state.isLive())
                .orElseThrow(() -> new Problem(AttendanceProblem.NOT_SIGNED_UP));
        if (!time.localNow().isBefore(slot.startsAt())) {
            throw new Problem(AttendanceProblem.BEGUN);
        }
        signUp.become(SignUpState.WITHDRAWN, time.now());
        database.flush();
        moveUp(activity, slot);
        audit.done(memberId, Audited.of("sign-up-withdraw", "activity", activityId));
    }

    // Only under the slot's lock. Once it has begun nobody can be told in time.
    private void moveUp(ActivityFacts activity, Slot slot) {
        if (!time.localNow().isBefore(slot.startsAt())) {
            return;
        }
        long free = slot.capacity() == null ? Long.MAX_VALUE : slot.capacity() - SignUp.taken(slot.id());
        for (SignUp next : free <= 0 ? List.<SignUp> of() : SignUp.waiting(slot.id())) {
            if (free-- <= 0) {
                break;
            }
            next.become(SignUpState.TAKEN, time.now());
            audit.done(null, Audited.of("sign-up-move-up", "activity", activity.id()).onBehalfOf(next.memberId));
            gained.fire(new PlaceGained(activity.id(), activity.name(), slot.startsAt(), next.memberId));
        }
        database.flush();
    }

    void onCalledOff(@Observes ActivityCalledOff event) {
        ActivityFacts activity = event.activity();
        activity.slots().stream().map(Slot::id).sorted().forEach(activities::lockSlot);
        List<SignUp> live = SignUp.live(activity.id());
        live.forEach(each -> each.become(SignUpState.CANCELLED, time.now()));
        cancelled.fire(new ActivityCancelled(activity.id(), activity.name(), activity.startsAt(), event.reason(),
                live.stream().map(each -> each.memberId).distinct().toList(), event.actorId()));
    }

    void onChanged(@Observes ActivityChanged event) {
        ActivityFacts after = event.after();
        for (Slot slot : after.slots().stream().sorted((a, b) -> Long.compare(a.id(), b.id())).toList()) {
            activities.lockSlot(slot.id());
            SignUp.update(
                    "startsAt = ?1, endsAt = ?2, version = version + 1 where slotId = ?3 and (startsAt <> ?1 or endsAt <> ?2)",
                    slot.startsAt(), slot.endsAt(), slot.id());
            moveUp(after, slot);
        }
        List<Long> told = SignUp.live(after.id()).stream().map(each -> each.memberId).distinct().toList();
        if (!told.isEmpty() && hasMoved(event)) {
            moved.fire(new ActivityMoved(after.id(), after.name(), after.startsAt(), after.place(), told, event.actorId()));
        }
    }

    private static boolean hasMoved(ActivityChanged event) {
        return !event.before().place().equals(event.after().place())
                || event.before().slots().stream().anyMatch(old -> event.after().slot(old.id())
                        .map(now -> !now.startsAt().equals(old.startsAt()) || !now.endsAt().equals(old.endsAt())).orElse(true));
    }

    /** By slot; slots nobody signed up for have none. */
    @Transactional
    public Map<Long, Places> places(Collection<Long> slotIds) {
        Map<Long, Places> places = new HashMap<>();
        slotIds.forEach(id -> places.put(id, Places.NONE));
        if (!slotIds.isEmpty()) {
            database.createQuery("select slotId as slot, state as state, count(*) as people from SignUp"
                    + " where slotId in :slots and state in :live group by slotId, state", Tuple.class)
                    .setParameter("slots", slotIds).setParameter("live", SignUpState.LIVE).getResultList()
                    .forEach(row -> places.merge(row.get("slot", Long.class), placesOf(row), SignUps::sum));
        }
        return places;
    }

    private static Places placesOf(Tuple row) {
        int people = row.get("people", Long.class).intValue();
        return row.get("state", SignUpState.class) == SignUpState.TAKEN ? new Places(people, 0) : new Places(0, people);
    }

    private static Places sum(Places one, Places other) {
        return new Places(one.taken + other.taken, one.waiting + other.waiting);
    }

    /** How the member stands to each slot of the activity he ever asked for. */
    @Transactional
    public Map<Long, SignUpState> of(long activityId, long memberId) {
        Map<Long, SignUpState> states = new HashMap<>();
        SignUp.<SignUp> list("activityId = ?1 and memberId = ?2", activityId, memberId)
                .forEach(each -> states.put(each.slotId, each.state));
        return states;
    }

    /** Activities the member wants to come to, or came to lately: those that end on that day or later, by their beginning. */
    @Transactional
    public List<Long> activitiesOf(long memberId, LocalDate endFrom) {
        return SignUp.<SignUp> list("memberId = ?1 and endsAt > ?2 and state in ?3 order by startsAt", memberId,
                endFrom.atStartOfDay(), SignUpState.LIVE).stream().map(each -> each.activityId).distinct().toList();
    }

    /**
     * Who wants to come, for those who run the activity.
     *
     * @throws Problem {@code attendance/not-yours}
     */
    @Transactional
    public List<Person> people(ActivityFacts activity, long actorId) {
        if (!keeping.mayRun(actorId, activity)) {
            throw new Problem(AttendanceProblem.NOT_YOURS);
        }
        List<Person> people = SignUp.live(activity.id()).stream()
                .map(each -> new Person(each.slotId, each.memberId, each.state)).toList();
        audit.done(actorId, Audited.of("sign-up-read", "activity", activity.id()).detail("rows=" + people.size()));
        return people;
    }

    /** Who has a place, for comparison with who came; no names. */
    @Transactional
    public List<Long> expected(long activityId) {
        return SignUp.live(activityId).stream().filter(each -> each.state == SignUpState.TAKEN).map(each -> each.memberId)
                .distinct().toList();
    }
}
