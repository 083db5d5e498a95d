package org.shuangbaodao.checkin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.calendar.WorkingDays;
import org.shuangbaodao.checkin.CheckInPolicy.Relation;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Appointment;
import org.shuangbaodao.member.ConsentPurpose;
import org.shuangbaodao.member.Consents;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.member.Offices;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Organizations;

/**
 * The one rule of who sees a check-in, and how he stands to it: the member, his branch's secretary and officers if he lets
 * branch and community exchange, and those who decide for the community.
 */
@ApplicationScoped
class Sight {

    static final Set<Office> SPEAKS_FOR_PARTY = EnumSet.of(Office.BRANCH_SECRETARY, Office.BRANCH_DEPUTY,
            Office.COMMITTEE_OFFICER);

    private final Organizations organizations;
    private final Members members;
    private final Consents consents;
    private final Offices offices;
    private final WorkingDays workingDays;
    private final BusinessTime time;
    private final AuditTrail audit;

    Sight(Organizations organizations, Members members, Consents consents, Offices offices, WorkingDays workingDays,
            BusinessTime time, AuditTrail audit) {
        this.organizations = organizations;
        this.members = members;
        this.consents = consents;
        this.offices = offices;
        this.workingDays = workingDays;
        this.time = time;
        this.audit = audit;
    }

    /** Looks through one actor's eyes; asks for what it needs once. Not kept beyond a request. */
    View of(long actorId) {
        return new View(actorId);
    }

    /** @throws Problem {@code common/not-found} also where the actor may not know of it */
    CheckIn find(long id, long actorId) {
        CheckIn checkIn = CheckIn.findById(id);
        if (checkIn == null || !CheckInPolicy.maySee(of(actorId).relations(checkIn))) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        if (!checkIn.isOf(actorId)) {
            audit.done(actorId, Audited.of("check-in-read", "check-in", id).onBehalfOf(checkIn.memberId));
        }
        return checkIn;
    }

    boolean speaksFor(long actorId, Organization partyOrganization) {
        return offices.reaching(actorId, partyOrganization).stream().anyMatch(SPEAKS_FOR_PARTY::contains);
    }

    class View {

        private final long actorId;
        private final LocalDate today = time.today();
        private final Map<Long, DecisionOrder> orders = new HashMap<>();
        private final Map<Long, Set<Long>> pairs = new HashMap<>();

        private View(long actorId) {
            this.actorId = actorId;
        }

        Set<Relation> relations(CheckIn checkIn) {
            Set<Relation> relations = EnumSet.noneOf(Relation.class);
            if (isHolder(checkIn)) {
                relations.add(Relation.HOLDER);
            }
            if (checkIn.holder == CheckIn.Holder.MEMBER && checkIn.memberId != actorId && speaksForBranch(checkIn.memberId)) {
                relations.add(Relation.BRANCH);
            }
            DecisionOrder order = order(checkIn.communityId);
            if (order.includes(actorId)) {
                relations.add(Relation.COMMUNITY);
            }
            if (isInterested(actorId, checkIn)) {
                relations.add(Relation.INTERESTED);
            }
            int waited = workingDays.between(checkIn.waitingSince, today);
            if (order.turn(person -> isInterested(person, checkIn), waited).contains(actorId)) {
                relations.add(Relation.TURN);
            }
            return relations;
        }

        /** The communities some office of the actor's decides for, now or when it comes to him. */
        List<Organization> communities() {
            List<Organization> communities = new ArrayList<>();
            for (Appointment held : Appointment.heldBy(actorId, today)) {
                Organization place = organizations.byId(held.organizationId);
                switch (held.office) {
                    case COMMUNITY_SECRETARY -> communities.add(place);
                    case GRID_LEAD -> organizations.above(place, OrganizationKind.COMMUNITY).ifPresent(communities::add);
                    case COMMITTEE_OFFICER -> communities.addAll(organizations.below(place, OrganizationKind.COMMUNITY));
                    default -> {
                        // Other offices enter or read, they do not decide.
                    }
                }
            }
            return communities.stream().distinct().toList();
        }

        private boolean isHolder(CheckIn checkIn) {
            return checkIn.holder == CheckIn.Holder.MEMBER ? checkIn.memberId == actorId
                    : speaksFor(actorId, organizations.byId(checkIn.unitId));
        }

        private boolean speaksForBranch(long memberId) {
            return members.branchOn(memberId, today).map(place -> organizations.byId(place.branchId))
                    .filter(branch -> speaksFor(actorId, branch)).isPresent()
                    && consents.given(memberId, ConsentPurpose.EXCHANGE);
        }

        private boolean isInterested(long person, CheckIn checkIn) {
            Set<Long> counted = pairs.computeIfAbsent(person, this::countedAsOneWith);
            return checkIn.holder == CheckIn.Holder.MEMBER && counted.contains(checkIn.memberId)
                    || counted.contains(checkIn.requestedBy)
                    || checkIn.holder == CheckIn.Holder.UNIT && speaksFor(person, organizations.byId(checkIn.unitId));
        }

        private Set<Long> countedAsOneWith(long person) {
            Set<Long> counted = new HashSet<>(offices.countingAsOneWith(person));
            counted.add(person);
            return counted;
        }

        private DecisionOrder order(long communityId) {
            return orders.computeIfAbsent(communityId, id -> {
                Organization community = organizations.byId(id);
                List<List<Long>> levels = new ArrayList<>();
                levels.add(offices.holders(Office.COMMUNITY_SECRETARY, community));
                levels.add(organizations.below(community, OrganizationKind.GRID).stream()
                        .flatMap(grid -> offices.holders(Office.GRID_LEAD, grid).stream()).distinct().toList());
                organizations.superiorsOf(community)
                        .forEach(superior -> levels.add(offices.holders(Office.COMMITTEE_OFFICER, superior)));
                return new DecisionOrder(levels);
            });
        }
    }
}
