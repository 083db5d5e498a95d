package org.shuangbaodao.checkin;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.checkin.CheckIn.Holder;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.ConsentPurpose;
import org.shuangbaodao.member.Consents;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Organizations;

/** What every registration has to pass before it is stored, whoever enters it. Runs in the caller's transaction. */
@ApplicationScoped
class Submission {

    private final Organizations organizations;
    private final Members members;
    private final Consents consents;
    private final Event<CheckInEvent> events;
    private final AuditTrail audit;
    private final BusinessTime time;

    Submission(Organizations organizations, Members members, Consents consents, Event<CheckInEvent> events, AuditTrail audit,
            BusinessTime time) {
        this.organizations = organizations;
        this.members = members;
        this.consents = consents;
        this.events = events;
        this.audit = audit;
        this.time = time;
    }

    /** The present year; in December also the next one, so that nobody has to stand in a queue in January. */
    static List<Period> openPeriods(LocalDate today) {
        Period year = Period.quarterOf(today).year();
        Period next = Period.quarterOf(today.plusYears(1)).year();
        return today.getMonth() == Month.DECEMBER ? List.of(year, next) : List.of(year);
    }

    /** Why this member cannot register anywhere today, if he cannot. */
    Optional<Problem> obstacle(long memberId) {
        if (!consents.given(memberId, ConsentPurpose.RECORDING)) {
            return Optional.of(new Problem(CheckInProblem.NO_CONSENT));
        }
        if (members.branchOn(memberId, time.today()).isEmpty()) {
            return Optional.of(new Problem(CheckInProblem.NO_BRANCH));
        }
        return Optional.empty();
    }

    void requireEligible(long memberId) {
        obstacle(memberId).ifPresent(problem -> {
            throw problem;
        });
    }

    Organization community(CheckInRequest request) {
        Organization community = organizations.find(request.communityCode())
                .orElseThrow(() -> invalid("communityCode", "unknown"));
        if (community.kind != OrganizationKind.COMMUNITY || !community.existsOn(time.today())) {
            throw new Problem(CheckInProblem.NOT_A_COMMUNITY);
        }
        return community;
    }

    private Organization grid(CheckInRequest request, Organization community) {
        Organization grid = organizations.find(request.gridCode()).orElseThrow(() -> invalid("gridCode", "unknown"));
        boolean fits = grid.kind == OrganizationKind.GRID && community.holds(grid) && grid.existsOn(time.today());
        if (!fits) {
            throw new Problem(CheckInProblem.NOT_ITS_GRID);
        }
        return grid;
    }

    Period period(CheckInRequest request) {
        List<Period> open = openPeriods(time.today());
        if (request.period().isEmpty()) {
            return open.get(0);
        }
        return open.stream().filter(each -> each.key().equals(request.period())).findFirst()
                .orElseThrow(() -> new Problem(CheckInProblem.PERIOD_CLOSED));
    }

    CheckIn submit(CheckIn checkIn, CheckInRequest request) {
        long holderId = checkIn.holder == Holder.MEMBER ? checkIn.memberId : checkIn.unitId;
        Organization community = organizations.byId(checkIn.communityId);
        if (CheckIn.isLive(checkIn.holder, holderId, checkIn.communityId, checkIn.period())) {
            throw new Problem(CheckInProblem.ALREADY_REGISTERED, community.name, checkIn.period);
        }
        if (!request.gridCode().isEmpty()) {
            checkIn.gridId = grid(request, community).id;
        }
        checkIn.intention = request.intention();
        checkIn.skills = request.skills();
        checkIn.availability = request.availability();
        checkIn.persist();
        audit.done(checkIn.requestedBy, Audited.of("check-in-register", "check-in", checkIn.id).onBehalfOf(
                checkIn.holder == Holder.MEMBER && !checkIn.requestedBy.equals(checkIn.memberId) ? checkIn.memberId : null));
        events.fire(checkIn.state == CheckInState.AWAITING_MEMBER
                ? new CheckInAwaitsMember(checkIn.id, checkIn.memberId, checkIn.communityId, checkIn.unitId)
                : new CheckInRequested(checkIn.id, checkIn.memberId, checkIn.communityId));
        return checkIn;
    }

    static Problem invalid(String field, String reason) {
        return new Problem(CommonProblem.INVALID).with("errors", List.of(new FieldProblem(field, reason)));
    }
}
