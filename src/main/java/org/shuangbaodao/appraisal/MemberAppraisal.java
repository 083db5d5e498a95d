package org.shuangbaodao.appraisal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.shuangbaodao.kernel.Ids;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What the branch's meeting decided about a member's year, beside what the figures had suggested. Never edited. */
@Entity
@Immutable
class MemberAppraisal extends PanacheEntityBase {

    @Id
    public Long id;
    public Long memberId;
    public int appraisalYear;
    public int revision;
    public Long branchId;
    public String suggested;
    public String facts;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public MemberGrade grade;
    public LocalDate meetingOn;
    public String reason;
    public Long recordedBy;
    public Instant recordedAt;

    protected MemberAppraisal() {
    }

    MemberAppraisal(Appraisals.Decision decision, int revision, String suggested, String facts, long recordedBy,
            Instant recordedAt) {
        this.id = Ids.next();
        this.memberId = decision.memberId();
        this.appraisalYear = decision.year();
        this.revision = revision;
        this.branchId = decision.branchId();
        this.suggested = suggested;
        this.facts = facts;
        this.grade = decision.grade();
        this.meetingOn = decision.meetingOn();
        this.reason = decision.reason();
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
    }

    /** Of these members and year, all revisions, the latest last. */
    static List<MemberAppraisal> of(Collection<Long> memberIds, int year) {
        return memberIds.isEmpty() ? List.of()
                : list("memberId in ?1 and appraisalYear = ?2 order by memberId, revision", memberIds, year);
    }

    /** Of one member, newest year first. */
    static List<MemberAppraisal> of(long memberId) {
        return list("memberId = ?1 order by appraisalYear desc, revision desc", memberId);
    }
}
