package org.shuangbaodao.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import org.shuangbaodao.demo.DemoPeople.Cast;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.member.Affiliation;
import org.shuangbaodao.rulebook.ServiceTime;
import org.shuangbaodao.servicerecord.Capacity;
import org.shuangbaodao.servicerecord.Eligibility;
import org.shuangbaodao.servicerecord.RecordState;
import org.shuangbaodao.servicerecord.RecordStep;
import org.shuangbaodao.servicerecord.RecordsDecided;
import org.shuangbaodao.servicerecord.RecordsDecided.Effect;
import org.shuangbaodao.servicerecord.ServiceRecord;
import org.shuangbaodao.servicerecord.Verb;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Three quarters of service in every state. The records are written as if decided at the time; the books are told by the same
 * event as ever, many records at once.
 */
@ApplicationScoped
class DemoRecords {

    private static final int DAYS = 270;
    private static final int FRESH = 12;
    private static final List<String> DEEDS = List.of("小区门口值守", "陪独居老人看病", "清理楼道杂物", "社区食堂帮厨", "文明劝导",
            "反诈宣传入户", "雨后清淤", "辅导孩子写作业", "维修公共照明", "法律咨询", "协助社区体检", "整理图书角", "消防隐患排查", "夜间巡逻");

    private final Event<RecordsDecided> decided;
    private final BusinessTime time;

    DemoRecords(Event<RecordsDecided> decided, BusinessTime time) {
        this.decided = decided;
        this.time = time;
    }

    /** @return how many records there are now */
    int write(Cast cast, Random random) {
        List<ServiceRecord> records = new ArrayList<>();
        QuarkusTransaction.requiringNew().timeout(120).run(() -> {
            for (Affiliation member : cast.members()) {
                recordsOf(member, cast, random).forEach(record -> {
                    record.persist();
                    records.add(record);
                });
            }
            records.forEach(record -> remember(record, cast.hosts().get(record.communityId)));
        });
        Map<Long, List<ServiceRecord>> reversed = by(records, each -> each.confirmedBy, Set.of(RecordState.REVERSED));
        Map<Long, List<ServiceRecord>> counted = by(records, each -> each.confirmedBy,
                Set.of(RecordState.CONFIRMED, RecordState.QUERIED, RecordState.AWARDED, RecordState.REFUSED,
                        RecordState.REVERSED));
        counted.forEach((actor, group) -> tell(Effect.POST_MINUTES, group, actor));
        by(records, each -> each.awardedBy, Set.of(RecordState.AWARDED, RecordState.REVERSED))
                .forEach((actor, group) -> tell(Effect.POST_POINTS, group, actor));
        reversed.forEach((actor, group) -> tell(Effect.REVERSE_ALL, group, actor));
        return records.size();
    }

    private void tell(Effect effect, List<ServiceRecord> group, long actor) {
        QuarkusTransaction.requiringNew().timeout(120).run(() -> decided.fire(new RecordsDecided(effect, group, actor)));
    }

    private static Map<Long, List<ServiceRecord>> by(List<ServiceRecord> records, Function<ServiceRecord, Long> actor,
            Set<RecordState> states) {
        return records.stream().filter(each -> states.contains(each.state) && actor.apply(each) != null)
                .collect(Collectors.groupingBy(actor));
    }

    private List<ServiceRecord> recordsOf(Affiliation member, Cast cast, Random random) {
        boolean star = member.memberId == cast.demoMember();
        int count = star ? 9 : 2 + random.nextInt(4);
        Set<LocalDate> days = new HashSet<>();
        while (days.size() < count) {
            int back = star && days.isEmpty() ? 3 : 1 + random.nextInt(random.nextInt(5) == 0 ? FRESH : DAYS);
            days.add(time.today().minusDays(back));
        }
        List<ServiceRecord> records = new ArrayList<>();
        for (LocalDate day : days) {
            ServiceRecord record = new ServiceRecord(member.memberId, member.memberId, at(day, 20));
            record.branchId = member.branchId;
            record.communityId = cast.home().get(member.memberId);
            record.summary = DEEDS.get(random.nextInt(DEEDS.size()));
            record.place = "";
            record.eligibility = random.nextInt(10) < 6 ? Eligibility.VOLUNTEER : Eligibility.DUTY;
            record.workingTime = record.eligibility == Eligibility.DUTY && random.nextInt(12) == 0;
            LocalDateTime start = day.atTime(8 + random.nextInt(11), 15 * random.nextInt(4));
            record.serve(new ServiceTime(start, start.plusMinutes(45 + 15L * random.nextInt(12))));
            decide(record, day, cast, random);
            records.add(record);
        }
        return records;
    }

    private void decide(ServiceRecord record, LocalDate day, Cast cast, Random random) {
        boolean fresh = day.isAfter(time.today().minusDays(FRESH));
        record.state = fresh ? fresh(random.nextInt(100)) : settled(random.nextInt(100));
        Long secretary = cast.secretaries().get(record.branchId);
        boolean noAward = secretary == null || secretary.equals(record.memberId);
        if (noAward && (record.state == RecordState.AWARDED || record.state == RecordState.REFUSED)) {
            record.state = RecordState.CONFIRMED;
        }
        boolean confirmed = record.state.isCounted() || record.state == RecordState.REVERSED;
        if (confirmed) {
            record.confirmedBy = cast.hosts().get(record.communityId);
            record.confirmedAs = Capacity.COMMUNITY_SECRETARY;
            record.confirmedAt = at(day.plusDays(1), 9);
            record.waitingSince = record.confirmedAt;
        }
        if (record.state == RecordState.AWARDED || record.state == RecordState.REVERSED && !noAward) {
            record.awardedBy = secretary;
            record.awardedAs = Capacity.BRANCH_SECRETARY;
            record.awardedAt = at(day.plusDays(1), 16);
        }
        record.reason = switch (record.state) {
            case RETURNED -> "起止时间与实际不符";
            case REJECTED -> "没有到场";
            case REFUSED -> "不属于服务";
            case QUERIED -> "内容不清楚";
            case REVERSED -> "重复登记";
            default -> null;
        };
    }

    private static RecordState fresh(int chance) {
        return chance < 45 ? RecordState.SUBMITTED
                : chance < 75 ? RecordState.CONFIRMED : chance < 81 ? RecordState.RETURNED : RecordState.AWARDED;
    }

    private static RecordState settled(int chance) {
        return switch (chance) {
            case 0, 1 -> RecordState.REFUSED;
            case 2, 3, 4 -> RecordState.REJECTED;
            case 5 -> RecordState.REVERSED;
            case 6, 7 -> RecordState.WITHDRAWN;
            case 8 -> RecordState.QUERIED;
            case 9 -> RecordState.REPUDIATED;
            default -> RecordState.AWARDED;
        };
    }

    // The steps that led to where the record stands.
    private void remember(ServiceRecord record, long host) {
        RecordState stands = record.state;
        Map<RecordState, Verb> single = new HashMap<>(Map.of(RecordState.RETURNED, Verb.RETURN, RecordState.REJECTED,
                Verb.REJECT, RecordState.WITHDRAWN, Verb.WITHDRAW, RecordState.REPUDIATED, Verb.REPUDIATE));
        if (single.containsKey(stands)) {
            boolean self = stands == RecordState.WITHDRAWN || stands == RecordState.REPUDIATED;
            step(record, single.get(stands), RecordState.SUBMITTED, self ? record.memberId : host,
                    self ? Capacity.SELF : Capacity.COMMUNITY_SECRETARY, record.submittedAt);
        }
        if (record.confirmedBy != null) {
            as(record, RecordState.CONFIRMED, () -> step(record, Verb.CONFIRM, RecordState.SUBMITTED, record.confirmedBy,
                    record.confirmedAs, record.confirmedAt));
        }
        if (record.awardedBy != null) {
            as(record, RecordState.AWARDED, () -> step(record, Verb.AWARD, RecordState.CONFIRMED, record.awardedBy,
                    record.awardedAs, record.awardedAt));
        }
        if (stands == RecordState.REVERSED) {
            step(record, Verb.REVERSE, record.awardedBy == null ? RecordState.CONFIRMED : RecordState.AWARDED,
                    record.confirmedBy, record.confirmedAs, time.now());
        }
    }

    private static void as(ServiceRecord record, RecordState state, Runnable write) {
        RecordState stands = record.state;
        record.state = state;
        write.run();
        record.state = stands;
    }

    private static void step(ServiceRecord record, Verb verb, RecordState from, long actor, Capacity capacity, Instant at) {
        new RecordStep(record, verb, from, actor, capacity, at).persist();
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(BusinessTime.ZONE).toInstant();
    }
}
