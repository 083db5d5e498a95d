package org.shuangbaodao.appraisal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.kernel.PublicFigures;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.member.Offices;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;

/**
 * Records commendations and says which of them everybody may see: those of collectives, and of persons who agreed to be named.
 */
@ApplicationScoped
public class Commendations {

    private static final String SHOWN = " from Commendation c where c.withdrawnAt is null and (c.organizationId is not null"
            + " or exists (select 1 from Consent k where k.memberId = c.memberId and k.purpose = PUBLIC_NAME and k.given = true))";

    private final EntityManager database;
    private final Members members;
    private final Organizations organizations;
    private final Offices offices;
    private final PublicFigures figures;
    private final AuditTrail audit;
    private final BusinessTime time;

    Commendations(EntityManager database, Members members, Organizations organizations, Offices offices, PublicFigures figures,
            AuditTrail audit, BusinessTime time) {
        this.database = database;
        this.members = members;
        this.organizations = organizations;
        this.offices = offices;
        this.figures = figures;
        this.audit = audit;
        this.time = time;
    }

    /**
     * What its document says (民政部令67号 art. 9).
     *
     * @param content what it was for; may be empty
     * @param level null where nobody said
     */
    public record Facts(String title, String content, CommendationLevel level, String grantedBy, String documentNumber,
            LocalDate grantedOn) {
    }

    /** @param name of the person or collective */
    record Shown(Commendation commendation, String name) {
    }

    /** What the public sees: names join at display, so that a consent withdrawn acts at once. */
    @Transactional
    PageOf<Shown> shown(int page) {
        long total = database.createQuery("select count(c)" + SHOWN, Long.class).getSingleResult();
        TypedQuery<Commendation> query = database.createQuery("select c" + SHOWN + " order by c.grantedOn desc, c.id desc",
                Commendation.class);
        return named(query.setFirstResult((page - 1) * PageOf.DEFAULT_SIZE).setMaxResults(PageOf.DEFAULT_SIZE)
                .getResultList(), page, total);
    }

    /** Those a person recorded, whether shown or not. */
    @Transactional
    PageOf<Shown> recordedBy(long actorId, int page) {
        var found = Commendation.<Commendation> find("recordedBy = ?1 and withdrawnAt is null order by grantedOn desc, id desc",
                actorId);
        return named(found.page(page - 1, PageOf.DEFAULT_SIZE).list(), page, found.count());
    }

    /** One's own, whether shown or not. */
    @Transactional
    List<Commendation> of(long memberId) {
        return Commendation.list("memberId = ?1 and withdrawnAt is null order by grantedOn desc", memberId);
    }

    /** The same without who recorded it: for a member's file. */
    @Transactional
    public List<Facts> factsOf(long memberId) {
        return of(memberId).stream().map(each -> new Facts(each.title, each.content, each.level, each.grantedBy,
                each.documentNumber, each.grantedOn)).toList();
    }

    private PageOf<Shown> named(List<Commendation> found, int page, long total) {
        Map<Long, Member> people = members
                .byIds(found.stream().map(each -> each.memberId).filter(Objects::nonNull).toList());
        Map<Long, Organization> places = organizations
                .byIds(found.stream().map(each -> each.organizationId).filter(Objects::nonNull).toList());
        return new PageOf<>(found.stream().map(each -> new Shown(each, each.memberId == null
                ? places.get(each.organizationId).name
                : people.get(each.memberId).name)).toList(), page, PageOf.DEFAULT_SIZE, total);
    }

    /** @param subject a member's number, or an organization's code */
    @Transactional
    @Retried
    long record(Facts facts, String subject, long actorId) {
        List<FieldProblem> problems = new ArrayList<>();
        if (facts.grantedOn().isAfter(time.today())) {
            problems.add(new FieldProblem("grantedOn", "future-date"));
        }
        Commendation commendation = new Commendation(facts, actorId, time.now());
        Organization reached = subject(commendation, subject, problems);
        if (!problems.isEmpty()) {
            throw new Problem(CommonProblem.INVALID).with("errors", problems);
        }
        offices.require(actorId, reached, Office.BRANCH_SECRETARY, Office.COMMUNITY_SECRETARY, Office.COMMITTEE_OFFICER);
        if (commendation.memberId != null && commendation.memberId == actorId) {
            throw new Problem(AppraisalProblem.OWN_CASE);
        }
        commendation.persist();
        figures.changed();
        audit.done(actorId,
                new Audited("commendation-record", "commendation", org.shuangbaodao.kernel.Ids.text(commendation.id),
                        commendation.memberId, ""));
        return commendation.id;
    }

    // Where a member stands is where the office of who records it must reach.
    private Organization subject(Commendation commendation, String subject, List<FieldProblem> problems) {
        Member member = Member.byNumber(subject).orElse(null);
        if (member != null) {
            commendation.memberId = member.id;
            Organization branch = members.branchOn(member.id, time.today()).map(each -> organizations.byId(each.branchId))
                    .orElse(null);
            if (branch == null) {
                problems.add(new FieldProblem("subject", "unknown"));
            }
            return branch;
        }
        Organization organization = organizations.find(subject).orElse(null);
        if (organization == null) {
            problems.add(new FieldProblem("subject", "unknown"));
        } else {
            commendation.organizationId = organization.id;
        }
        return organization;
    }

    /** Takes an entry made by mistake off the list; it stays in the books. */
    @Transactional
    @Retried
    void withdraw(long id, long actorId) {
        Commendation commendation = database.find(Commendation.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (commendation == null || commendation.recordedBy != actorId) {
            throw new Problem(AppraisalProblem.UNKNOWN);
        }
        if (commendation.withdrawnAt == null) {
            commendation.withdrawnAt = time.now();
            commendation.withdrawnBy = actorId;
            figures.changed();
            audit.done(actorId, Audited.of("commendation-withdraw", "commendation", id));
        }
    }
}
