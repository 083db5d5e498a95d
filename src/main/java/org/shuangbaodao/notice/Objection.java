package org.shuangbaodao.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.shuangbaodao.kernel.Ids;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** 异议 to a notice. Who raised it, if he said so, is read by whoever answers it and by nobody else. */
@Entity
class Objection extends PanacheEntityBase {

    @Id
    public Long id;
    public Long noticeId;
    public Long branchId;
    /** The organization whose officers answer. */
    public Long responsibleId;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Outcome state;
    public boolean aboutDecider;
    public Long filedBy;
    public String about;
    public String content;
    public String nameCipher;
    public String contactCipher;
    @JdbcTypeCode(SqlTypes.CHAR)
    public String receiptHash;
    public Instant filedAt;
    public LocalDate dueOn;
    /** After this day the next superior answers; null when none is left. */
    public LocalDate escalatesOn;
    public Instant answeredAt;
    public Long answeredBy;
    public String answer;
    /** Last day to appeal; null before the answer. */
    public LocalDate appealBy;
    @Version
    public int version;

    protected Objection() {
    }

    Objection(Notice notice, long responsibleId, Instant filedAt) {
        this.id = Ids.next();
        this.noticeId = notice.id;
        this.branchId = notice.branchId;
        this.responsibleId = responsibleId;
        this.state = Outcome.OPEN;
        this.filedAt = filedAt;
    }

    boolean isOpen() {
        return state == Outcome.OPEN;
    }

    boolean isOverdueOn(LocalDate day) {
        return isOpen() && day.isAfter(dueOn);
    }

    static Optional<Objection> byReceipt(String hash) {
        return find("receiptHash", hash).firstResultOptional();
    }

    static List<Objection> to(long noticeId) {
        return list("noticeId = ?1 order by id", noticeId);
    }

    static List<Objection> to(Collection<Long> noticeIds) {
        return noticeIds.isEmpty() ? List.of() : list("noticeId in ?1", noticeIds);
    }
}
