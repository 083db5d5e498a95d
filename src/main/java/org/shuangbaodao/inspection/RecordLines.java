package org.shuangbaodao.inspection;

import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.kernel.Amounts;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.servicerecord.RecordState;
import org.shuangbaodao.servicerecord.ServiceRecord;

/** Records as inspectors see them: what is needed to ask about them, in three statements for any number. */
@ApplicationScoped
class RecordLines {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final Members members;
    private final Organizations organizations;

    RecordLines(Members members, Organizations organizations) {
        this.members = members;
        this.organizations = organizations;
    }

    /**
     * @param enteredBy null where the member did it himself
     * @param confirmedBy null where nobody did
     */
    record Line(String id, String day, String times, String hours, String summary, String where, String member, String number,
            String branch, String enteredBy, String confirmedBy, RecordState state, boolean held) {
    }

    /** By record. */
    @Transactional
    Map<Long, Line> of(Collection<ServiceRecord> records) {
        Map<Long, Member> people = members.byIds(records.stream()
                .flatMap(each -> Stream.of(each.memberId, each.enteredBy, each.confirmedBy)).filter(Objects::nonNull).distinct()
                .toList());
        Map<Long, Organization> places = organizations.byIds(records.stream()
                .flatMap(each -> Stream.of(each.branchId, each.communityId)).filter(Objects::nonNull).distinct().toList());
        Map<Long, Line> lines = new HashMap<>();
        records.forEach(each -> lines.put(each.id, line(each, people, places)));
        return lines;
    }

    private static Line line(ServiceRecord record, Map<Long, Member> people, Map<Long, Organization> places) {
        Member member = people.get(record.memberId);
        String community = record.communityId == null ? record.issuer : places.get(record.communityId).name;
        String where = record.place == null || record.place.isBlank() ? community : community + " · " + record.place;
        return new Line(Ids.text(record.id), record.servedOn().toString(),
                record.startedAt.format(CLOCK) + "–" + record.endedAt.format(CLOCK), Amounts.hours(record.minutes),
                record.summary, where, member.name, member.number, places.get(record.branchId).name,
                record.isEnteredBySomebodyElse() ? people.get(record.enteredBy).name : null,
                record.confirmedBy == null ? null : people.get(record.confirmedBy).name, record.state, record.isHeld());
    }

    @Transactional
    String nameOf(long memberId) {
        return members.byId(memberId).name;
    }

    /** Name and number, by member. */
    @Transactional
    Map<Long, String> shortNames(Collection<Long> memberIds) {
        Map<Long, String> names = new HashMap<>();
        members.byIds(memberIds).values().forEach(each -> names.put(each.id, each.name + " " + each.number));
        return names;
    }
}
