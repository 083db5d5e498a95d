package org.shuangbaodao.checkin;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.checkin.CheckInPolicy.Relation;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.organization.Organization;

/** What waits for one person's decision, the oldest first, and what his communities have taken in. */
@ApplicationScoped
class ReviewQueue {

    /** Beyond this many nobody decides in one sitting; the rest comes up as these are done. */
    static final int SHOWN = 100;
    private static final int LOOKED_AT = 1_000;

    private final Sight sight;
    private final AuditTrail audit;
    private final BusinessTime time;

    ReviewQueue(Sight sight, AuditTrail audit, BusinessTime time) {
        this.sight = sight;
        this.audit = audit;
        this.time = time;
    }

    List<CheckIn> waiting(long actorId) {
        List<CheckIn> mine = mine(actorId).limit(SHOWN).toList();
        noteReading(actorId, mine);
        return mine;
    }

    int count(long actorId) {
        return (int) mine(actorId).count();
    }

    /** Accepted in the present period by the communities the actor decides for, the newest first. */
    PageOf<CheckIn> accepted(long actorId, int page) {
        Collection<Long> communities = communities(sight.of(actorId));
        if (communities.isEmpty()) {
            return new PageOf<>(List.of(), 1, PageOf.DEFAULT_SIZE, 0);
        }
        var found = CheckIn.<CheckIn> find("communityId in ?1 and state = ?2 and period >= ?3 order by decidedAt desc, id desc",
                communities, CheckInState.ACCEPTED, thisYear());
        List<CheckIn> shown = found.page(page - 1, PageOf.DEFAULT_SIZE).list();
        noteReading(actorId, shown);
        return new PageOf<>(shown, page, PageOf.DEFAULT_SIZE, found.count());
    }

    private Stream<CheckIn> mine(long actorId) {
        Sight.View view = sight.of(actorId);
        Collection<Long> communities = communities(view);
        if (communities.isEmpty()) {
            return Stream.empty();
        }
        return CheckIn
                .<CheckIn> find("communityId in ?1 and state = ?2 and period >= ?3 order by waitingSince, id", communities,
                        CheckInState.REQUESTED, thisYear())
                .range(0, LOOKED_AT - 1).list().stream()
                .filter(checkIn -> view.relations(checkIn).contains(Relation.TURN));
    }

    private void noteReading(long actorId, List<CheckIn> shown) {
        if (!shown.isEmpty()) {
            audit.done(actorId, Audited.of("check-in-list", "member", actorId).detail("rows=" + shown.size()));
        }
    }

    private String thisYear() {
        LocalDate today = time.today();
        return Period.quarterOf(today).year().key();
    }

    private static Collection<Long> communities(Sight.View view) {
        return view.communities().stream().map((Organization community) -> community.id).toList();
    }
}
