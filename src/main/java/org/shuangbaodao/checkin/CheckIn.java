package org.shuangbaodao.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One registration of one holder with one community for one period. */
@Entity
public class CheckIn extends PanacheEntityBase {

    /** Whose it is: a person's, or a unit's own. */
    public enum Holder {
        MEMBER,
        UNIT
    }

    @Id
    public Long id;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Holder holder;
    public Long memberId;
    public Long unitId;
    public Long communityId;
    public Long gridId;
    public String period;
    public String intention = "";
    public String skills = "";
    public String availability = "";
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public CheckInState state;
    public Long movesFromId;
    public Long requestedBy;
    public Instant requestedAt;
    public LocalDate waitingSince;
    public String requestKey;
    public String requestDigest;
    public Long decidedBy;
    public Instant decidedAt;
    public String receiptNumber;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public RefusalReason reason;
    public String reasonText = "";
    public LocalDate validFrom;
    public LocalDate validTo;
    public Long endedBy;
    public Instant endedAt;
    @Version
    public int version;

    protected CheckIn() {
    }

    private CheckIn(Holder holder, CheckInState state, long communityId, Period period, long requestedBy, Instant requestedAt) {
        this.id = Ids.next();
        this.holder = holder;
        this.state = state;
        this.communityId = communityId;
        this.period = period.key();
        this.requestedBy = requestedBy;
        this.requestedAt = requestedAt;
        this.waitingSince = BusinessTime.dateOf(requestedAt);
    }

    static CheckIn byMember(long memberId, long communityId, Period period, Instant at) {
        CheckIn made = new CheckIn(Holder.MEMBER, CheckInState.REQUESTED, communityId, period, memberId, at);
        made.memberId = memberId;
        return made;
    }

    static CheckIn byUnitFor(long memberId, long unitId, long communityId, Period period, long requestedBy, Instant at) {
        CheckIn made = new CheckIn(Holder.MEMBER, CheckInState.AWAITING_MEMBER, communityId, period, requestedBy, at);
        made.memberId = memberId;
        made.unitId = unitId;
        return made;
    }

    static CheckIn ofUnit(long unitId, long communityId, Period period, long requestedBy, Instant at) {
        CheckIn made = new CheckIn(Holder.UNIT, CheckInState.REQUESTED, communityId, period, requestedBy, at);
        made.unitId = unitId;
        return made;
    }

    public Period period() {
        return Period.parse(period).orElseThrow();
    }

    public boolean isOf(long member) {
        return holder == Holder.MEMBER && memberId == member;
    }

    public boolean isValidOn(LocalDate day) {
        return validFrom != null && !validFrom.isAfter(day) && !validTo.isBefore(day);
    }

    /** Nobody decided before its period was over; it binds nobody any more. */
    public boolean hasLapsed(LocalDate today) {
        boolean waiting = state == CheckInState.REQUESTED || state == CheckInState.AWAITING_MEMBER;
        return waiting && period().lastDay().isBefore(today);
    }

    static Optional<CheckIn> byRequest(long requestedBy, String key) {
        return find("requestedBy = ?1 and requestKey = ?2", requestedBy, key).firstResultOptional();
    }

    /** The newest first. */
    static List<CheckIn> ofMember(long memberId) {
        return list("holder = ?1 and memberId = ?2 order by id desc", Holder.MEMBER, memberId);
    }

    /** Of the unit itself, the newest first. */
    static List<CheckIn> ofUnit(long unitId) {
        return list("holder = ?1 and unitId = ?2 order by id desc", Holder.UNIT, unitId);
    }

    static boolean isLive(Holder holder, long holderId, long communityId, Period period) {
        String column = holder == Holder.MEMBER ? "memberId" : "unitId";
        return count("holder = ?1 and " + column + " = ?2 and communityId = ?3 and period = ?4 and state in ?5", holder,
                holderId, communityId, period.key(), CheckInState.LIVE) > 0;
    }
}
