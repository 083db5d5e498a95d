package org.shuangbaodao.organization;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.kernel.PublicFigures;

/**
 * Renames, merges and dissolves organizations (支部撤并), always by a decision that has a number, never in the future and never
 * before the organization began. Officers of the superior organization do it; for a root it is the administrator.
 */
@ApplicationScoped
public class Reorganization {

    private final EntityManager database;
    private final OrganizationAuthority authority;
    private final AuditTrail audit;
    private final PublicFigures figures;
    private final BusinessTime time;
    private final Event<OrganizationMerged> merged;
    private final Event<OrganizationDissolving> dissolving;

    Reorganization(EntityManager database, OrganizationAuthority authority, AuditTrail audit,
            PublicFigures figures, BusinessTime time, Event<OrganizationMerged> merged,
            Event<OrganizationDissolving> dissolving) {
        this.database = database;
        this.authority = authority;
        this.audit = audit;
        this.figures = figures;
        this.time = time;
        this.merged = merged;
        this.dissolving = dissolving;
    }

    /** @param decision its day is the first one with the new name */
    @Transactional
    @Retried
    public void rename(String code, String newName, Decision decision) {
        String name = Names.tidy(newName);
        if (name.isEmpty() || name.length() > 120) {
            throw invalid("name", name.isEmpty() ? "required" : "too-long");
        }
        Organization organization = lock(idOf(code));
        require(organization, decision);
        if (name.equals(organization.name)) {
            return;
        }
        String before = organization.name;
        organization.rename(name);
        record(organization, OrganizationChange.Kind.RENAMED, before, name, decision);
        audit.done(decision.actorId(), Audited.of("organization-rename", "organization", organization.id));
    }

    /** Puts one organization, with all that stands below or sits on it, into another of its kind. */
    @Transactional
    @Retried
    public void merge(String fromCode, String intoCode, Decision decision) {
        long fromId = idOf(fromCode);
        long intoId = idOf(intoCode);
        // Always the smaller id first: two mergers of the same pair must not wait for each other.
        Organization first = lock(Math.min(fromId, intoId));
        Organization second = lock(Math.max(fromId, intoId));
        Organization from = fromId == first.id ? first : second;
        Organization into = fromId == first.id ? second : first;
        require(from, decision);
        require(into, decision);
        if (from.kind != into.kind) {
            throw new Problem(OrganizationProblem.DIFFERENT_KIND);
        }
        if (from.holds(into)) {
            throw new Problem(OrganizationProblem.WRONG_PLACE, from.name, into.name);
        }
        livingChildren(from).forEach(child -> move(child, from, into, decision));
        Organization.update("seatId = ?1, version = version + 1 where seatId = ?2", into.id, from.id);
        from.validTo = decision.day();
        from.successorId = into.id;
        record(from, OrganizationChange.Kind.MERGED, from.code, into.code, decision);
        record(into, OrganizationChange.Kind.ABSORBED, from.code, into.code, decision);
        audit.done(decision.actorId(), Audited.of("organization-merge", "organization", from.id).detail("into=" + into.code));
        merged.fire(new OrganizationMerged(from.id, into.id, decision.day()));
    }

    /** Ends an organization; refused while anything stands below it or anybody belongs to it. */
    @Transactional
    @Retried
    public void dissolve(String code, Decision decision) {
        Organization organization = lock(idOf(code));
        require(organization, decision);
        int children = livingChildren(organization).size();
        if (children > 0) {
            throw new Problem(OrganizationProblem.HAS_CHILDREN, children);
        }
        dissolving.fire(new OrganizationDissolving(organization.id, decision.day()));
        organization.validTo = decision.day();
        record(organization, OrganizationChange.Kind.DISSOLVED, organization.code, "", decision);
        audit.done(decision.actorId(), Audited.of("organization-dissolve", "organization", organization.id));
    }

    private void move(Organization child, Organization from, Organization into, Decision decision) {
        String before = child.path;
        String after = into.path + before.substring(from.path.length());
        record(child, OrganizationChange.Kind.MOVED, from.code, into.code, decision);
        // One statement for the whole subtree; the changes made so far are written first, what was read is stale after it.
        database.flush();
        Organization.update("path = concat(?1, substring(path, ?2)), version = version + 1 where path like ?3", after,
                before.length() + 1, before + "%");
        Organization.update("parentId = ?1 where id = ?2", into.id, child.id);
        database.detach(child);
    }

    private void require(Organization organization, Decision decision) {
        LocalDate day = decision.day();
        if (decision.document().isEmpty()) {
            throw invalid("document", "required");
        }
        if (decision.document().length() > 120) {
            throw invalid("document", "too-long");
        }
        if (organization.validTo != null) {
            throw new Problem(OrganizationProblem.DISSOLVED);
        }
        if (day.isAfter(time.today()) || day.isBefore(organization.validFrom)) {
            throw new Problem(OrganizationProblem.WRONG_DAY);
        }
        if (!mayChange(decision.actorId(), organization)) {
            throw new Problem(CommonProblem.FORBIDDEN);
        }
    }

    /** @param actorId null for the installation itself */
    boolean mayChange(Long actorId, Organization organization) {
        if (actorId == null) {
            return true;
        }
        return organization.parentId == null ? authority.isAdministrator(actorId)
                : authority.isOfficer(actorId, Organization.findById(organization.parentId));
    }

    private void record(Organization organization, OrganizationChange.Kind kind, String before, String after,
            Decision decision) {
        new OrganizationChange(organization, kind, decision.day(), before, after)
                .recorded(decision.document(), decision.actorId(), time.now()).persist();
        figures.changed();
    }

    private static List<Organization> livingChildren(Organization organization) {
        return Organization.list("parentId = ?1 and validTo is null order by id", organization.id);
    }

    private static long idOf(String code) {
        return Organization.byCode(code).orElseThrow(() -> new Problem(OrganizationProblem.UNKNOWN, code)).id;
    }

    private Organization lock(long id) {
        Organization organization = database.find(Organization.class, id);
        database.refresh(organization, LockModeType.PESSIMISTIC_WRITE);
        return organization;
    }

    private static Problem invalid(String field, String reason) {
        return new Problem(CommonProblem.INVALID).with("errors", List.of(new FieldProblem(field, reason)));
    }

    /**
     * What a change rests on.
     *
     * @param day first day of a new name; last day of an organization that is merged or dissolved
     * @param document number of the decision
     * @param actorId who records it, null for the installation itself
     */
    public record Decision(LocalDate day, String document, Long actorId) {

        public Decision {
            document = Names.tidy(document);
        }
    }
}
