package org.shuangbaodao.pointsitem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.checkin.CheckInAccepted;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.rulebook.Rulebook;
import org.shuangbaodao.rulebook.Rulebooks;

/**
 * Proposes the points for the first registration that a community accepted in a cycle. The branch approves them as any other:
 * nothing is given by itself.
 */
@ApplicationScoped
class RegistrationItems {

    static final String REGISTRATION = "SV-02";

    private final Members members;
    private final Rulebooks rulebooks;
    private final AuditTrail audit;
    private final BusinessTime time;

    RegistrationItems(Members members, Rulebooks rulebooks, AuditTrail audit, BusinessTime time) {
        this.members = members;
        this.rulebooks = rulebooks;
        this.audit = audit;
        this.time = time;
    }

    void propose(@Observes CheckInAccepted accepted) {
        Rulebook rules = rulebooks.on(accepted.validFrom());
        if (accepted.memberId() == null || rules.item(REGISTRATION).isEmpty()) {
            return;
        }
        members.lock(accepted.memberId());
        String once = "%s/%s/%s".formatted(REGISTRATION, Ids.text(accepted.memberId()),
                rules.cycle().firstDay(accepted.validFrom()));
        if (PointsItem.count("onceKey", once) > 0) {
            return;
        }
        members.branchOn(accepted.memberId(), accepted.validFrom()).ifPresent(place -> {
            PointsItem item = new PointsItem(accepted.memberId(), place.branchId, REGISTRATION, accepted.validFrom(), null,
                    time.now());
            item.documentNumber = accepted.receiptNumber();
            item.onceKey = once;
            item.persist();
            audit.done(null, Audited.of("item-propose", "points_item", item.id).onBehalfOf(item.memberId)
                    .detail("item=" + REGISTRATION));
        });
    }
}
