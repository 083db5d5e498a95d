package org.shuangbaodao.servicerecord;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.servicerecord.RecordsDecided.Effect;

/**
 * What a public notice makes of records: the remedy of an upheld objection, and carrying over what is still disputed. Who may
 * answer an objection is known above; that he has no part in the record is judged here, by the same policy as everything else.
 */
@ApplicationScoped
public class ContestedRecords {

    private final EntityManager database;
    private final Standpoints standpoints;
    private final Members members;
    private final AuditTrail audit;
    private final RecordTidings tidings;
    private final BusinessTime time;
    private final Event<RecordsDecided> decided;

    ContestedRecords(EntityManager database, Standpoints standpoints, Members members, AuditTrail audit,
            RecordTidings tidings, BusinessTime time, Event<RecordsDecided> decided) {
        this.database = database;
        this.standpoints = standpoints;
        this.members = members;
        this.audit = audit;
        this.tidings = tidings;
        this.time = time;
        this.decided = decided;
    }

    /**
     * Takes points, or all, of each record back; nothing is changed when one of them may not be.
     *
     * @param remedy {@link Verb#TAKE_POINTS} or {@link Verb#ANNUL}
     * @param reason readable by the member
     * @param noticed the quarter whose notice is objected to
     */
    @Transactional
    @Retried
    public void remedy(Verb remedy, Collection<Long> recordIds, String reason, Period noticed, long actorId) {
        change(remedy, Capacity.OBJECTION, recordIds, reason, noticed, actorId);
    }

    /** Books disputed records of the closing quarter in the next one, as they are. */
    @Transactional
    @Retried
    public void carryOver(Collection<Long> recordIds, Period closing) {
        change(Verb.CARRY_OVER, Capacity.CLOSING, recordIds, null, closing, Actor.BY_ITSELF);
    }

    private void change(Verb verb, Capacity capacity, Collection<Long> recordIds, String reason, Period quarter, long actorId) {
        if (recordIds.isEmpty()) {
            return;
        }
        List<ServiceRecord> records = lock(recordIds);
        Standpoints.View view = standpoints.of(actorId).lookingAt(records);
        List<RecordStep> steps = new ArrayList<>();
        Effect effect = Effect.NOTHING;
        for (ServiceRecord record : records) {
            Standpoint who = new Standpoint(view.to(record).ties(), Set.of(capacity), Set.of());
            Verdict verdict = DecisionPolicy.judge(verb, record.situation(), who);
            if (verdict instanceof Verdict.Refused refused) {
                throw refuse(verb, record, refused.reason(), actorId);
            }
            RecordState from = record.state;
            RecordState next = ((Verdict.Allowed) verdict).next();
            record.reason = reason == null ? record.reason : reason;
            if (next != RecordState.REVERSED) {
                // What is entered again is a new posting; the old one and its opposite stay under the old revision.
                record.revision++;
            }
            if (from != next) {
                record.waitingSince = time.now();
            }
            record.state = next;
            effect = Effect.of(verb, from, next);
            steps.add(new RecordStep(record, verb, from, actorId, capacity, time.now()));
        }
        steps.forEach(step -> step.persist());
        Long by = actorId == Actor.BY_ITSELF ? null : actorId;
        steps.forEach(step -> audit.done(by, audited(verb, step.recordId)
                .detail("from=%s to=%s period=%s".formatted(step.fromState, step.toState, quarter))));
        database.flush();
        tidings.decided(verb, records, actorId);
        decided.fire(new RecordsDecided(effect, records, quarter, actorId));
    }

    // Records in ascending order, then their holders: every transaction takes its locks in this order.
    private List<ServiceRecord> lock(Collection<Long> ids) {
        List<ServiceRecord> records = ServiceRecord.<ServiceRecord> find("id in ?1 order by id", new TreeSet<>(ids))
                .withLock(LockModeType.PESSIMISTIC_WRITE).list();
        records.forEach(database::refresh);
        members.lockAll(new TreeSet<>(records.stream().map(record -> record.memberId).toList()));
        return records;
    }

    private Problem refuse(Verb verb, ServiceRecord record, Verdict.Reason reason, long actorId) {
        Problem problem = new Problem(RecordProblem.valueOf(reason.name())).with("state", record.state)
                .with("version", record.version);
        if (reason != Verdict.Reason.WRONG_STATE) {
            audit.refused(actorId, audited(verb, record.id).detail("reason=" + reason));
        }
        return problem;
    }

    private static Audited audited(Verb verb, long recordId) {
        return Audited.of("record-" + verb.name().toLowerCase(Locale.ROOT).replace('_', '-'), "service_record",
                Ids.text(recordId));
    }
}
