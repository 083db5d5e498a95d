package org.shuangbaodao.servicerecord;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.calendar.WorkingDays;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.member.Offices;
import org.shuangbaodao.member.Offices.StandIn;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.servicerecord.Capacity.Step;
import org.shuangbaodao.servicerecord.Standpoint.Tie;

/**
 * Finds out how somebody stands to records: what ties him to them and whether it is his turn. The nearest acts first; where
 * nobody nearer is there, or all who are may not decide, or each of them stayed silent for ten working days, the next may.
 */
@ApplicationScoped
public class Standpoints {

    /** 民政部令67号 art. 11: service is recorded within ten working days; so long a substitute waits for the one before him. */
    public static final int SILENCE = 10;

    /** How long a slip can be taken back by whoever made it. */
    static final Duration UNDO = Duration.ofMinutes(10);

    private final Organizations organizations;
    private final Offices offices;
    private final WorkingDays workingDays;
    private final BusinessTime time;

    Standpoints(Organizations organizations, Offices offices, WorkingDays workingDays, BusinessTime time) {
        this.organizations = organizations;
        this.offices = offices;
        this.workingDays = workingDays;
        this.time = time;
    }

    /** A look through one person's eyes; asks for each branch, community and person once, however many records there are. */
    public View of(long actorId) {
        return new View(actorId);
    }

    /** One of those who may take a step, the nearest first. */
    private record Level(Capacity capacity, List<Long> holders, Set<Long> organizations) {
    }

    /** See {@link Standpoints#of}. Lives within one transaction. */
    public final class View {

        private final long actorId;
        private final OfficeChart chart = new OfficeChart(organizations, offices);
        private final Map<String, List<Level>> levels = new HashMap<>();
        private List<StandIn> standIns;

        private View(long actorId) {
            this.actorId = actorId;
        }

        /** Reads at once what {@link #to} will need for each of them. */
        public View lookingAt(Collection<ServiceRecord> records) {
            chart.include(records, actorId);
            return this;
        }

        public Standpoint to(ServiceRecord record) {
            chart.include(List.of(record), actorId);
            Set<Capacity> turns = EnumSet.noneOf(Capacity.class);
            Set<Capacity> waiting = EnumSet.noneOf(Capacity.class);
            place(record, confirmationLevels(record), turns, waiting);
            place(record, awardLevels(record.branchId), turns, waiting);
            return new Standpoint(ties(record), turns, waiting);
        }

        /** The same, with the right to take back what he decided just now. */
        Standpoint to(ServiceRecord record, RecordStep last) {
            Standpoint who = to(record);
            if (last == null || last.actorId != actorId || !last.verb.canBeUndone(last.fromState)
                    || last.at.plus(UNDO).isBefore(time.now())) {
                return who;
            }
            Set<Tie> ties = EnumSet.of(Tie.JUST_DECIDED);
            ties.addAll(who.ties());
            return new Standpoint(ties, who.turns(), who.waiting());
        }

        /**
         * Those whose turn the step has become because all who are nearer stayed silent, and the day on which it did. That they
         * may decide on it themselves is seen to.
         */
        Map<Long, LocalDate> escalatedTo(ServiceRecord record, Step step) {
            chart.include(List.of(record), actorId);
            Map<Long, LocalDate> found = new HashMap<>();
            int silenceNeeded = 0;
            for (Level level : step == Step.CONFIRMATION ? confirmationLevels(record) : awardLevels(record.branchId)) {
                List<Long> fit = level.holders.stream().filter(holder -> isFit(holder, record, step)).toList();
                if (silenceNeeded > 0 && waitedFor(record) >= silenceNeeded) {
                    LocalDate day = workingDays.plus(BusinessTime.dateOf(record.waitingSince), silenceNeeded);
                    fit.forEach(person -> found.putIfAbsent(person, day));
                }
                if (!fit.isEmpty() && !isOver(record, level)) {
                    silenceNeeded += SILENCE;
                }
            }
            return found;
        }

        // Once one of two has signed it is the others' turn, without waiting for those who are near; very late none of these is
        // asked.
        private boolean isOver(ServiceRecord record, Level level) {
            return (record.signedBy != null || record.care() == Care.SUPERIOR) && level.capacity.step() == Step.CONFIRMATION
                    && !level.capacity.isSuperior();
        }

        /** For whom he would act in this capacity, where that person is on leave and he stands in; null for himself. */
        Long onBehalfOf(ServiceRecord record, Capacity capacity) {
            if (standIns == null) {
                standIns = offices.standingIn(actorId);
            }
            if (standIns.isEmpty() || capacity.step() == null) {
                return null;
            }
            List<Level> order = capacity.step() == Step.CONFIRMATION ? confirmationLevels(record)
                    : awardLevels(record.branchId);
            return order.stream().filter(level -> level.capacity == capacity && level.holders.contains(actorId)).findFirst()
                    .flatMap(level -> standIns.stream().filter(each -> each.office() == capacity.office()
                            && level.organizations.contains(each.organizationId())).findFirst())
                    .map(StandIn::principalId).orElse(null);
        }

        private Set<Tie> ties(ServiceRecord record) {
            Set<Tie> ties = EnumSet.noneOf(Tie.class);
            tie(ties, record.memberId, Tie.HOLDER, Tie.HOLDER_PAIR);
            tie(ties, record.enteredBy, Tie.ENTERER, Tie.ENTERER_PAIR);
            tie(ties, record.confirmedBy, Tie.CONFIRMER, Tie.CONFIRMER_PAIR);
            tie(ties, record.awardedBy, Tie.AWARDER, Tie.AWARDER_PAIR);
            tie(ties, record.signedBy, Tie.SIGNER, Tie.SIGNER_PAIR);
            return ties;
        }

        private void tie(Set<Tie> ties, Long personId, Tie same, Tie pair) {
            if (personId == null) {
                return;
            }
            if (personId == actorId) {
                ties.add(same);
            } else if (chart.asOneWith(actorId).contains(personId)) {
                ties.add(pair);
            }
        }

        private void place(ServiceRecord record, List<Level> levels, Set<Capacity> turns, Set<Capacity> waiting) {
            int silenceNeeded = 0;
            for (Level level : levels) {
                if (level.holders.contains(actorId)) {
                    (waitedFor(record) >= silenceNeeded ? turns : waiting).add(level.capacity);
                }
                if (!isOver(record, level)
                        && level.holders.stream().anyMatch(holder -> isFit(holder, record, level.capacity.step()))) {
                    silenceNeeded += SILENCE;
                }
            }
        }

        private int waitedFor(ServiceRecord record) {
            LocalDate since = BusinessTime.dateOf(record.waitingSince);
            return workingDays.between(since, time.today());
        }

        private boolean isFit(long personId, ServiceRecord record, Step step) {
            Set<Long> unfit = new HashSet<>(List.of(record.memberId, record.enteredBy));
            Long otherStep = step == Step.CONFIRMATION ? record.awardedBy : record.confirmedBy;
            if (otherStep != null) {
                unfit.add(otherStep);
            }
            if (record.signedBy != null) {
                unfit.add(record.signedBy);
            }
            return unfit.stream().noneMatch(each -> each == personId || chart.asOneWith(each).contains(personId));
        }

        private List<Level> confirmationLevels(ServiceRecord record) {
            if (record.communityId == null) {
                return levels.computeIfAbsent("outside " + record.branchId,
                        key -> officers(chart.deciding(record.branchId), Capacity.SUPERIOR_FOR_OUTSIDE));
            }
            return levels.computeIfAbsent("community " + record.communityId + " " + record.gridId, key -> {
                Organization community = chart.deciding(record.communityId);
                List<Level> found = new ArrayList<>();
                found.add(new Level(Capacity.COMMUNITY_SECRETARY, chart.holders(Office.COMMUNITY_SECRETARY, community),
                        Set.of(community.id)));
                found.add(new Level(Capacity.GRID_LEAD, gridLeads(community, record.gridId),
                        chart.gridsOf(community, record.gridId).stream().map(grid -> grid.id).collect(Collectors.toSet())));
                found.addAll(officers(community, Capacity.STREET_OFFICER));
                return found;
            });
        }

        private List<Level> awardLevels(long branchId) {
            return levels.computeIfAbsent("branch " + branchId, key -> {
                Organization branch = chart.deciding(branchId);
                List<Level> found = new ArrayList<>();
                found.add(new Level(Capacity.BRANCH_SECRETARY, chart.holders(Office.BRANCH_SECRETARY, branch),
                        Set.of(branch.id)));
                found.add(new Level(Capacity.BRANCH_DEPUTY, chart.holders(Office.BRANCH_DEPUTY, branch), Set.of(branch.id)));
                found.addAll(officers(branch, Capacity.SUPERIOR_OFFICER));
                return found;
            });
        }

        private List<Long> gridLeads(Organization community, Long gridId) {
            return chart.gridsOf(community, gridId).stream()
                    .flatMap(grid -> chart.holders(Office.GRID_LEAD, grid).stream()).distinct().toList();
        }

        private List<Level> officers(Organization organization, Capacity capacity) {
            return chart.superiorsOf(organization).stream()
                    .map(superior -> new Level(capacity, chart.holders(Office.COMMITTEE_OFFICER, superior),
                            Set.of(superior.id)))
                    .toList();
        }
    }
}
