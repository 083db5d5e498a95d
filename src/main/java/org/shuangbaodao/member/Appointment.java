package org.shuangbaodao.member;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.organization.OrganizationKind;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One person in one office of one organization, from one day to another. */
@Entity
public class Appointment extends PanacheEntityBase {

    @Id
    public Long id;
    public Long memberId;
    public Long organizationId;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Office office;
    public LocalDate validFrom;
    public LocalDate validTo;
    /** The member on leave whose office this is; null for an office of one's own. */
    public Long standsInFor;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public AppointmentState state;
    public String document;
    public Long proposedBy;
    public Instant proposedAt;
    public Long signedBy;
    public Instant signedAt;
    public Long endedBy;
    public Instant endedAt;
    @Version
    public int version;

    protected Appointment() {
    }

    Appointment(long memberId, long organizationId, Office office, LocalDate validFrom, String document) {
        this.id = Ids.next();
        this.memberId = memberId;
        this.organizationId = organizationId;
        this.office = office;
        this.validFrom = validFrom;
        this.document = document;
    }

    public boolean isStandIn() {
        return standsInFor != null;
    }

    private static final String IN_FORCE = " and state = IN_FORCE and validFrom <= ?%d and (validTo is null or validTo >= ?%<d)";

    /** Those who stand in for the holder of this office, now or later, signed or not. */
    List<Appointment> standIns() {
        return list("standsInFor = ?1 and organizationId = ?2 and office = ?3 and state in ?4", memberId, organizationId,
                office,
                Set.of(AppointmentState.PROPOSED, AppointmentState.IN_FORCE));
    }

    /** Offices the person holds on {@code day}. */
    public static List<Appointment> heldBy(long memberId, LocalDate day) {
        return list("memberId = ?1" + IN_FORCE.formatted(2), memberId, day);
    }

    /** The broad roles that follow from the offices the person holds on {@code day}. */
    public static Set<String> rolesOf(long memberId, LocalDate day) {
        return getEntityManager().createQuery("select a.office, o.kind from Appointment a join Organization o"
                + " on o.id = a.organizationId where a.memberId = ?1 and a.state = IN_FORCE and a.validFrom <= ?2"
                + " and (a.validTo is null or a.validTo >= ?2)", Object[].class)
                .setParameter(1, memberId).setParameter(2, day).getResultList().stream()
                .flatMap(held -> ((Office) held[0]).roles((OrganizationKind) held[1]).stream()).collect(Collectors.toSet());
    }

    /** The same offices for many people. */
    static List<Appointment> heldBy(Collection<Long> memberIds, LocalDate day) {
        return memberIds.isEmpty() ? List.of() : list("memberId in ?1" + IN_FORCE.formatted(2), memberIds, day);
    }

    /** All who hold any office in one of the organizations on {@code day}. */
    static List<Appointment> in(Collection<Long> organizationIds, LocalDate day) {
        return organizationIds.isEmpty() ? List.of()
                : list("organizationId in ?1" + IN_FORCE.formatted(2) + " order by id", organizationIds, day);
    }

    /** Who holds {@code office} in the organization on {@code day}. */
    public static List<Appointment> holding(Office office, long organizationId, LocalDate day) {
        return list("office = ?1 and organizationId = ?2" + IN_FORCE.formatted(3), office, organizationId, day);
    }

    /** All who hold an office in the organization on {@code day}, in the order of the offices. */
    public static List<Appointment> in(long organizationId, LocalDate day) {
        return Appointment.<Appointment> list("organizationId = ?1" + IN_FORCE.formatted(2), organizationId, day).stream()
                .sorted(Comparator.<Appointment, Office> comparing(held -> held.office).thenComparing(held -> held.id))
                .toList();
    }
}
