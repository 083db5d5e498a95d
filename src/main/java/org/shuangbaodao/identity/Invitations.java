package org.shuangbaodao.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Affiliation;
import org.shuangbaodao.member.Appointment;
import org.shuangbaodao.member.AppointmentState;
import org.shuangbaodao.member.Appointments;
import org.shuangbaodao.member.ConsentEvent;
import org.shuangbaodao.member.ConsentPurpose;
import org.shuangbaodao.member.Consents;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.member.Offices;
import org.shuangbaodao.member.RosterState;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;

import org.hibernate.exception.ConstraintViolationException;

/**
 * One-time codes: the only way to an account, and to a new password. Whoever hands a code out could use it himself, so a code
 * for somebody in office comes from one who may give that office.
 */
@ApplicationScoped
public class Invitations {

    private static final int ADULT_YEARS = 18;

    private final EntityManager database;
    private final Members members;
    private final Organizations organizations;
    private final Offices offices;
    private final Appointments appointments;
    private final Consents consents;
    private final Sessions sessions;
    private final IdentitySettings settings;
    private final AuditTrail audit;
    private final BusinessTime time;

    Invitations(EntityManager database, Members members, Organizations organizations, Offices offices,
            Appointments appointments, Consents consents, Sessions sessions, IdentitySettings settings, AuditTrail audit,
            BusinessTime time) {
        this.database = database;
        this.members = members;
        this.organizations = organizations;
        this.offices = offices;
        this.appointments = appointments;
        this.consents = consents;
        this.sessions = sessions;
        this.settings = settings;
        this.audit = audit;
        this.time = time;
    }

    /** A code as it is shown, once, to who asked for it. */
    public record Issued(long memberId, String code, Instant expiresAt) {
    }

    /**
     * Makes a new code; an earlier one that is still open is worth nothing from now on.
     *
     * @param actorId null for the installation itself
     * @throws Problem {@code common/forbidden}, {@code identity/account-disabled}, {@code identity/too-young}
     */
    @Transactional
    @Retried
    public Issued issue(long memberId, Long actorId) {
        Member member = members.lock(memberId);
        if (actorId != null && !mayIssue(actorId, memberId)) {
            throw new Problem(CommonProblem.FORBIDDEN);
        }
        requireAdult(member);
        Account account = Account.findById(memberId);
        if (account != null && account.state == Account.State.DISABLED) {
            throw new Problem(IdentityProblem.ACCOUNT_DISABLED);
        }
        Instant now = time.now();
        close(memberId, actorId, now);
        InvitationCode code = InvitationCode.random();
        Instant expiresAt = now.plus(settings.invitationLasts());
        new Invitation(memberId, code.hash(), actorId, now, expiresAt).persist();
        audit.done(actorId, Audited.of("invitation-issue", "member", memberId));
        return new Issued(memberId, code.grouped(), expiresAt);
    }

    /** Codes for several people, in their order: for all of them or for none. */
    @Transactional
    @Retried
    public List<Issued> issueAll(List<Long> memberIds, long actorId) {
        return memberIds.stream().map(each -> issue(each, actorId)).toList();
    }

    /** How far somebody is on his way to an account. */
    public enum Standing {
        NEVER_INVITED,
        INVITED,
        ACTIVE,
        /** In office, so that the code has to come from above; or shut out. */
        NOT_OURS
    }

    /** @param issuedAt of the open code, null without one */
    public record Candidate(Member member, Standing standing, Instant issuedAt) {
    }

    /**
     * Everybody on the branch's roster, and how far each one is.
     *
     * @throws Problem {@code common/forbidden}
     */
    public List<Candidate> candidates(Organization branch, long actorId) {
        offices.require(actorId, branch, Office.BRANCH_SECRETARY, Office.BRANCH_DEPUTY, Office.COMMITTEE_OFFICER);
        List<Long> ids = Affiliation.<Affiliation> list(
                "branchId = ?1 and rosterState <> ?2 and (validTo is null or validTo >= ?3)", branch.id, RosterState.DECLINED,
                time.today()).stream().map(each -> each.memberId).toList();
        Map<Long, Account> accounts = new HashMap<>();
        Map<Long, Invitation> open = new HashMap<>();
        if (!ids.isEmpty()) {
            Account.<Account> list("memberId in ?1", ids).forEach(each -> accounts.put(each.memberId, each));
            Invitation.<Invitation> list("memberId in ?1 and state = ?2 and expiresAt > ?3", ids, Invitation.State.OPEN,
                    time.now()).forEach(each -> open.put(each.memberId, each));
        }
        audit.done(actorId, Audited.of("member-read", "organization", branch.id).detail("rows=" + ids.size()));
        Set<Long> inOffice = officesOf(ids).stream().map(each -> each.memberId).collect(Collectors.toSet());
        return members.byIds(ids).values().stream().sorted(Comparator.comparing(member -> member.sortKey))
                .map(member -> candidate(member, accounts.get(member.id), open.get(member.id),
                        inOffice.contains(member.id) ? mayIssue(actorId, member.id) : member.id != actorId))
                .toList();
    }

    /** One person; see {@link #candidates}. */
    public Candidate candidate(Member member, long actorId) {
        if (!mayIssue(actorId, member.id)) {
            throw new Problem(CommonProblem.FORBIDDEN);
        }
        audit.done(actorId, Audited.of("member-read", "member", member.id));
        return candidate(member, Account.findById(member.id), Invitation.openOf(member.id).orElse(null), true);
    }

    private static Candidate candidate(Member member, Account account, Invitation open, boolean ours) {
        Instant issuedAt = open == null ? null : open.issuedAt;
        if (account != null && account.state == Account.State.DISABLED || !ours) {
            return new Candidate(member, Standing.NOT_OURS, issuedAt);
        }
        if (account != null) {
            return new Candidate(member, Standing.ACTIVE, issuedAt);
        }
        return new Candidate(member, open == null ? Standing.NEVER_INVITED : Standing.INVITED, issuedAt);
    }

    /** Takes the open code back, if there is one. */
    @Transactional
    @Retried
    public void revoke(long memberId, long actorId) {
        members.lock(memberId);
        if (!mayIssue(actorId, memberId)) {
            throw new Problem(CommonProblem.FORBIDDEN);
        }
        if (close(memberId, actorId, time.now()) > 0) {
            audit.done(actorId, Audited.of("invitation-revoke", "member", memberId));
        }
    }

    private int close(long memberId, Long actorId, Instant now) {
        return Invitation.update("state = ?1, closedBy = ?2, closedAt = ?3, version = version + 1"
                + " where memberId = ?4 and state = ?5", Invitation.State.REVOKED, actorId, now, memberId,
                Invitation.State.OPEN);
    }

    /** Whether this person may hand a code to that one. */
    public boolean mayIssue(long actorId, long memberId) {
        if (actorId == memberId) {
            return false;
        }
        List<Appointment> held = officesOf(List.of(memberId));
        if (!held.isEmpty()) {
            return held.stream().allMatch(each -> appointments.mayGive(actorId, organizations.byId(each.organizationId),
                    each.office));
        }
        return Affiliation.of(memberId, time.today())
                .map(affiliation -> offices.reaching(actorId, organizations.byId(affiliation.branchId)))
                .filter(reaching -> reaching.contains(Office.BRANCH_SECRETARY) || reaching.contains(Office.BRANCH_DEPUTY)
                        || reaching.contains(Office.COMMITTEE_OFFICER))
                .isPresent();
    }

    /** Held or waiting for the second signature. */
    private List<Appointment> officesOf(List<Long> memberIds) {
        return memberIds.isEmpty() ? List.of()
                : Appointment.list("memberId in ?1 and state in ?2 and (validTo is null or validTo >= ?3)", memberIds,
                        Set.of(AppointmentState.PROPOSED, AppointmentState.IN_FORCE), time.today());
    }

    /** The person a good code is for. */
    Optional<Member> guest(InvitationCode code) {
        return Invitation.good(code, time.now()).map(invitation -> members.byId(invitation.memberId));
    }

    /** What the guest decided. */
    record Acceptance(InvitationCode code, String login, String passwordHash, Map<ConsentPurpose, Boolean> consents) {
    }

    /**
     * Uses a code up: the person gets an account, or his account a new password, and his consents are written down.
     *
     * @throws Problem {@code identity/invitation-not-valid}, {@code identity/too-young}, {@code identity/recording-refused},
     *         {@code identity/login-taken}
     */
    @Transactional
    @Retried
    long redeem(Acceptance acceptance) {
        Instant now = time.now();
        Invitation invitation = Invitation.good(acceptance.code(), now)
                .orElseThrow(() -> new Problem(IdentityProblem.INVITATION_NOT_VALID));
        // The same lock as for issuing: whoever comes second finds the code used or revoked.
        Member member = members.lock(invitation.memberId);
        int used = Invitation.update("state = ?1, closedBy = ?2, closedAt = ?3, version = version + 1"
                + " where id = ?4 and state = ?5", Invitation.State.USED, member.id, now, invitation.id, Invitation.State.OPEN);
        if (used == 0) {
            throw new Problem(IdentityProblem.INVITATION_NOT_VALID);
        }
        requireAdult(member);
        if (!Boolean.TRUE.equals(acceptance.consents().get(ConsentPurpose.RECORDING))) {
            throw new Problem(IdentityProblem.RECORDING_REFUSED);
        }
        openOrRenew(member.id, acceptance, now);
        consents.decide(member.id, acceptance.consents(), member.id, ConsentEvent.Channel.PAGE);
        audit.done(member.id, Audited.of("invitation-redeem", "member", member.id));
        return member.id;
    }

    private void openOrRenew(long memberId, Acceptance acceptance, Instant now) {
        Account account = Account.findById(memberId);
        if (account == null) {
            account = new Account(memberId, now);
        }
        account.login = Names.fold(acceptance.login());
        account.passwordHash = acceptance.passwordHash();
        account.passwordSetAt = now;
        account.persist();
        try {
            database.flush();
        } catch (ConstraintViolationException e) {
            throw new Problem(IdentityProblem.LOGIN_TAKEN);
        }
        sessions.endAllOf(memberId, LoginSession.EndReason.NEW_PASSWORD);
    }

    void requireAdult(Member member) {
        LocalDate today = time.today();
        if (member.birthDate != null && member.birthDate.plusYears(ADULT_YEARS).isAfter(today)) {
            throw new Problem(IdentityProblem.TOO_YOUNG);
        }
    }
}
