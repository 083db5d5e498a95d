package org.shuangbaodao.inspection;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.servicerecord.Capacity;
import org.shuangbaodao.servicerecord.Eligibility;
import org.shuangbaodao.servicerecord.Lateness;
import org.shuangbaodao.servicerecord.RecordState;
import org.shuangbaodao.servicerecord.ServiceRecord;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Happenings.Happening;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** What months of service leave behind, written down at once; the books have nothing of it. */
@ApplicationScoped
class Traces {

    private final EntityManager database;

    Traces(EntityManager database) {
        this.database = database;
    }

    /** Awarded, entered by the member himself, confirmed and awarded by these; more is set by {@code also}. */
    ServiceRecord served(Given.Town town, Member member, Member host, Member secretary, String from, int minutes,
            Consumer<ServiceRecord> also) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            LocalDateTime start = LocalDateTime.parse(from);
            Instant after = start.plusMinutes(minutes).plusHours(2).atZone(BusinessTime.ZONE).toInstant();
            ServiceRecord record = new ServiceRecord(member.id, member.id, after);
            record.branchId = town.branch().id;
            record.communityId = town.community().id;
            record.startedAt = start;
            record.endedAt = start.plusMinutes(minutes);
            record.minutes = minutes;
            record.summary = "小区门口值守";
            record.place = "北门";
            record.eligibility = Eligibility.DUTY;
            record.lateness = Lateness.IN_TIME;
            record.state = RecordState.AWARDED;
            record.confirmedBy = host.id;
            record.confirmedAs = Capacity.COMMUNITY_SECRETARY;
            record.confirmedAt = after;
            record.awardedBy = secretary.id;
            record.awardedAs = Capacity.BRANCH_SECRETARY;
            record.awardedAt = after;
            also.accept(record);
            record.persistAndFlush();
            return record;
        });
    }

    /** Signed in at the happening with this phone. */
    void signed(Happening happening, Member member, String phone) {
        QuarkusTransaction.joiningExisting()
                .run(() -> database.createNativeQuery("insert into signing (id, activity_id, slot_id,"
                        + " member_id, direction, at, claimed, device, recorded_at) values (?1, ?2, ?3, ?4, 'IN', ?5, 0, ?6, ?7)")
                        .setParameter(1, Ids.next()).setParameter(2, Ids.parse(happening.id()).orElseThrow())
                        .setParameter(3, Ids.parse(happening.slot()).orElseThrow()).setParameter(4, member.id)
                        .setParameter(5, LocalDateTime.parse("2026-06-06T09:00")).setParameter(6, phone)
                        .setParameter(7, Timestamp.from(Instant.parse("2026-06-06T01:00:00Z"))).executeUpdate());
    }
}
