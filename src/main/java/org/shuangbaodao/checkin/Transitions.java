package org.shuangbaodao.checkin;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.checkin.CheckInPolicy.Verb;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.kernel.PublicFigures;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Members;

import io.quarkus.panache.common.Parameters;

/** Every step of a check-in goes through here: first the policy, then one update that holds only if nobody was faster. */
@ApplicationScoped
class Transitions {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BusinessTime.ZONE);

    private final EntityManager database;
    private final Sight sight;
    private final Members members;
    private final AuditTrail audit;
    private final PublicFigures figures;

    Transitions(EntityManager database, Sight sight, Members members, AuditTrail audit, PublicFigures figures) {
        this.database = database;
        this.sight = sight;
        this.members = members;
        this.audit = audit;
        this.figures = figures;
    }

    /**
     * The check-in, once the policy has let the actor take the step.
     *
     * @param version what the actor decided on, null for what stands there now
     */
    CheckIn permitted(Verb verb, long id, Integer version, long actorId) {
        CheckIn checkIn = CheckIn.findById(id);
        if (checkIn == null) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        Problem refusal = switch (CheckInPolicy.of(verb, sight.of(actorId).relations(checkIn), checkIn.state)) {
            case ALLOWED -> version != null && version != checkIn.version ? conflict(checkIn, verb) : null;
            case WRONG_STATE -> conflict(checkIn, verb);
            case FORBIDDEN -> new Problem(CommonProblem.FORBIDDEN);
            case OWN -> new Problem(CheckInProblem.OWN);
            case HIDDEN -> new Problem(CommonProblem.NOT_FOUND);
        };
        if (refusal != null) {
            audit.refused(actorId, audited(verb, checkIn).detail("reason=" + refusal.type().code()));
            throw refusal;
        }
        return checkIn;
    }

    /**
     * Takes the step.
     *
     * @param assignments what changes beside the state, in HQL, with its {@code values}
     */
    void change(Verb verb, CheckIn seen, CheckInState to, String assignments, Parameters values) {
        int changed = CheckIn.update("state = :to, " + assignments + ", version = version + 1"
                + " where id = :id and state = :seen and version = :version",
                values.and("to", to).and("id", seen.id)
                        .and("seen", seen.state).and("version", seen.version));
        database.refresh(seen);
        if (changed == 0) {
            throw conflict(seen, verb);
        }
        figures.changed();
    }

    static Audited audited(Verb verb, CheckIn checkIn) {
        return Audited.of("check-in-" + verb.name().toLowerCase(Locale.ROOT), "check-in", checkIn.id)
                .onBehalfOf(checkIn.memberId);
    }

    /** Shows both: what the actor wanted, and what stands there now, by whom and since when. */
    private Problem conflict(CheckIn current, Verb attempted) {
        boolean ended = current.endedAt != null;
        Long by = ended ? current.endedBy : current.decidedBy;
        Instant at = ended ? current.endedAt : current.decidedAt;
        Map<String, Object> now = new LinkedHashMap<>();
        now.put("id", Ids.text(current.id));
        now.put("state", current.state);
        now.put("version", current.version);
        if (by == null) {
            return new Problem(CheckInProblem.WRONG_STATE).with("current", now).with("attempted", attempted);
        }
        Member decider = members.byId(by);
        now.put("by", decider.name);
        now.put("at", MINUTE.format(at));
        return new Problem(CheckInProblem.DECIDED, decider.name, MINUTE.format(at)).with("current", now)
                .with("attempted", attempted);
    }
}
