package org.shuangbaodao.checkin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.calendar.WorkingDays;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;

/** Check-ins with the names that go with them, as pages and the API show them. */
@ApplicationScoped
class Cards {

    private final Organizations organizations;
    private final Members members;
    private final CommunitySearch communities;
    private final WorkingDays workingDays;
    private final BusinessTime time;

    Cards(Organizations organizations, Members members, CommunitySearch communities, WorkingDays workingDays,
            BusinessTime time) {
        this.organizations = organizations;
        this.members = members;
        this.communities = communities;
        this.workingDays = workingDays;
        this.time = time;
    }

    /**
     * @param holderNumber member number or the unit's code
     * @param tone of the state's badge
     * @param waitingDays working days the community has let it wait
     * @param inForce valid today
     * @param open accepted and not over yet, so that it can be moved or ended
     * @param renewable the period it can be renewed for, null when it cannot
     */
    record Card(String id, int version, boolean ofUnit, String holderName, String holderNumber, String unitName,
            String communityCode, String communityName, String streetName, String areaName, String gridCode, String gridName,
            String period, String intention, String skills, String availability, CheckInState state, String tone,
            boolean lapsed,
            String requestedOn, String requestedBy, int waitingDays, String movesFrom, String decidedOn, String receiptNumber,
            RefusalReason reason, String reasonText, String validFrom, String validTo, boolean inForce, boolean open,
            String renewable) {

        public boolean isRequested() {
            return state == CheckInState.REQUESTED && !lapsed;
        }

        public boolean isAwaitingMember() {
            return state == CheckInState.AWAITING_MEMBER;
        }

        public boolean isLive() {
            return CheckInState.LIVE.contains(state) && !lapsed;
        }
    }

    Card of(CheckIn checkIn) {
        return of(List.of(checkIn)).get(0);
    }

    List<Card> of(List<CheckIn> checkIns) {
        Map<Long, CheckIn> old = new HashMap<>();
        List<Long> movesFrom = ids(checkIns, each -> Stream.of(each.movesFromId));
        if (!movesFrom.isEmpty()) {
            CheckIn.<CheckIn> list("id in ?1", movesFrom).forEach(each -> old.put(each.id, each));
        }
        Map<Long, Member> people = members.byIds(ids(checkIns, each -> Stream.of(each.memberId, each.requestedBy)));
        Map<Long, Organization> places = organizations.byIds(ids(checkIns, each -> Stream.of(each.communityId, each.gridId,
                each.unitId, Optional.ofNullable(old.get(each.movesFromId)).map(from -> from.communityId).orElse(null))));
        Map<String, CommunitySearch.Place> named = new HashMap<>();
        communities.places(checkIns.stream().map(each -> places.get(each.communityId)).distinct().toList())
                .forEach(place -> named.put(place.code(), place));
        List<Card> cards = new ArrayList<>();
        for (CheckIn each : checkIns) {
            CheckIn from = old.get(each.movesFromId);
            cards.add(card(each, people, places, named.get(places.get(each.communityId).code),
                    from == null ? null : places.get(from.communityId).name));
        }
        return cards;
    }

    private Card card(CheckIn of, Map<Long, Member> people, Map<Long, Organization> places, CommunitySearch.Place community,
            String movesFrom) {
        LocalDate today = time.today();
        Organization unit = places.get(of.unitId);
        Organization grid = places.get(of.gridId);
        Member member = people.get(of.memberId);
        boolean ofUnit = of.holder == CheckIn.Holder.UNIT;
        return new Card(Ids.text(of.id), of.version, ofUnit, ofUnit ? unit.name : member.name,
                ofUnit ? unit.code : member.number,
                unit == null ? null : unit.name, community.code(), community.name(), community.street(), community.area(),
                grid == null ? null : grid.code, grid == null ? null : grid.name, of.period, of.intention, of.skills,
                of.availability, of.state, tone(of, today), of.hasLapsed(today), BusinessTime.dateOf(of.requestedAt).toString(),
                people.get(of.requestedBy).name,
                of.state == CheckInState.REQUESTED ? workingDays.between(of.waitingSince, today) : 0,
                movesFrom, of.decidedAt == null ? null : BusinessTime.dateOf(of.decidedAt).toString(), of.receiptNumber,
                of.reason,
                of.reasonText, text(of.validFrom), text(of.validTo), of.isValidOn(today),
                of.state == CheckInState.ACCEPTED && !of.validTo.isBefore(today),
                of.state == CheckInState.ACCEPTED ? renewable(of, today) : null);
    }

    private static String renewable(CheckIn of, LocalDate today) {
        long holderId = of.holder == CheckIn.Holder.MEMBER ? of.memberId : of.unitId;
        return Registrations.renewalOf(of, today).filter(next -> !CheckIn.isLive(of.holder, holderId, of.communityId, next))
                .map(Period::key).orElse(null);
    }

    private static String tone(CheckIn of, LocalDate today) {
        return switch (of.state) {
            case AWAITING_MEMBER, REQUESTED -> of.hasLapsed(today) ? "plain" : "wait";
            case ACCEPTED -> of.validTo.isBefore(today) ? "plain" : "good";
            case DECLINED -> "bad";
            case WITHDRAWN, MOVED -> "plain";
        };
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static List<Long> ids(List<CheckIn> checkIns, Function<CheckIn, Stream<Long>> of) {
        return checkIns.stream().flatMap(of).filter(Objects::nonNull).distinct().toList();
    }
}
