package org.shuangbaodao.member;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.organization.OrganizationDissolving;
import org.shuangbaodao.organization.OrganizationMerged;

/**
 * Whoever belonged to a merged branch belongs to its successor from the next day on, as approved as he was; offices end with
 * the organization they were held in. An organization people belong to cannot be dissolved.
 */
@ApplicationScoped
class AffiliationsFollowMergers {

    private final EntityManager database;
    private final BusinessTime time;

    AffiliationsFollowMergers(EntityManager database, BusinessTime time) {
        this.database = database;
        this.time = time;
    }

    void follow(@Observes OrganizationMerged merger) {
        List<Affiliation> open = Affiliation.list("branchId = ?1 and validTo is null order by memberId", merger.fromId());
        open.stream().filter(each -> !each.validFrom.isAfter(merger.lastDay()))
                .forEach(each -> each.validTo = merger.lastDay());
        database.flush();
        for (Affiliation each : open) {
            if (each.validTo == null) {
                each.branchId = merger.intoId();
            } else {
                successor(each, merger).persist();
            }
        }
        Affiliation.update("cellId = ?1, version = version + 1 where cellId = ?2 and validTo is null", merger.intoId(),
                merger.fromId());
        Member.update("residenceId = ?1, version = version + 1 where residenceId = ?2", merger.intoId(), merger.fromId());
        endOffices(merger.fromId(), merger.lastDay());
    }

    void object(@Observes OrganizationDissolving dissolution) {
        long members = Affiliation.count("(branchId = ?1 or cellId = ?1) and validTo is null", dissolution.organizationId());
        if (members > 0) {
            throw new Problem(MemberProblem.STILL_HAS_MEMBERS, members);
        }
        endOffices(dissolution.organizationId(), dissolution.lastDay());
    }

    private void endOffices(long organizationId, LocalDate lastDay) {
        Appointment.update("validTo = ?1, endedAt = ?2, version = version + 1"
                + " where organizationId = ?3 and (validTo is null or validTo > ?1) and validFrom <= ?1", lastDay, time.now(),
                organizationId);
    }

    private static Affiliation successor(Affiliation ended, OrganizationMerged merger) {
        Affiliation next = new Affiliation(ended.memberId, merger.intoId(), merger.lastDay().plusDays(1));
        next.cellId = ended.cellId;
        next.rosterState = ended.rosterState;
        next.approvedBy = ended.approvedBy;
        next.approvedAt = ended.approvedAt;
        return next;
    }
}
