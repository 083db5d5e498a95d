package org.shuangbaodao.servicerecord;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.database.PersonalRows;
import org.shuangbaodao.kernel.PersonalData;

/** What he did, and every step his records took. */
@ApplicationScoped
class RecordData implements PersonalData {

    private final PersonalRows rows;

    RecordData(PersonalRows rows) {
        this.rows = rows;
    }

    @Override
    public String section() {
        return "service";
    }

    @Override
    public Map<String, List<Map<String, Object>>> of(long memberId) {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        all.put("records", rows.of("select r.id as id, r.state as state, r.revision as revision, r.eligibility as"
                + " eligibility, r.workingTime as workingTime, r.startedAt as startedAt, r.endedAt as"
                + " endedAt, r.minutes as minutes, r.activityId as activityId, r.activityName as"
                + " activityName, r.organizerName as organizerName, r.summary as summary, r.place as place,"
                + " r.issuer as issuer, r.proofNumber as proofNumber, r.consentNote as consentNote,"
                + " r.submittedAt as submittedAt, r.confirmedAt as confirmedAt, r.awardedAt as awardedAt,"
                + " r.heldAt as heldAt, r.lateness as lateness, r.lateReason as lateReason, r.reason as"
                + " reason from ServiceRecord r where r.memberId = :member order by r.id", memberId));
        all.put("steps", rows.of("select s.recordId as recordId, s.revision as revision, s.verb as verb, s.fromState as"
                + " fromState, s.toState as toState, s.capacity as capacity, s.minutes as minutes, s.reason"
                + " as reason, s.at as at from RecordStep s join ServiceRecord r on r.id = s.recordId where"
                + " r.memberId = :member order by s.id", memberId));
        return all;
    }

    @Override
    public void forget(long memberId) {
        rows.forget("update ServiceRecord set summary = '***', place = '', consentNote = null, lateReason ="
                + " null, reason = null where memberId = :member", memberId);
    }
}
