package org.shuangbaodao.rollcall;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.activity.ActivityFacts;
import org.shuangbaodao.activity.ActivityFacts.Slot;
import org.shuangbaodao.activity.ActivityKeeping;
import org.shuangbaodao.attendance.SignUpState;
import org.shuangbaodao.attendance.SignUps;
import org.shuangbaodao.attendance.Signings;
import org.shuangbaodao.attendance.Signings.Times;
import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.servicerecord.RecordState;
import org.shuangbaodao.servicerecord.Report;
import org.shuangbaodao.servicerecord.ServiceRecord;
import org.shuangbaodao.servicerecord.ServiceRecords;

/** The organizer's list of one slot: who is expected, who was there, and one record for each who was. */
@ApplicationScoped
public class AttendanceList {

    /** As many as a slot may hold, and guests. */
    private static final int MOST = 1000;
    private static final int AT_ONCE = 200;
    private static final Set<RecordState> GONE = Set.of(RecordState.WITHDRAWN, RecordState.REJECTED, RecordState.REPUDIATED,
            RecordState.REVERSED);

    private final ActivityKeeping keeping;
    private final SignUps signUps;
    private final Signings signings;
    private final ServiceRecords records;
    private final Members members;
    private final AuditTrail audit;

    AttendanceList(ActivityKeeping keeping, SignUps signUps, Signings signings, ServiceRecords records, Members members,
            AuditTrail audit) {
        this.keeping = keeping;
        this.signUps = signUps;
        this.signings = signings;
        this.records = records;
        this.members = members;
        this.audit = audit;
    }

    /**
     * Somebody on the list.
     *
     * @param from when his service begins if nobody says otherwise: when he came, or when the slot began
     * @param minutes how long it lasts if nobody says otherwise
     * @param state of the record there is already, null if there is none
     */
    public record Row(long memberId, String number, String name, boolean expected, Times signed, LocalDateTime from,
            int minutes, RecordState state) {

        public boolean isSigned() {
            return signed.in() != null || signed.out() != null;
        }
    }

    /** @param minutes how long he really was there, null for as long as stands on the list */
    public record Entry(String memberNumber, Integer minutes) {
    }

    /** What became of an entry: the record, or why there is none. */
    public record Outcome(String memberNumber, ServiceRecord record, Problem problem) {

        public boolean isDone() {
            return problem == null;
        }
    }

    /** Everybody who signed up, signed in, or reported by himself, by name. */
    @Transactional
    public List<Row> rows(ActivityFacts activity, Slot slot, long actorId) {
        requireRun(activity, actorId);
        Set<Long> expected = new LinkedHashSet<>();
        Set<Long> known = new LinkedHashSet<>();
        signUps.people(activity, actorId).stream().filter(each -> each.slotId() == slot.id()).forEach(each -> {
            known.add(each.memberId());
            if (each.state() == SignUpState.TAKEN) {
                expected.add(each.memberId());
            }
        });
        Map<Long, Times> signed = signings.times(List.of(slot.id())).getOrDefault(slot.id(), Map.of());
        Map<Long, RecordState> handedIn = handedIn(slot.id());
        known.addAll(signed.keySet());
        known.addAll(handedIn.keySet());
        return members.byIds(known).values().stream()
                .sorted(Comparator.<Member, String> comparing(each -> each.sortKey).thenComparing(each -> each.number))
                .map(each -> row(each, slot, expected.contains(each.id), signed.get(each.id), handedIn.get(each.id))).toList();
    }

    private static Row row(Member member, Slot slot, boolean expected, Times signed, RecordState state) {
        Times times = signed == null ? new Times(null, null, false) : signed;
        LocalDateTime from = times.in() == null || times.in().isBefore(slot.startsAt()) ? slot.startsAt() : times.in();
        LocalDateTime to = times.out() == null ? slot.endsAt() : times.out();
        int minutes = to.isAfter(from) ? (int) Duration.between(from, to).toMinutes() : 0;
        return new Row(member.id, member.number, member.name, expected, times, from, minutes, state);
    }

    private static Map<Long, RecordState> handedIn(long slotId) {
        Map<Long, RecordState> states = new HashMap<>();
        ServiceRecord.<ServiceRecord> list("slotId = ?1 and state not in ?2 order by id", slotId, GONE)
                .forEach(each -> states.put(each.memberId, each.state));
        return states;
    }

    /**
     * Hands in one record for each entry, all entered on behalf: whoever does this decides on none of them. Repeating it
     * changes
     * nothing, for those already handed in are left alone. Two hundred go in one transaction.
     *
     * @param consentNote how those on the list agreed to it
     * @param lateReason why it comes only now, where it comes late
     */
    public List<Outcome> enter(ActivityFacts activity, Slot slot, List<Entry> entries, String consentNote, String lateReason,
            long actorId) {
        requireRun(activity, actorId);
        if (entries.size() > MOST) {
            throw new Problem(RollcallProblem.TOO_MANY, MOST);
        }
        Map<String, Row> rows = new HashMap<>();
        rows(activity, slot, actorId).forEach(row -> rows.put(row.number, row));
        Map<String, Outcome> outcomes = new HashMap<>();
        List<Report> reports = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Entry entry : entries) {
            String number = entry.memberNumber().strip();
            Row row = rows.get(number);
            if (row != null && row.state != null) {
                outcomes.put(number, new Outcome(number, null, new Problem(RollcallProblem.ALREADY)));
            } else if (seen.add(number)) {
                LocalDateTime from = row == null ? slot.startsAt() : row.from;
                int minutes = entry.minutes() != null ? entry.minutes()
                        : row == null ? (int) Duration.between(slot.startsAt(), slot.endsAt()).toMinutes() : row.minutes;
                reports.add(
                        new Report(from, from.plusMinutes(minutes), null, Ids.text(activity.id()), Ids.text(slot.id()), null,
                                null, null, null, null, null, null, number, consentNote, null, lateReason));
            }
        }
        for (int i = 0; i < reports.size(); i += AT_ONCE) {
            List<Report> some = reports.subList(i, Math.min(i + AT_ONCE, reports.size()));
            List<ServiceRecords.Taken> taken = records.reportAll(some, actorId);
            for (int j = 0; j < some.size(); j++) {
                String number = some.get(j).memberNumber();
                outcomes.put(number, new Outcome(number, taken.get(j).record(), taken.get(j).problem()));
            }
        }
        audit.done(actorId, Audited.of("attendance-list", "activity", activity.id()).detail("rows=" + reports.size()));
        return entries.stream().map(entry -> outcomes.get(entry.memberNumber().strip())).distinct().toList();
    }

    private void requireRun(ActivityFacts activity, long actorId) {
        if (!keeping.mayRun(actorId, activity)) {
            throw new Problem(RollcallProblem.NOT_YOURS);
        }
    }
}
