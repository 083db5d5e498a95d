package org.shuangbaodao.rollcall;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.activity.ActivityFacts;
import org.shuangbaodao.activity.ActivityFacts.Slot;
import org.shuangbaodao.activity.ActivityKeeping;
import org.shuangbaodao.attendance.SignUps;
import org.shuangbaodao.attendance.Signings;
import org.shuangbaodao.attendance.Signings.Times;
import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.servicerecord.Capacity.Step;
import org.shuangbaodao.servicerecord.DecisionPolicy;
import org.shuangbaodao.servicerecord.RecordDecisions;
import org.shuangbaodao.servicerecord.RecordDecisions.Item;
import org.shuangbaodao.servicerecord.RecordDecisions.Outcome;
import org.shuangbaodao.servicerecord.RecordState;
import org.shuangbaodao.servicerecord.ServiceRecord;
import org.shuangbaodao.servicerecord.Standpoint;
import org.shuangbaodao.servicerecord.Standpoints;
import org.shuangbaodao.servicerecord.Verb;
import org.shuangbaodao.servicerecord.Verdict;

/**
 * All records of one activity before the community that confirms them: a headcount by unit, and what is out of the ordinary one
 * by one. What the policy does not let the reader decide is counted and left alone.
 */
@ApplicationScoped
public class WholeActivity {

    private static final int AT_ONCE = 200;
    private static final Set<RecordState> WAITING = Set.of(RecordState.SUBMITTED, RecordState.QUERIED);

    private final RecordDecisions decisions;
    private final Standpoints standpoints;
    private final SignUps signUps;
    private final Signings signings;
    private final ActivityKeeping keeping;
    private final Members members;
    private final Organizations organizations;
    private final AuditTrail audit;

    WholeActivity(RecordDecisions decisions, Standpoints standpoints, SignUps signUps, Signings signings,
            ActivityKeeping keeping, Members members, Organizations organizations, AuditTrail audit) {
        this.decisions = decisions;
        this.standpoints = standpoints;
        this.signUps = signUps;
        this.signings = signings;
        this.keeping = keeping;
        this.members = members;
        this.organizations = organizations;
        this.audit = audit;
    }

    /** Somebody whose record waits for the reader. */
    public record Line(ServiceRecord record, Member member, Organization unit, Set<Remark> remarks) {

        public boolean isOrdinary() {
            return remarks.isEmpty();
        }
    }

    /** A unit and how many of its people were there. */
    public record Group(Organization unit, List<Line> lines) {

        public long minutes() {
            return lines.stream().mapToLong(line -> line.record.minutes).sum();
        }
    }

    /**
     * What lies before the reader.
     *
     * @param groups the ordinary ones, the largest unit first
     * @param remarkable those to be looked at one by one
     * @param forOthers how many wait for somebody else
     * @param confirmed how many have been confirmed, by whomever
     * @param seen stands for exactly these records as they are
     */
    public record Sheet(List<Group> groups, List<Line> remarkable, int forOthers, int confirmed, String seen) {

        public int ordinary() {
            return groups.stream().mapToInt(group -> group.lines.size()).sum();
        }

        List<Line> lines() {
            List<Line> lines = new ArrayList<>(remarkable);
            groups.forEach(group -> lines.addAll(group.lines));
            return lines;
        }
    }

    /** @throws Problem {@code rollcall/not-yours} for who could never confirm any of it and does not run it either */
    @Transactional
    public Sheet sheet(ActivityFacts activity, long actorId) {
        List<ServiceRecord> records = ServiceRecord.list("activityId = ?1 order by id", activity.id());
        List<ServiceRecord> waiting = records.stream().filter(record -> WAITING.contains(record.state)).toList();
        Standpoints.View view = standpoints.of(actorId).lookingAt(records);
        if (!keeping.mayRun(actorId, activity) && !keeping.mayKeep(actorId, organizations.byId(activity.communityId()))
                && records.stream().noneMatch(record -> couldConfirm(view.to(record)))) {
            throw new Problem(RollcallProblem.NOT_YOURS);
        }
        List<ServiceRecord> own = waiting.stream().filter(record -> DecisionPolicy.judge(Verb.CONFIRM, record.situation(),
                view.to(record)) instanceof Verdict.Allowed).toList();
        List<Line> lines = lines(activity, own);
        List<Group> groups = lines.stream().filter(Line::isOrdinary).collect(Collectors.groupingBy(line -> line.unit.id))
                .values().stream().map(some -> new Group(some.get(0).unit, some))
                .sorted(Comparator.<Group> comparingInt(group -> -group.lines.size()).thenComparing(group -> group.unit.code))
                .toList();
        if (!lines.isEmpty()) {
            audit.done(actorId, Audited.of("activity-records-read", "activity", activity.id()).detail("rows=" + lines.size()));
        }
        return new Sheet(groups, lines.stream().filter(line -> !line.isOrdinary()).toList(), waiting.size() - own.size(),
                (int) records.stream().filter(record -> record.state.isCounted()).count(), digest(own));
    }

    private static boolean couldConfirm(Standpoint who) {
        return who.turns().stream().anyMatch(capacity -> capacity.step() == Step.CONFIRMATION)
                || who.waiting().stream().anyMatch(capacity -> capacity.step() == Step.CONFIRMATION);
    }

    private List<Line> lines(ActivityFacts activity, List<ServiceRecord> records) {
        Map<Long, Member> people = members.byIds(records.stream().map(record -> record.memberId).distinct().toList());
        Map<Long, Organization> units = units(records);
        List<Long> slots = activity.slots().stream().map(Slot::id).toList();
        Set<Long> expected = new HashSet<>(signUps.expected(activity.id()));
        Map<Long, Map<Long, Times>> signed = signings.times(slots);
        Map<Long, Set<Long>> sharing = signings.sharingAPhone(slots);
        return records.stream().map(record -> {
            Map<Long, Times> times = signed.getOrDefault(record.slotId, Map.of());
            Set<Remark> remarks = Remark.of(record, activity.slot(record.slotId), expected, times);
            if (sharing.getOrDefault(record.slotId, Set.of()).contains(record.memberId)) {
                remarks.add(Remark.SHARED_PHONE);
            }
            return new Line(record, people.get(record.memberId), units.get(record.branchId), remarks);
        }).sorted(Comparator.<Line, String> comparing(line -> line.member.sortKey).thenComparing(line -> line.record.id))
                .toList();
    }

    // By branch: the nearest organization that is an employer's, or the branch itself.
    private Map<Long, Organization> units(List<ServiceRecord> records) {
        Map<Long, Organization> branches = organizations
                .byIds(records.stream().map(record -> record.branchId).distinct().toList());
        Map<Long, Organization> superiors = organizations.byIds(branches.values().stream()
                .flatMap(branch -> branch.superiors().stream()).collect(Collectors.toSet()));
        Map<Long, Organization> units = new HashMap<>();
        branches.values().forEach(branch -> units.put(branch.id, branch.unit ? branch
                : branch.superiors().stream().map(superiors::get).filter(each -> each.unit).findFirst().orElse(branch)));
        return units;
    }

    private static String digest(List<ServiceRecord> records) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(records.stream().collect(Collectors.toMap(record -> record.id, record -> record.version)))
                .forEach((id, version) -> text.append(id).append(':').append(version).append(' '));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Confirms what is ordinary, and of the rest what is named. Two hundred go in one transaction, so that the books of sixty
     * branches are not held at once; what was confirmed when it breaks off stays confirmed, and repeating it does the rest.
     *
     * @param also records with remarks that are to be confirmed too
     * @param seen of the sheet the reader looked at, or null to take what lies there now
     * @throws Problem {@code rollcall/changed} when that is not what lies there any more
     */
    public List<Outcome> confirm(ActivityFacts activity, Set<Long> also, String seen, long actorId) {
        Sheet sheet = sheet(activity, actorId);
        if (seen != null && !seen.equals(sheet.seen)) {
            throw new Problem(RollcallProblem.CHANGED);
        }
        List<Item> items = sheet.lines().stream().filter(line -> line.isOrdinary() || also.contains(line.record.id))
                .sorted(Comparator.<Line, Long> comparing(line -> line.record.branchId).thenComparing(line -> line.record.id))
                .map(line -> new Item(line.record.id, line.record.version)).toList();
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < items.size(); i += AT_ONCE) {
            outcomes.addAll(decisions.decideAll(Verb.CONFIRM, items.subList(i, Math.min(i + AT_ONCE, items.size())), null,
                    actorId));
        }
        return outcomes;
    }
}
