package org.shuangbaodao.member;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.shuangbaodao.kernel.Ids;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** 组织关系: a member belongs to one branch at a time, from one day to another. */
@Entity
public class Affiliation extends PanacheEntityBase {

    @Id
    public Long id;
    public Long memberId;
    public Long branchId;
    public Long cellId;
    public LocalDate validFrom;
    public LocalDate validTo;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public RosterState rosterState;
    public Long approvedBy;
    public Instant approvedAt;
    public String declinedBecause;
    @Version
    public int version;

    protected Affiliation() {
    }

    public Affiliation(long memberId, long branchId, LocalDate validFrom) {
        this.id = Ids.next();
        this.memberId = memberId;
        this.branchId = branchId;
        this.validFrom = validFrom;
        this.rosterState = RosterState.PENDING;
    }

    public boolean isApproved() {
        return rosterState == RosterState.APPROVED;
    }

    /** Where the member belonged on {@code day}, approved or not. */
    public static Optional<Affiliation> of(long memberId, LocalDate day) {
        return find("memberId = ?1 and validFrom <= ?2 and (validTo is null or validTo >= ?2) and rosterState <> ?3",
                memberId, day, RosterState.DECLINED).firstResultOptional();
    }

    public static List<Affiliation> allOf(long memberId) {
        return list("memberId = ?1 order by validFrom", memberId);
    }
}
