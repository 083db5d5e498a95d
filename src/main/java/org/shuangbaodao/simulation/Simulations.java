package org.shuangbaodao.simulation;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Appointment;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.rulebook.RuleDrafts;
import org.shuangbaodao.rulebook.Rulebooks;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;

/** Tries a draft of the rules on the entries of a year. Books nothing; leaves a line in the trace and a mark at the draft. */
@ApplicationScoped
public class Simulations {

    private static final int EARLIEST_YEAR = 2000;

    private final EntityManager database;
    private final AwardedRows rows;
    private final RuleDrafts drafts;
    private final Rulebooks rulebooks;
    private final Organizations organizations;
    private final BusinessTime time;

    Simulations(EntityManager database, AwardedRows rows, RuleDrafts drafts, Rulebooks rulebooks, Organizations organizations,
            BusinessTime time) {
        this.database = database;
        this.rows = rows;
        this.drafts = drafts;
        this.rulebooks = rulebooks;
        this.organizations = organizations;
        this.time = time;
    }

    /**
     * A millionfold ledger takes its minute; the default limit would end it.
     *
     * @throws Problem {@code common/invalid} for a year nothing can be booked in, and what {@link RuleDrafts#read} throws
     */
    @Transactional
    @TransactionConfiguration(timeout = 600)
    public Outcome run(long draftId, int year, long actorId) {
        RuleDrafts.Draft draft = drafts.read(draftId, actorId);
        if (year < EARLIEST_YEAR || year > time.today().getYear()) {
            throw new Problem(CommonProblem.INVALID).with("errors", List.of(new FieldProblem("year", "out-of-range")));
        }
        Set<Long> reached = branchesReachedBy(actorId);
        rulebooks.all();
        DryRun dryRun = new DryRun(draft.rules(), rulebooks::on, LocalDate.of(year, 12, 31), reached::contains);
        rows.forEach(year, dryRun::take);
        Outcome outcome = dryRun.outcome();
        drafts.simulated(draftId, draft.digest(), year, outcome.affected().size(), actorId);
        return outcome;
    }

    private Set<Long> branchesReachedBy(long actorId) {
        List<Long> held = Appointment.heldBy(actorId, time.today()).stream()
                .filter(each -> each.office == Office.COMMITTEE_OFFICER).map(each -> each.organizationId).toList();
        Set<Long> branches = new HashSet<>();
        for (Organization top : organizations.byIds(held).values()) {
            List<?> ids = database.createNativeQuery("select id from organization where path like ?")
                    .setParameter(1, top.path + "%").getResultList();
            ids.forEach(id -> branches.add(((Number) id).longValue()));
        }
        return branches;
    }
}
