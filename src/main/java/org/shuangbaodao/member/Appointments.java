package org.shuangbaodao.member;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.AppointmentRules.Seat;
import org.shuangbaodao.member.DelegationRules.Side;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;

/**
 * Puts people into offices. A deciding office is given from above and takes two signatures of the superior organization;
 * nobody signs for himself. What is given or taken here acts at the next request.
 */
@ApplicationScoped
public class Appointments {

    private final EntityManager database;
    private final Members members;
    private final Organizations organizations;
    private final Offices offices;
    private final AuditTrail audit;
    private final BusinessTime time;

    Appointments(EntityManager database, Members members, Organizations organizations, Offices offices, AuditTrail audit,
            BusinessTime time) {
        this.database = database;
        this.members = members;
        this.organizations = organizations;
        this.offices = offices;
        this.audit = audit;
        this.time = time;
    }

    /**
     * Proposes somebody for an office; one that does not decide is in force at once.
     *
     * @param to last day, null where none is set
     * @param document number of the decision it rests on
     * @throws Problem {@code member/not-superior}, {@code member/office-does-not-fit}, {@code member/roles-apart},
     *         {@code member/same-person}, {@code member/office-taken}
     */
    @Transactional
    @Retried
    public Appointment propose(long memberId, long organizationId, Office office, LocalDate from, LocalDate to,
            String document, long actorId) {
        members.lock(memberId);
        Organization organization = lockOrganization(organizationId);
        if (memberId == actorId) {
            throw new Problem(MemberProblem.SAME_PERSON);
        }
        if (!mayGive(actorId, organization, office)) {
            throw new Problem(MemberProblem.NOT_SUPERIOR);
        }
        checkFits(memberId, organization, office, from);
        Appointment appointment = new Appointment(memberId, organizationId, office, from, document);
        appointment.validTo = to;
        appointment.proposedBy = actorId;
        appointment.proposedAt = time.now();
        appointment.state = AppointmentRules.takesTwo(office) ? AppointmentState.PROPOSED : AppointmentState.IN_FORCE;
        appointment.persist();
        audit.done(actorId, audited("appointment-propose", appointment));
        return appointment;
    }

    /**
     * Proposes somebody who decides in an office-holder's place while he is away. He says so himself, or whoever may give the
     * office does when he cannot; it takes the second signature of somebody above, and ends with its last day.
     *
     * @param seatId the appointment of the one who will be away
     * @throws Problem {@code member/not-delegable}, {@code member/delegation-dates}, {@code member/delegation-conflict},
     *         {@code member/delegation-overlaps}, and what {@link #propose} throws
     */
    @Transactional
    @Retried
    public Appointment delegate(long seatId, long memberId, LocalDate from, LocalDate to, long actorId) {
        Appointment seat = byId(seatId);
        members.lock(memberId);
        Organization organization = lockOrganization(seat.organizationId);
        if (from.isBefore(time.today())) {
            throw new Problem(MemberProblem.DELEGATION_DATES, DelegationRules.LONGEST);
        }
        if (memberId == seat.memberId || memberId == actorId) {
            throw new Problem(MemberProblem.SAME_PERSON);
        }
        if (seat.memberId != actorId && !mayGive(actorId, organization, seat.office)) {
            throw new Problem(MemberProblem.NOT_SUPERIOR);
        }
        checkFits(memberId, organization, seat.office, from);
        Appointment standIn = new Appointment(memberId, organization.id, seat.office, from, "");
        standIn.validTo = to;
        standIn.standsInFor = seat.memberId;
        standIn.proposedBy = actorId;
        standIn.proposedAt = time.now();
        standIn.state = AppointmentState.PROPOSED;
        checkDelegation(standIn, organization);
        standIn.persist();
        audit.done(actorId, audited("delegation-propose", standIn).detail(
                "office=%s organization=%s from=%s to=%s for=%s".formatted(seat.office, Ids.text(organization.id), from, to,
                        Ids.text(seat.memberId))));
        return standIn;
    }

    /** Whether the holder, or somebody above, may say who stands in. */
    public boolean mayDelegate(long actorId, Appointment seat, Organization organization) {
        return DelegationRules.isDelegable(seat)
                && (seat.memberId == actorId || mayGive(actorId, organization, seat.office));
    }

    /**
     * The second signature: from here on it is in force.
     *
     * @throws Problem {@code member/same-person}, {@code member/not-superior}, {@code member/appointment-decided}
     */
    @Transactional
    @Retried
    public Appointment sign(long appointmentId, long actorId) {
        Appointment appointment = waiting(appointmentId);
        Organization organization = lockOrganization(appointment.organizationId);
        requireSecond(appointment, organization, actorId);
        checkFits(appointment.memberId, organization, appointment.office, appointment.validFrom);
        if (appointment.isStandIn()) {
            checkDelegation(appointment, organization);
        } else {
            relieve(appointment, actorId);
        }
        decide(appointment, AppointmentState.IN_FORCE, actorId);
        audit.done(actorId, audited("appointment-sign", appointment));
        return appointment;
    }

    /** The second signature is refused, by anybody who could have given it, or the proposal taken back by who made it. */
    @Transactional
    @Retried
    public Appointment decline(long appointmentId, long actorId) {
        Appointment appointment = waiting(appointmentId);
        boolean own = appointment.proposedBy == actorId || isPrincipal(appointment, actorId);
        if (!own) {
            requireSecond(appointment, organizations.byId(appointment.organizationId), actorId);
        }
        decide(appointment, AppointmentState.DECLINED, actorId);
        audit.done(actorId, audited("appointment-decline", appointment));
        return appointment;
    }

    /** Ends an appointment at once, by whoever could propose it; its holder may always lay it down. */
    @Transactional
    @Retried
    public Appointment end(long appointmentId, long actorId) {
        Appointment appointment = byId(appointmentId);
        members.lock(appointment.memberId);
        database.refresh(appointment);
        boolean over = appointment.validTo != null && appointment.validTo.isBefore(time.today());
        if (appointment.state != AppointmentState.IN_FORCE || over) {
            throw new Problem(MemberProblem.APPOINTMENT_DECIDED);
        }
        Organization organization = organizations.byId(appointment.organizationId);
        if (appointment.memberId != actorId && !isPrincipal(appointment, actorId)
                && !mayGive(actorId, organization, appointment)) {
            throw new Problem(MemberProblem.NOT_SUPERIOR);
        }
        if (appointment.office == Office.ADMINISTRATOR) {
            requireTwoOthers();
        }
        close(appointment, time.today(), actorId);
        endStandIns(appointment, actorId);
        audit.done(actorId, audited("appointment-end", appointment));
        return appointment;
    }

    /**
     * Writes down a person who is no party member but shall hold an office: community staff, an officer, an administrator. He
     * stands on no roster and can do nothing until somebody appoints him.
     */
    @Transactional
    @Retried
    public Member enrol(String name, LocalDate birthDate, long actorId) {
        boolean may = Appointment.heldBy(actorId, time.today()).stream()
                .filter(held -> !held.isStandIn())
                .anyMatch(held -> held.office == Office.COMMITTEE_OFFICER || held.office == Office.ADMINISTRATOR);
        if (!may) {
            throw new Problem(CommonProblem.FORBIDDEN);
        }
        Member member = new Member(MemberCategory.STAFF, name, time.now());
        member.birthDate = birthDate;
        member.persist();
        audit.done(actorId, Audited.of("staff-enrol", "member", member.id));
        return member;
    }

    /** By the installation itself: its first administrators, and the demo's offices. In force from the first day on. */
    @Transactional
    @Retried
    public Appointment install(long memberId, long organizationId, Office office) {
        members.lock(memberId);
        Organization organization = lockOrganization(organizationId);
        checkFits(memberId, organization, office, organization.validFrom);
        if (office == Office.BRANCH_SECRETARY && !Appointment.holding(office, organizationId, time.today()).isEmpty()) {
            throw new Problem(MemberProblem.OFFICE_TAKEN);
        }
        Appointment appointment = new Appointment(memberId, organizationId, office, organization.validFrom, "");
        appointment.proposedAt = time.now();
        appointment.state = AppointmentState.IN_FORCE;
        appointment.persist();
        audit.done(null, audited("appointment-install", appointment));
        return appointment;
    }

    public Appointment byId(long appointmentId) {
        return Appointment.<Appointment> findByIdOptional(appointmentId)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    /** Whether this person's offices let him propose for that one, or sign it as the second. */
    public boolean mayGive(long actorId, Organization organization, Office office) {
        return mayGive(Appointment.heldBy(actorId, time.today()), organization, office);
    }

    static boolean mayGive(List<Appointment> held, Organization organization, Office office) {
        boolean root = organization.parentId == null;
        // A stand-in decides on records; whom to appoint waits for the holder, or goes to those above.
        return held.stream().filter(each -> !each.isStandIn())
                .anyMatch(each -> AppointmentRules.mayGive(Seat.of(each, organization), office, root));
    }

    private boolean mayGive(long actorId, Organization organization, Appointment appointment) {
        return mayGive(Appointment.heldBy(actorId, time.today()), organization, appointment);
    }

    /** For who stands in for an officer, a second officer of the same organization can answer too. */
    static boolean mayGive(List<Appointment> held, Organization organization, Appointment appointment) {
        return mayGive(held, organization, appointment.office)
                || appointment.isStandIn() && held.stream().anyMatch(each -> !each.isStandIn()
                        && DelegationRules.mayAnswer(Seat.of(each, organization), appointment.office));
    }

    private static boolean isPrincipal(Appointment appointment, long personId) {
        return appointment.isStandIn() && appointment.standsInFor == personId;
    }

    /** Whether this person may give the second signature to that proposal. */
    public boolean maySign(long actorId, Appointment appointment, Organization organization) {
        return appointment.state == AppointmentState.PROPOSED && !isOneOfTheFirst(appointment, actorId)
                && mayGive(actorId, organization, appointment);
    }

    private void requireSecond(Appointment appointment, Organization organization, long actorId) {
        if (isOneOfTheFirst(appointment, actorId)) {
            throw new Problem(MemberProblem.SAME_PERSON);
        }
        if (!mayGive(actorId, organization, appointment)) {
            throw new Problem(MemberProblem.NOT_SUPERIOR);
        }
    }

    // Who is appointed, who proposed, and who counts as one with either of those who share a delegated office.
    private boolean isOneOfTheFirst(Appointment appointment, long actorId) {
        return appointment.memberId == actorId || offices.countAsOne(appointment.proposedBy, actorId)
                || appointment.isStandIn() && (offices.countAsOne(appointment.standsInFor, actorId)
                        || offices.countAsOne(appointment.memberId, actorId));
    }

    /** Serializes what is given and taken in one organization. */
    private Organization lockOrganization(long organizationId) {
        Organization organization = database.find(Organization.class, organizationId, LockModeType.PESSIMISTIC_WRITE);
        if (organization == null) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        return organization;
    }

    private Appointment waiting(long appointmentId) {
        Appointment appointment = database.find(Appointment.class, appointmentId, LockModeType.PESSIMISTIC_WRITE);
        if (appointment == null) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        if (appointment.state != AppointmentState.PROPOSED) {
            throw new Problem(MemberProblem.APPOINTMENT_DECIDED);
        }
        return appointment;
    }

    private void checkFits(long memberId, Organization organization, Office office, LocalDate from) {
        boolean topOnly = office == Office.ADMINISTRATOR;
        if (!office.fits(organization) || topOnly && organization.parentId != null || !organization.existsOn(from)) {
            throw new Problem(MemberProblem.OFFICE_DOES_NOT_FIT);
        }
        List<Appointment> others = Appointment.list("memberId = ?1 and state in ?2 and (validTo is null or validTo >= ?3)",
                memberId, Set.of(AppointmentState.PROPOSED, AppointmentState.IN_FORCE), time.today());
        boolean onRoster = office == Office.ADMINISTRATOR && Affiliation.of(memberId, time.today()).isPresent();
        if (onRoster || others.stream().anyMatch(other -> AppointmentRules.apart(other.office, office))) {
            throw new Problem(MemberProblem.ROLES_APART);
        }
        boolean twice = others.stream().anyMatch(other -> other.office == office
                && other.organizationId.equals(organization.id) && other.state == AppointmentState.IN_FORCE);
        if (twice) {
            throw new Problem(MemberProblem.OFFICE_TAKEN);
        }
    }

    // Asked when it is proposed, and again when it is signed: offices change in between.
    private void checkDelegation(Appointment standIn, Organization organization) {
        Appointment seat = Appointment.heldBy(standIn.standsInFor, time.today()).stream()
                .filter(each -> each.office == standIn.office && each.organizationId.equals(organization.id)).findFirst()
                .filter(DelegationRules::isDelegable).orElseThrow(() -> new Problem(MemberProblem.NOT_DELEGABLE));
        if (!DelegationRules.areDates(standIn.validFrom, standIn.validTo, seat, time.today())) {
            throw new Problem(MemberProblem.DELEGATION_DATES, DelegationRules.LONGEST);
        }
        if (seat.standIns().stream().anyMatch(each -> !each.id.equals(standIn.id)
                && !each.validFrom.isAfter(standIn.validTo) && !each.validTo.isBefore(standIn.validFrom))) {
            throw new Problem(MemberProblem.DELEGATION_OVERLAPS);
        }
        List<Appointment> others = Appointment.list("memberId = ?1 and state in ?2 and (validTo is null or validTo >= ?3)",
                standIn.memberId, Set.of(AppointmentState.PROPOSED, AppointmentState.IN_FORCE), time.today());
        Side side = DelegationRules.side(standIn.office, organization.tree);
        if (others.stream().filter(each -> !each.id.equals(standIn.id))
                .map(each -> DelegationRules.side(each.office, organizations.byId(each.organizationId).tree))
                .anyMatch(side::isAgainst)) {
            throw new Problem(MemberProblem.DELEGATION_CONFLICT);
        }
    }

    /** Who stands in for an office goes with it. */
    private void endStandIns(Appointment seat, long actorId) {
        if (seat.isStandIn()) {
            return;
        }
        for (Appointment standIn : seat.standIns()) {
            if (standIn.state == AppointmentState.PROPOSED) {
                decide(standIn, AppointmentState.DECLINED, actorId);
            } else {
                close(standIn, time.today(), actorId);
            }
            audit.done(actorId, audited("appointment-end", standIn).detail("with=" + Ids.text(seat.id)));
        }
    }

    /** A branch has one secretary at a time: the new one's first day is the day after the old one's last. */
    private void relieve(Appointment successor, long actorId) {
        if (successor.office != Office.BRANCH_SECRETARY) {
            return;
        }
        List<Appointment> overlapping = Appointment.list(
                "office = ?1 and organizationId = ?2 and state = ?3 and (validTo is null or validTo >= ?4)",
                successor.office, successor.organizationId, AppointmentState.IN_FORCE, successor.validFrom);
        overlapping.forEach(former -> {
            close(former, successor.validFrom.minusDays(1), actorId);
            audit.done(actorId, audited("appointment-end", former).detail("successor=" + Ids.text(successor.id)));
        });
    }

    private void close(Appointment appointment, LocalDate lastDay, long actorId) {
        boolean begins = !lastDay.isBefore(appointment.validFrom);
        appointment.validTo = begins ? lastDay : appointment.validFrom;
        appointment.endedBy = actorId;
        appointment.endedAt = time.now();
        if (!begins || !lastDay.isAfter(time.today())) {
            appointment.state = AppointmentState.ENDED;
        }
    }

    private void decide(Appointment appointment, AppointmentState state, long actorId) {
        appointment.state = state;
        appointment.signedBy = actorId;
        appointment.signedAt = time.now();
    }

    /** Two signatures need two administrators; without them the installation could never be governed again. */
    private void requireTwoOthers() {
        long inForce = Appointment.count("office = ?1 and state = ?2", Office.ADMINISTRATOR, AppointmentState.IN_FORCE);
        if (inForce < 3) {
            throw new Problem(MemberProblem.TOO_FEW_ADMINISTRATORS);
        }
    }

    private static Audited audited(String action, Appointment appointment) {
        return Audited.of(action, "appointment", appointment.id).onBehalfOf(appointment.memberId)
                .detail("office=%s organization=%s".formatted(appointment.office, Ids.text(appointment.organizationId)));
    }
}
