package org.shuangbaodao.inspection;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Appointment;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.member.Offices;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.servicerecord.ServiceRecord;
import org.shuangbaodao.servicerecord.Standpoints;

/** Who may check what: auditors and officers, within their reach, and nobody what he had a part in. */
@ApplicationScoped
class Inspectors {

    private static final Set<Office> INSPECTING = Set.of(Office.AUDITOR, Office.COMMITTEE_OFFICER);
    /** Below these there is nothing to compare. */
    private static final Set<OrganizationKind> SMALL = Set.of(OrganizationKind.GRID, OrganizationKind.MICRO_GRID,
            OrganizationKind.CELL);

    private final EntityManager database;
    private final Offices offices;
    private final Organizations organizations;
    private final Standpoints standpoints;
    private final AuditTrail audit;
    private final BusinessTime time;

    Inspectors(EntityManager database, Offices offices, Organizations organizations, Standpoints standpoints,
            AuditTrail audit, BusinessTime time) {
        this.database = database;
        this.offices = offices;
        this.organizations = organizations;
        this.standpoints = standpoints;
        this.audit = audit;
        this.time = time;
    }

    boolean reaches(long actorId, Organization scope) {
        return offices.reaching(actorId, scope).stream().anyMatch(INSPECTING::contains);
    }

    /** @throws Problem {@code common/forbidden} */
    void require(long actorId, Organization scope) {
        if (!reaches(actorId, scope)) {
            audit.refused(actorId, Audited.of("inspection", "organization", scope.id));
            throw new Problem(CommonProblem.FORBIDDEN);
        }
    }

    /** Where his offices are, and what lies right below: the scopes a page offers him. */
    List<Organization> scopes(long actorId) {
        Map<Long, Organization> scopes = new LinkedHashMap<>();
        List<Long> seats = Appointment.heldBy(actorId, time.today()).stream().filter(held -> INSPECTING.contains(held.office))
                .map(held -> held.organizationId).distinct().toList();
        Map<Long, Organization> own = organizations.byIds(seats);
        seats.forEach(id -> scopes.put(id, own.get(id)));
        seats.forEach(id -> Organization.childrenOf(id).stream().filter(child -> !SMALL.contains(child.kind)
                && child.existsOn(time.today())).forEach(child -> scopes.putIfAbsent(child.id, child)));
        return List.copyOf(scopes.values());
    }

    /** Of these records the ones he has a part in: his own, entered, led, or decided in any step by him or his pair. */
    Set<Long> involving(Collection<ServiceRecord> records, long actorId) {
        Set<Long> involving = new HashSet<>();
        if (records.isEmpty()) {
            return involving;
        }
        Standpoints.View view = standpoints.of(actorId).lookingAt(records);
        for (ServiceRecord record : records) {
            if (!view.to(record).ties().isEmpty() || Long.valueOf(actorId).equals(record.leadId)) {
                involving.add(record.id);
            }
        }
        Set<Long> asOne = new TreeSet<>(offices.countingAsOneWith(actorId));
        asOne.add(actorId);
        // What was undone leaves no trace in the record, but a step.
        List<?> steps = database.createNativeQuery("select distinct record_id from service_record_step"
                + " where record_id in (:records) and actor_id in (:people)")
                .setParameter("records", records.stream().map(record -> record.id).toList())
                .setParameter("people", asOne).getResultList();
        steps.forEach(id -> involving.add(((Number) id).longValue()));
        return involving;
    }
}
