package org.shuangbaodao.resolution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.member.Offices;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Organizations;

/** Writes down what branches resolved, and says which of them count by the hundred-point profile in a year. */
@ApplicationScoped
public class Resolutions {

    private final EntityManager database;
    private final Organizations organizations;
    private final Offices offices;
    private final AuditTrail audit;
    private final BusinessTime time;

    Resolutions(EntityManager database, Organizations organizations, Offices offices, AuditTrail audit, BusinessTime time) {
        this.database = database;
        this.organizations = organizations;
        this.offices = offices;
        this.audit = audit;
        this.time = time;
    }

    /**
     * What the assembly voted on.
     *
     * @param revokes whether it ends the hundred-point profile rather than begins it
     * @param eligible members with a vote, of whom {@code present} came
     * @param fromYear first year it is for
     */
    public record Vote(boolean revokes, LocalDate resolvedOn, int eligible, int present, int inFavour, String documentNumber,
            int fromYear) {
    }

    /** Whether the branch counts by the hundred-point profile in that year. */
    public boolean countsHundred(long branchId, int year) {
        return Resolution.signed(branchId, year).stream().findFirst().map(last -> last.kind == Resolution.Kind.ADOPT)
                .orElse(false);
    }

    /**
     * Written down by the secretary; in force once the superior's officer has signed.
     *
     * @throws Problem {@code common/invalid} with what is wrong field by field, {@code resolution/not-secretary},
     *         {@code resolution/waiting}, {@code resolution/no-change}
     */
    @Transactional
    @Retried
    public long propose(String branchCode, Vote vote, long actorId) {
        Organization branch = organizations.byCode(branchCode);
        if (branch.kind != OrganizationKind.BRANCH
                || !offices.reaching(actorId, branch).contains(Office.BRANCH_SECRETARY)) {
            throw new Problem(ResolutionProblem.NOT_SECRETARY);
        }
        List<FieldProblem> wrong = problems(vote, time.today());
        if (!wrong.isEmpty()) {
            throw new Problem(CommonProblem.INVALID).with("errors", wrong);
        }
        database.lock(database.find(Organization.class, branch.id), LockModeType.PESSIMISTIC_WRITE);
        if (Resolution.of(branch.id).stream().anyMatch(each -> each.state == Resolution.State.PROPOSED)) {
            throw new Problem(ResolutionProblem.WAITING);
        }
        if (countsHundred(branch.id, vote.fromYear) != vote.revokes) {
            throw new Problem(ResolutionProblem.NO_CHANGE);
        }
        Resolution resolution = new Resolution(branch.id, vote, actorId, time.now());
        resolution.persist();
        audit.done(actorId, Audited.of("resolution-propose", "branch_resolution", resolution.id));
        return resolution.id;
    }

    /**
     * 支部工作条例 art. 11: half of those with a vote must be present, and more than half of all with a vote agree. Nothing
     * that was counted in a year that has begun is taken away: who stops, stops with the next year.
     */
    static List<FieldProblem> problems(Vote vote, LocalDate today) {
        List<FieldProblem> problems = new ArrayList<>();
        if (vote.resolvedOn.isAfter(today)) {
            problems.add(new FieldProblem("resolvedOn", "future-date"));
        }
        if (vote.eligible < 1) {
            problems.add(new FieldProblem("eligible", "out-of-range"));
        }
        if (vote.present > vote.eligible || vote.present * 2 < vote.eligible) {
            problems.add(new FieldProblem("present", "resolution-quorum"));
        }
        if (vote.inFavour > vote.present || vote.inFavour * 2 <= vote.eligible) {
            problems.add(new FieldProblem("inFavour", "resolution-majority"));
        }
        if (vote.documentNumber.isBlank() || vote.documentNumber.length() > 100) {
            problems.add(new FieldProblem("documentNumber", vote.documentNumber.isBlank() ? "required" : "too-long"));
        }
        int earliest = vote.revokes ? today.getYear() + 1 : today.getYear();
        if (vote.fromYear < earliest || vote.fromYear > today.getYear() + 1) {
            problems.add(new FieldProblem("fromYear", vote.revokes ? "resolution-next-year" : "resolution-year"));
        }
        return problems;
    }

    /** @throws Problem {@code resolution/not-superior}, {@code resolution/decided} */
    @Transactional
    @Retried
    public void sign(long resolutionId, boolean agreed, long actorId) {
        Resolution resolution = database.find(Resolution.class, resolutionId, LockModeType.PESSIMISTIC_WRITE);
        if (resolution == null) {
            throw new Problem(ResolutionProblem.UNKNOWN);
        }
        if (!maySign(resolution, actorId)) {
            audit.refused(actorId, Audited.of("resolution-sign", "branch_resolution", resolutionId));
            throw new Problem(ResolutionProblem.NOT_SUPERIOR);
        }
        if (resolution.state != Resolution.State.PROPOSED) {
            throw new Problem(ResolutionProblem.DECIDED);
        }
        resolution.state = agreed ? Resolution.State.SIGNED : Resolution.State.DECLINED;
        resolution.decidedBy = actorId;
        resolution.decidedAt = time.now();
        audit.done(actorId, Audited.of(agreed ? "resolution-sign" : "resolution-decline", "branch_resolution", resolutionId));
    }

    boolean maySign(Resolution resolution, long actorId) {
        return !offices.countAsOne(Objects.requireNonNull(resolution.proposedBy), actorId)
                && offices.reaching(actorId, organizations.byId(resolution.branchId)).contains(Office.COMMITTEE_OFFICER);
    }
}
