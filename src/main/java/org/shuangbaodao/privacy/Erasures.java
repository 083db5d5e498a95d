package org.shuangbaodao.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.kernel.Todo;
import org.shuangbaodao.kernel.TodoSource;
import org.shuangbaodao.member.Affiliation;
import org.shuangbaodao.member.Appointment;
import org.shuangbaodao.member.ConsentEvent;
import org.shuangbaodao.member.ConsentPurpose;
import org.shuangbaodao.member.Consents;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.member.Offices;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.servicerecord.RecordState;
import org.shuangbaodao.servicerecord.ServiceRecord;

/**
 * Being forgotten (个人信息保护法 art. 47): a person asks, an officer above his branch carries it out. Name, numbers, addresses and
 * free text go; what was served and booked stays under an id that leads to nobody.
 */
@ApplicationScoped
class Erasures implements TodoSource {

    private static final int LONGEST_REASON = 300;

    private final EntityManager database;
    private final OwnData data;
    private final Members members;
    private final Organizations organizations;
    private final Offices offices;
    private final Consents consents;
    private final AuditTrail audit;
    private final BusinessTime time;

    Erasures(EntityManager database, OwnData data, Members members, Organizations organizations, Offices offices,
            Consents consents, AuditTrail audit, BusinessTime time) {
        this.database = database;
        this.data = data;
        this.members = members;
        this.organizations = organizations;
        this.offices = offices;
        this.consents = consents;
        this.audit = audit;
        this.time = time;
    }

    /** Somebody who waits to be forgotten, and what still stands against it. */
    record Waiting(ErasureRequest request, Member member, Organization branch, List<Obstacle> obstacles) {
    }

    @Transactional
    Optional<ErasureRequest> latestOf(long memberId) {
        return ErasureRequest.latestOf(memberId);
    }

    @Transactional
    List<Obstacle> obstacles(long memberId) {
        List<Obstacle> obstacles = new ArrayList<>();
        if (!Appointment.heldBy(memberId, time.today()).isEmpty()) {
            obstacles.add(Obstacle.OFFICE);
        }
        if (ServiceRecord.count("memberId = ?1 and state in ?2", memberId,
                Set.of(RecordState.SUBMITTED, RecordState.RETURNED, RecordState.CONFIRMED, RecordState.QUERIED)) > 0) {
            obstacles.add(Obstacle.RECORDS);
        }
        return obstacles;
    }

    /** Asking again while a request waits changes nothing. */
    @Transactional
    @Retried
    void ask(long memberId) {
        members.lock(memberId);
        if (waitingOf(memberId).isEmpty()) {
            ErasureRequest request = new ErasureRequest(memberId, time.now());
            request.persist();
            audit.done(memberId, Audited.of("erasure-ask", "member", memberId));
        }
    }

    @Transactional
    @Retried
    void withdraw(long memberId) {
        members.lock(memberId);
        waitingOf(memberId).ifPresent(request -> {
            decide(request, ErasureState.WITHDRAWN, memberId);
            audit.done(memberId, Audited.of("erasure-withdraw", "member", memberId));
        });
    }

    private static Optional<ErasureRequest> waitingOf(long memberId) {
        return ErasureRequest.latestOf(memberId).filter(request -> request.state == ErasureState.WAITING);
    }

    /** Those the officer may carry out. */
    @Transactional
    List<Waiting> waiting(long actorId) {
        List<Waiting> waiting = new ArrayList<>();
        for (ErasureRequest request : ErasureRequest.waiting()) {
            place(request.memberId).filter(place -> mayCarryOut(request.memberId, place, actorId))
                    .ifPresent(place -> waiting.add(new Waiting(request, members.byId(request.memberId), place,
                            obstacles(request.memberId))));
        }
        return waiting;
    }

    // Where he stands, or stood last.
    private Optional<Organization> place(long memberId) {
        List<Affiliation> places = Affiliation.allOf(memberId);
        return places.isEmpty() ? Optional.empty()
                : Optional.of(organizations.byId(places.get(places.size() - 1).branchId));
    }

    private boolean mayCarryOut(long memberId, Organization place, long actorId) {
        return memberId != actorId && offices.reaching(actorId, place).contains(Office.COMMITTEE_OFFICER);
    }

    /**
     * Forgets the person everywhere. Nothing brings him back.
     *
     * @param number typed once more, so that nobody is forgotten by a slip
     */
    @Transactional
    @Retried
    void carryOut(long requestId, String number, long actorId) {
        ErasureRequest request = permitted(requestId, actorId);
        Member member = members.lock(request.memberId);
        if (!member.number.equals(number)) {
            throw new Problem(CommonProblem.INVALID).with("errors", List.of(new FieldProblem("number", "mismatch")));
        }
        if (!obstacles(member.id).isEmpty()) {
            throw new Problem(PrivacyProblem.NOT_SETTLED);
        }
        consents.decide(member.id, Map.of(ConsentPurpose.RECORDING, false, ConsentPurpose.EXCHANGE, false,
                ConsentPurpose.PUBLIC_NAME, false), actorId, ConsentEvent.Channel.PAGE);
        data.forget(member.id);
        decide(request, ErasureState.DONE, actorId);
        audit.done(actorId, Audited.of("erasure-carry-out", "member", request.memberId));
    }

    /** @param reason he reads it */
    @Transactional
    @Retried
    void refuse(long requestId, String reason, long actorId) {
        ErasureRequest request = permitted(requestId, actorId);
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Problem(CommonProblem.INVALID).with("errors",
                    List.of(new FieldProblem("reason", reason.isBlank() ? "required" : "too-long")));
        }
        request.reason = reason.strip();
        decide(request, ErasureState.REFUSED, actorId);
        audit.done(actorId, Audited.of("erasure-refuse", "member", request.memberId));
    }

    private ErasureRequest permitted(long requestId, long actorId) {
        ErasureRequest request = database.find(ErasureRequest.class, requestId, LockModeType.PESSIMISTIC_WRITE);
        if (request == null
                || place(request.memberId).filter(place -> mayCarryOut(request.memberId, place, actorId)).isEmpty()) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        if (request.state != ErasureState.WAITING) {
            throw new Problem(PrivacyProblem.DECIDED);
        }
        return request;
    }

    private void decide(ErasureRequest request, ErasureState state, long actorId) {
        request.state = state;
        request.decidedBy = actorId;
        request.decidedAt = time.now();
    }

    @Override
    @Transactional
    public List<Todo> of(Actor actor) {
        return List.of(new Todo("privacy:todo_erasures",
                actor.has(Actor.OFFICER) ? waiting(actor.memberId()).size() : 0, "/erasures"));
    }
}
