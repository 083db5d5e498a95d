package org.shuangbaodao.organization;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.kernel.PublicFigures;

/** Looks organizations up and founds them. Reorganization by date is {@link Reorganization}. */
@ApplicationScoped
public class Organizations {

    private final AuditTrail audit;
    private final PublicFigures figures;

    Organizations(AuditTrail audit, PublicFigures figures) {
        this.audit = audit;
        this.figures = figures;
    }

    public Organization byId(long id) {
        return Organization.<Organization> findByIdOptional(id)
                .orElseThrow(() -> new Problem(OrganizationProblem.UNKNOWN, id));
    }

    /** @throws Problem {@code organization/unknown} */
    public Organization byCode(String code) {
        return Organization.byCode(code).orElseThrow(() -> new Problem(OrganizationProblem.UNKNOWN, code));
    }

    public Optional<Organization> find(String code) {
        return Organization.byCode(code);
    }

    public Map<Long, Organization> byIds(Collection<Long> ids) {
        Map<Long, Organization> found = new HashMap<>();
        if (!ids.isEmpty()) {
            Organization.<Organization> list("id in ?1", ids).forEach(each -> found.put(each.id, each));
        }
        return found;
    }

    /** The nearest superiors first. */
    public List<Organization> superiorsOf(Organization organization) {
        Map<Long, Organization> found = byIds(organization.superiors());
        return organization.superiors().stream().map(found::get).toList();
    }

    /** The nearest superior of that kind, or the organization itself when it is of it. */
    public Optional<Organization> above(Organization organization, OrganizationKind kind) {
        if (organization.kind == kind) {
            return Optional.of(organization);
        }
        return superiorsOf(organization).stream().filter(each -> each.kind == kind).findFirst();
    }

    /** Follows mergers to the organization that decides today for one that is no more. */
    public Organization successorOf(Organization organization) {
        Organization last = organization;
        while (last.successorId != null) {
            last = byId(last.successorId);
        }
        return last;
    }

    public List<Organization> below(Organization organization, OrganizationKind kind) {
        return Organization.list("path like ?1 and kind = ?2 order by sortKey, code", organization.path + "%", kind);
    }

    /**
     * Founds an organization.
     *
     * @param actorId null for the installation itself
     */
    @Transactional
    @Retried
    public Organization found(Foundation request, Long actorId) {
        Organization.byCode(request.code()).ifPresent(taken -> {
            throw new Problem(OrganizationProblem.CODE_TAKEN, request.code());
        });
        Organization parent = request.parentCode() == null ? null : byCode(request.parentCode());
        boolean fits = parent == null ? request.kind().mayBeRoot() : parent.kind.mayHold(request.kind());
        if (!fits) {
            throw new Problem(OrganizationProblem.WRONG_PLACE, request.name(), parent == null ? "" : parent.name);
        }
        Organization founded = new Organization(Names.tidy(request.code()), request.kind(), request.name(), parent,
                request.validFrom());
        founded.seatId = request.seatCode() == null ? null : byCode(request.seatCode()).id;
        founded.unit = request.unit();
        founded.persist();
        audit.done(actorId, Audited.of("organization-found", "organization", founded.id));
        figures.changed();
        return founded;
    }

    /** What is needed to found an organization; {@code parentCode} and {@code seatCode} may be null. */
    public record Foundation(String code, OrganizationKind kind, String name, String parentCode, String seatCode, boolean unit,
            LocalDate validFrom) {
    }
}
