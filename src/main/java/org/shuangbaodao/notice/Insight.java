package org.shuangbaodao.notice;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.member.Affiliation;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.member.Offices;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;

/** Who reads the full list of a notice: the branch's members, those who have figures in it, its deciders and superiors. */
@ApplicationScoped
class Insight {

    private static final Set<Office> READERS = EnumSet.of(Office.BRANCH_SECRETARY, Office.BRANCH_DEPUTY,
            Office.COMMITTEE_OFFICER,
            Office.AUDITOR);

    private final EntityManager database;
    private final Members members;
    private final Offices offices;
    private final Organizations organizations;
    private final BusinessTime time;

    Insight(EntityManager database, Members members, Offices offices, Organizations organizations, BusinessTime time) {
        this.database = database;
        this.members = members;
        this.offices = offices;
        this.organizations = organizations;
        this.time = time;
    }

    boolean reaches(Notice notice, long readerId) {
        Organization branch = organizations.byId(notice.branchId);
        Organization deciding = organizations.successorOf(branch);
        List<Long> ofTheBranch = List.of(branch.id, deciding.id);
        boolean member = members.branchOn(readerId, time.today()).map(this::branch).filter(ofTheBranch::contains).isPresent()
                || members.branchOn(readerId, notice.quarter().lastDay()).map(this::branch).filter(ofTheBranch::contains)
                        .isPresent();
        return member || offices.reaching(readerId, deciding).stream().anyMatch(READERS::contains)
                || hasFigures(notice, readerId);
    }

    private long branch(Affiliation affiliation) {
        return affiliation.branchId;
    }

    private boolean hasFigures(Notice notice, long readerId) {
        return !database.createNativeQuery("select book from standing where holder_id = ? and branch_id = ? and period = ?"
                + " limit 1").setParameter(1, readerId).setParameter(2, notice.branchId).setParameter(3, notice.period)
                .getResultList().isEmpty();
    }
}
