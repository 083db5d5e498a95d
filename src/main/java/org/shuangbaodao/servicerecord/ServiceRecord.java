package org.shuangbaodao.servicerecord;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.rulebook.ServiceTime;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What a member did (民政部令67号 art. 7). Without an activity it is personal service (个人服务): the confirming residents'
 * committee stands as organiser and the confirmer as lead.
 */
@Entity
public class ServiceRecord extends PanacheEntityBase {

    @Id
    public Long id;
    public Long memberId;
    public Long branchId;
    public Long communityId;
    public Long gridId;
    public Long postId;
    public Long activityId;
    public Long slotId;
    public String activityName;
    public Long organizerId;
    public String organizerName;
    public Long leadId;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public RecordState state;
    public int revision;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Eligibility eligibility;
    public boolean workingTime;
    public LocalDateTime startedAt;
    public LocalDateTime endedAt;
    public int minutes;
    public String summary;
    public String place;
    public String issuer;
    public String proofNumber;
    public Long enteredBy;
    public String consentNote;
    public Long paperSheetId;
    public Integer paperRow;
    public String paperCode;
    public LocalDate paperReceivedOn;
    public Instant submittedAt;
    public Instant waitingSince;
    public Long confirmedBy;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Capacity confirmedAs;
    public Instant confirmedAt;
    public Long awardedBy;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Capacity awardedAs;
    public Instant awardedAt;
    public boolean overlapping;
    public Instant heldAt;
    public boolean longDay;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Lateness lateness;
    public String lateReason;
    public Long signedBy;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Capacity signedAs;
    public Instant signedAt;
    public String reason;
    @Version
    public int version;

    protected ServiceRecord() {
    }

    public ServiceRecord(long memberId, long enteredBy, Instant submittedAt) {
        this.id = Ids.next();
        this.memberId = memberId;
        this.enteredBy = enteredBy;
        this.submittedAt = submittedAt;
        this.waitingSince = submittedAt;
        this.state = RecordState.SUBMITTED;
        this.revision = 1;
        this.lateness = Lateness.IN_TIME;
    }

    public ServiceTime time() {
        return new ServiceTime(startedAt, endedAt);
    }

    public void serve(ServiceTime time) {
        this.startedAt = time.start();
        this.endedAt = time.end();
        this.minutes = time.minutes();
    }

    /** The day of service that decides about branch and rules: the one it began on. */
    public LocalDate servedOn() {
        return startedAt.toLocalDate();
    }

    /** What its lateness counts to: a paper sheet was handed in when the office received it, whenever somebody typed it. */
    LocalDate handedInOn() {
        return paperReceivedOn == null ? BusinessTime.dateOf(submittedAt) : paperReceivedOn;
    }

    public boolean isEnteredBySomebodyElse() {
        return !enteredBy.equals(memberId);
    }

    /** What {@link DecisionPolicy} judges it by. */
    public Situation situation() {
        return new Situation(state, isHeld(), care(), signedBy != null);
    }

    Care care() {
        if (lateness == Lateness.VERY_LATE) {
            return Care.SUPERIOR;
        }
        return longDay ? Care.REVIEW : lateness == Lateness.LATE ? Care.TWO : Care.ONE;
    }

    void unsign() {
        signedBy = null;
        signedAs = null;
        signedAt = null;
    }

    public boolean isHeld() {
        return heldAt != null;
    }
}
