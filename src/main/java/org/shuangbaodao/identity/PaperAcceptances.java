package org.shuangbaodao.identity;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
import org.shuangbaodao.member.Affiliation;
import org.shuangbaodao.member.Appointment;
import org.shuangbaodao.member.ConsentEvent;
import org.shuangbaodao.member.Consents;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.MemberProblem;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.member.Offices;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;

/** Acceptance on signed paper: one who knows the person enters it, somebody who decides for his branch checks it. */
@ApplicationScoped
public class PaperAcceptances {

    private static final Set<Office> MAY_ENTER = Set.of(Office.BRANCH_SECRETARY, Office.BRANCH_DEPUTY,
            Office.COMMUNITY_SECRETARY, Office.GRID_LEAD, Office.GRID_WORKER, Office.LIAISON, Office.COMMITTEE_OFFICER);
    private static final Set<Office> MAY_CHECK = Set.of(Office.BRANCH_SECRETARY, Office.BRANCH_DEPUTY,
            Office.COMMITTEE_OFFICER);
    /** No list of people waiting is longer than somebody works off. */
    private static final int LISTED = 200;

    private final EntityManager database;
    private final Members members;
    private final Organizations organizations;
    private final Offices offices;
    private final Consents consents;
    private final Invitations invitations;
    private final AuditTrail audit;
    private final BusinessTime time;

    PaperAcceptances(EntityManager database, Members members, Organizations organizations, Offices offices, Consents consents,
            Invitations invitations, AuditTrail audit, BusinessTime time) {
        this.database = database;
        this.members = members;
        this.organizations = organizations;
        this.offices = offices;
        this.consents = consents;
        this.invitations = invitations;
        this.audit = audit;
        this.time = time;
    }

    /** What stands on the paper. */
    public record Paper(String memberNumber, LocalDate signedOn, boolean exchange, boolean publicName) {
    }

    /**
     * Enters a paper; nothing follows from it until it is checked.
     *
     * @throws Problem {@code member/unknown} also for people the actor has nothing to do with: numbers cannot be tried out
     */
    @Transactional
    @Retried
    public PaperAcceptance enter(Paper paper, long actorId) {
        Member member = members.lock(members.byNumber(paper.memberNumber()).id);
        if (member.id == actorId) {
            throw new Problem(IdentityProblem.SAME_PERSON);
        }
        if (!mayEnter(actorId, member)) {
            throw new Problem(MemberProblem.UNKNOWN);
        }
        if (paper.signedOn().isAfter(time.today())) {
            throw new Problem(CommonProblem.INVALID).with("errors", List.of(new FieldProblem("signedOn", "future-date")));
        }
        invitations.requireAdult(member);
        if (PaperAcceptance.count("memberId = ?1 and state = ?2", member.id, PaperAcceptance.State.WAITING) > 0) {
            throw new Problem(IdentityProblem.PAPER_WAITING);
        }
        PaperAcceptance entered = new PaperAcceptance(member.id, paper.signedOn(), Consents.TEXT_VERSION, actorId, time.now());
        entered.exchange = paper.exchange();
        entered.publicName = paper.publicName();
        entered.persist();
        audit.done(actorId, Audited.of("paper-enter", "member", member.id).onBehalfOf(member.id));
        return entered;
    }

    /** It is as the paper says: from now on the consents count, and records may be entered for this person. */
    @Transactional
    @Retried
    public void check(long id, long actorId) {
        PaperAcceptance paper = decide(id, PaperAcceptance.State.CHECKED, actorId);
        consents.decide(paper.memberId, paper.words(), paper.enteredBy, ConsentEvent.Channel.PAPER);
        audit.done(actorId, Audited.of("paper-check", "member", paper.memberId).onBehalfOf(paper.memberId));
    }

    /** It is not as the paper says, or there is none. */
    @Transactional
    @Retried
    public void refuse(long id, long actorId) {
        PaperAcceptance paper = decide(id, PaperAcceptance.State.REFUSED, actorId);
        audit.done(actorId, Audited.of("paper-refuse", "member", paper.memberId).onBehalfOf(paper.memberId));
    }

    private PaperAcceptance decide(long id, PaperAcceptance.State state, long actorId) {
        PaperAcceptance paper = database.find(PaperAcceptance.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (paper == null || !reachesBranch(actorId, paper.memberId)) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        if (paper.memberId == actorId || offices.countAsOne(paper.enteredBy, actorId)) {
            throw new Problem(IdentityProblem.SAME_PERSON);
        }
        if (paper.state != PaperAcceptance.State.WAITING) {
            throw new Problem(IdentityProblem.PAPER_DECIDED);
        }
        paper.state = state;
        paper.checkedBy = actorId;
        paper.checkedAt = time.now();
        return paper;
    }

    /** A paper that waits, and whether this reader may be the one who checks it. */
    public record Waiting(PaperAcceptance paper, Member member, boolean mayCheck) {
    }

    /** Papers this person may check or has entered, the oldest first. */
    public List<Waiting> waitingFor(long actorId) {
        Map<Long, PaperAcceptance> found = new LinkedHashMap<>();
        PaperAcceptance.<PaperAcceptance> find("enteredBy = ?1 and state = ?2 order by enteredAt", actorId,
                PaperAcceptance.State.WAITING).page(0, LISTED).list().forEach(each -> found.put(each.id, each));
        Appointment.heldBy(actorId, time.today()).stream().filter(held -> MAY_CHECK.contains(held.office))
                .map(held -> organizations.byId(held.organizationId)).forEach(
                        organization -> waitingBelow(organization).forEach(each -> found.putIfAbsent(each.id, each)));
        Map<Long, Member> people = members.byIds(found.values().stream().map(each -> each.memberId).toList());
        return found.values().stream().sorted((a, b) -> a.enteredAt.compareTo(b.enteredAt))
                .map(each -> new Waiting(each, people.get(each.memberId), mayCheck(actorId, each))).toList();
    }

    private List<PaperAcceptance> waitingBelow(Organization organization) {
        return database.createQuery("""
                select paper from PaperAcceptance paper
                join Affiliation home on home.memberId = paper.memberId and home.validTo is null
                join Organization branch on branch.id = home.branchId
                where paper.state = ?1 and branch.path like ?2 order by paper.enteredAt""", PaperAcceptance.class)
                .setParameter(1, PaperAcceptance.State.WAITING).setParameter(2, organization.path + "%")
                .setMaxResults(LISTED).getResultList();
    }

    private boolean mayCheck(long actorId, PaperAcceptance paper) {
        return paper.memberId != actorId && !offices.countAsOne(paper.enteredBy, actorId)
                && reachesBranch(actorId, paper.memberId);
    }

    private boolean reachesBranch(long actorId, long memberId) {
        return branchOf(memberId).map(branch -> offices.reaching(actorId, branch))
                .filter(held -> held.stream().anyMatch(MAY_CHECK::contains)).isPresent();
    }

    /** Whoever works for the member's branch, or in the community it sits in or he lives in, its grids included. */
    private boolean mayEnter(long actorId, Member member) {
        Optional<Organization> branch = branchOf(member.id);
        List<Organization> near = Stream.of(branch, branch.map(home -> home.seatId).map(organizations::byId),
                Optional.ofNullable(member.residenceId).map(organizations::byId)).flatMap(Optional::stream).toList();
        boolean reached = near.stream().flatMap(each -> offices.reaching(actorId, each).stream())
                .anyMatch(MAY_ENTER::contains);
        return reached || Appointment.heldBy(actorId, time.today()).stream()
                .filter(held -> held.office == Office.GRID_WORKER || held.office == Office.GRID_LEAD)
                .map(held -> organizations.byId(held.organizationId))
                .anyMatch(grid -> near.stream().anyMatch(each -> each.holds(grid)));
    }

    private Optional<Organization> branchOf(long memberId) {
        return Affiliation.of(memberId, time.today()).map(affiliation -> organizations.byId(affiliation.branchId));
    }
}
