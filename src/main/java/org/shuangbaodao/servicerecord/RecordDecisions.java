package org.shuangbaodao.servicerecord;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.member.Offices;
import org.shuangbaodao.servicerecord.Capacity.Step;
import org.shuangbaodao.servicerecord.RecordsDecided.Effect;

/** Takes decisions on records: one or two hundred at a time, each row judged for itself, all of them stored together. */
@ApplicationScoped
public class RecordDecisions {

    private final EntityManager database;
    private final Standpoints standpoints;
    private final Overlaps overlaps;
    private final DayLimits dayLimits;
    private final Offices offices;
    private final ReversalLimit limit;
    private final Members members;
    private final AuditTrail audit;
    private final RecordTidings tidings;
    private final BusinessTime time;
    private final Event<RecordsDecided> decided;

    RecordDecisions(EntityManager database, Standpoints standpoints, Overlaps overlaps, DayLimits dayLimits,
            Offices offices, ReversalLimit limit, Members members, AuditTrail audit, RecordTidings tidings,
            BusinessTime time, Event<RecordsDecided> decided) {
        this.database = database;
        this.standpoints = standpoints;
        this.overlaps = overlaps;
        this.dayLimits = dayLimits;
        this.offices = offices;
        this.limit = limit;
        this.members = members;
        this.audit = audit;
        this.tidings = tidings;
        this.time = time;
        this.decided = decided;
    }

    /**
     * A record to decide on.
     *
     * @param version as the decider saw it, or null to take it as it is
     */
    public record Item(long recordId, Integer version) {
    }

    /** What became of one row: decided, or the problem that stood against it. */
    public record Outcome(long recordId, ServiceRecord record, Problem problem) {

        public boolean isDone() {
            return problem == null;
        }
    }

    /** @throws Problem why it may not be done; nothing was changed */
    @Transactional
    @Retried
    public ServiceRecord decide(Verb verb, Item item, String reason, long actorId) {
        return decide(verb, item, reason, actorId, Function.identity());
    }

    /** The same, with what {@code answer} makes of the record before the transaction ends. */
    @Transactional
    @Retried
    public <T> T decide(Verb verb, Item item, String reason, long actorId, Function<ServiceRecord, T> answer) {
        Outcome outcome = decideAll(verb, List.of(item), reason, actorId).get(0);
        if (!outcome.isDone()) {
            throw outcome.problem();
        }
        return answer.apply(outcome.record());
    }

    /** Answers row by row, in the order asked; a row that is refused does not hold up the others. */
    @Transactional
    @Retried
    public List<Outcome> decideAll(Verb verb, List<Item> items, String reason, long actorId) {
        if (needsReason(verb) && (reason == null || reason.isBlank())) {
            throw new Problem(RecordProblem.REASON_NEEDED);
        }
        Map<Long, ServiceRecord> records = lock(items.stream().map(Item::recordId).toList());
        Standpoints.View view = standpoints.of(actorId).lookingAt(records.values());
        Map<Effect, List<ServiceRecord>> effects = new EnumMap<>(Effect.class);
        List<RecordStep> steps = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        DayLimits.Tally days = verb == Verb.CONFIRM ? dayLimits.counted(records.values()) : new DayLimits.Tally();
        Map<Long, RecordStep> last = verb == Verb.UNDO ? RecordStep.lastOf(records.keySet()) : Map.of();
        boolean takesTwo = verb == Verb.REVERSE && limit.takesTwo(reversible(records.values(), view));
        for (Item item : items) {
            ServiceRecord record = records.get(item.recordId());
            Problem problem = record == null ? new Problem(RecordProblem.UNKNOWN)
                    : against(verb, record, item.version(), view.to(record, last.get(record.id)), actorId, takesTwo)
                            .or(() -> verb == Verb.CONFIRM ? againstCounting(record, days) : Optional.empty()).orElse(null);
            if (problem == null) {
                Standpoint who = view.to(record, last.get(record.id));
                Verdict.Allowed allowed = (Verdict.Allowed) DecisionPolicy.judge(verb, record.situation(), who);
                // A slip is taken back in the office it was made in.
                Capacity as = verb == Verb.UNDO ? last.get(record.id).capacity : allowed.capacity();
                take(verb, record, new Verdict.Allowed(as, allowed.next()), reason, actorId,
                        view.onBehalfOf(record, as), effects, steps);
                if (verb == Verb.CONFIRM && record.state == RecordState.CONFIRMED) {
                    days.add(record);
                }
            }
            outcomes.add(new Outcome(item.recordId(), record, problem));
        }
        store(verb, records, effects, steps, actorId);
        return outcomes;
    }

    private static List<ServiceRecord> reversible(Collection<ServiceRecord> records, Standpoints.View view) {
        return records.stream().filter(record -> DecisionPolicy.judge(Verb.REVERSE, record.situation(),
                view.to(record)) instanceof Verdict.Allowed).toList();
    }

    /**
     * Asks whether somebody could take these back, were they fewer or less.
     *
     * @return the step that would be taken back, the same for all
     * @throws Problem why not
     */
    @Transactional
    public Step checkReversal(List<Item> items, long actorId) {
        Map<Long, ServiceRecord> records = lock(items.stream().map(Item::recordId).toList());
        Standpoints.View view = standpoints.of(actorId).lookingAt(records.values());
        Set<Step> found = EnumSet.noneOf(Step.class);
        for (Item item : items) {
            ServiceRecord record = known(records, item);
            Verdict verdict = DecisionPolicy.judge(Verb.REVERSE, record.situation(), view.to(record));
            if (verdict instanceof Verdict.Refused refused) {
                throw refuse(Verb.REVERSE, record, refused.reason(), actorId);
            }
            found.add(((Verdict.Allowed) verdict).capacity().step());
        }
        if (found.size() != 1) {
            throw new Problem(RecordProblem.WRONG_STATE);
        }
        return found.iterator().next();
    }

    /**
     * Takes records back as the second person, all of them or none.
     *
     * @param step that is taken back
     * @param proposerId who proposed it
     * @throws Problem why it may not be done; nothing was changed
     */
    @Transactional
    @Retried
    public void reverseAsSecond(List<Item> items, Step step, String reason, long proposerId, long actorId) {
        Map<Long, ServiceRecord> records = lock(items.stream().map(Item::recordId).toList());
        Standpoints.View view = standpoints.of(actorId).lookingAt(records.values());
        boolean isProposer = offices.countAsOne(proposerId, actorId);
        Map<Effect, List<ServiceRecord>> effects = new EnumMap<>(Effect.class);
        List<RecordStep> steps = new ArrayList<>();
        for (Item item : items) {
            ServiceRecord record = known(records, item);
            Verdict verdict = DecisionPolicy.second(step, record.state, view.to(record), isProposer);
            if (verdict instanceof Verdict.Refused refused) {
                throw refuse(Verb.REVERSE, record, refused.reason(), actorId);
            }
            Verdict.Allowed allowed = (Verdict.Allowed) verdict;
            take(Verb.REVERSE, record, allowed, reason, actorId, view.onBehalfOf(record, allowed.capacity()), effects, steps);
        }
        store(Verb.REVERSE, records, effects, steps, actorId);
    }

    private static ServiceRecord known(Map<Long, ServiceRecord> records, Item item) {
        ServiceRecord record = records.get(item.recordId());
        if (record == null) {
            throw new Problem(RecordProblem.UNKNOWN);
        }
        if (item.version() != null && item.version() != record.version) {
            throw withCurrent(new Problem(RecordProblem.CHANGED_MEANWHILE, record.version), record);
        }
        return record;
    }

    private void store(Verb verb, Map<Long, ServiceRecord> records, Map<Effect, List<ServiceRecord>> effects,
            List<RecordStep> steps, long actorId) {
        // Kind by kind and flushed once: two hundred updates travel together, and every answer carries its new version.
        steps.forEach(step -> step.persist());
        steps.forEach(step -> audit.done(actorId, audited(verb, records.get(step.recordId))
                .detail("from=%s to=%s".formatted(step.fromState, step.toState)
                        + (step.onBehalfOf == null ? "" : " for=" + Ids.text(step.onBehalfOf)))));
        database.flush();
        tidings.decided(verb, steps.stream().map(step -> records.get(step.recordId)).toList(), actorId);
        effects.forEach((effect, decidedRecords) -> decided.fire(new RecordsDecided(effect, decidedRecords, actorId)));
    }

    private static boolean needsReason(Verb verb) {
        return verb == Verb.RETURN || verb == Verb.REJECT || verb == Verb.REVERSE || verb == Verb.RELEASE;
    }

    // Records in ascending order, then their holders: every transaction takes its locks in this order.
    private Map<Long, ServiceRecord> lock(Collection<Long> ids) {
        Map<Long, ServiceRecord> records = new LinkedHashMap<>();
        ServiceRecord.<ServiceRecord> find("id in ?1 order by id", new TreeSet<>(ids))
                .withLock(LockModeType.PESSIMISTIC_WRITE).list()
                .forEach(record -> records.put(record.id, record));
        members.lockAll(new TreeSet<>(records.values().stream().map(record -> record.memberId).toList()));
        return records;
    }

    private Optional<Problem> against(Verb verb, ServiceRecord record, Integer version, Standpoint who, long actorId,
            boolean takesTwo) {
        if (DecisionPolicy.judge(verb, record.situation(), who) instanceof Verdict.Refused refused) {
            return Optional.of(refuse(verb, record, refused.reason(), actorId));
        }
        if (version != null && version != record.version) {
            return Optional.of(withCurrent(new Problem(RecordProblem.CHANGED_MEANWHILE, record.version), record));
        }
        return takesTwo ? Optional.of(withCurrent(new Problem(RecordProblem.SECOND_NEEDED), record)) : Optional.empty();
    }

    // What was confirmed since the report may have made the day long.
    private Optional<Problem> againstCounting(ServiceRecord record, DayLimits.Tally days) {
        if (record.state != RecordState.SUBMITTED) {
            return Optional.empty();
        }
        Optional<Problem> problem = overlaps.withCounted(record).or(() -> days.against(record));
        if (problem.isEmpty()) {
            record.longDay = record.longDay || days.isLong(record);
        }
        return problem;
    }

    private void take(Verb verb, ServiceRecord record, Verdict.Allowed allowed, String reason, long actorId, Long onBehalfOf,
            Map<Effect, List<ServiceRecord>> effects, List<RecordStep> steps) {
        RecordState from = record.state;
        apply(verb, record, allowed, reason, actorId);
        Effect effect = Effect.of(verb, from, record.state);
        RecordStep step = new RecordStep(record, verb, from, actorId, allowed.capacity(), time.now());
        step.onBehalfOf = onBehalfOf;
        steps.add(step);
        effects.computeIfAbsent(effect, key -> new ArrayList<>()).add(record);
    }

    private void apply(Verb verb, ServiceRecord record, Verdict.Allowed allowed, String reason, long actorId) {
        Instant now = time.now();
        record.reason = reason == null || reason.isBlank() ? null : reason.strip();
        if (verb == Verb.REPUDIATE && record.state == allowed.next()) {
            record.heldAt = now;
        }
        if (verb == Verb.UNDO) {
            undo(record, allowed.next());
            return;
        }
        if (verb == Verb.RELEASE) {
            record.heldAt = null;
            return;
        }
        if (verb == Verb.CONFIRM && allowed.next() == RecordState.SUBMITTED) {
            record.signedBy = actorId;
            record.signedAs = allowed.capacity();
            record.signedAt = now;
        } else if (verb == Verb.CONFIRM) {
            record.confirmedBy = actorId;
            record.confirmedAs = allowed.capacity();
            record.confirmedAt = now;
        }
        if (verb == Verb.AWARD) {
            record.awardedBy = actorId;
            record.awardedAs = allowed.capacity();
            record.awardedAt = now;
        }
        if (verb == Verb.REVERSE && allowed.next() == RecordState.CONFIRMED) {
            // A new award is a new posting; the old one and its opposite stay under the old revision.
            record.revision++;
        }
        record.state = allowed.next();
        record.waitingSince = now;
    }

    // As it was: what was posted is taken back under the old revision, and it waits as long as it has waited.
    private static void undo(ServiceRecord record, RecordState before) {
        switch (record.state) {
            case SUBMITTED -> record.unsign();
            case CONFIRMED -> {
                record.revision++;
                record.confirmedBy = null;
                record.confirmedAs = null;
                record.confirmedAt = null;
            }
            case AWARDED -> {
                record.revision++;
                record.awardedBy = null;
                record.awardedAs = null;
                record.awardedAt = null;
            }
            default -> {
                // Nothing was posted.
            }
        }
        record.state = before;
        record.waitingSince = before == RecordState.CONFIRMED ? record.confirmedAt : record.submittedAt;
    }

    private Problem refuse(Verb verb, ServiceRecord record, Verdict.Reason reason, long actorId) {
        if (reason == Verdict.Reason.WRONG_STATE || reason == Verdict.Reason.HELD) {
            return withCurrent(new Problem(RecordProblem.valueOf(reason.name())), record);
        }
        audit.refused(actorId, audited(verb, record).detail("reason=" + reason));
        return new Problem(RecordProblem.valueOf(reason.name()));
    }

    private static Problem withCurrent(Problem problem, ServiceRecord record) {
        return problem.with("state", record.state).with("version", record.version);
    }

    private static Audited audited(Verb verb, ServiceRecord record) {
        return new Audited("record-" + verb.name().toLowerCase(java.util.Locale.ROOT), "service_record",
                Ids.text(record.id), record.memberId, "");
    }
}
