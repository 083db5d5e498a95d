package org.shuangbaodao.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One line of a book. Written by {@link Ledger} alone; the database account may not change it. */
@Entity
@Immutable
public class LedgerEntry extends PanacheEntityBase {

    @Id
    public Long id;
    public Long branchId;
    public long sequence;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Book book;
    public Long holderId;
    public Long communityId;
    @JdbcTypeCode(SqlTypes.CHAR)
    public String period;
    public LocalDate servedOn;
    public long amount;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public EntryKind kind;
    public String ruleItem;
    public int ruleVersion;
    public String parameters;
    public String sourceType;
    public String sourceId;
    public int sourceRevision;
    public Long reverses;
    public Instant postedAt;
    public Long postedBy;
    public int format;
    public String digest;
    @JdbcTypeCode(SqlTypes.CHAR)
    public String nonce;
    @JdbcTypeCode(SqlTypes.CHAR)
    public String previousHash;
    @JdbcTypeCode(SqlTypes.CHAR)
    public String hash;

    protected LedgerEntry() {
    }

    LedgerEntry(long id, Posting posting, Chain.Link link, String period, String parameters, Instant postedAt, long postedBy) {
        this.id = id;
        this.branchId = posting.branchId();
        this.sequence = link.sequence();
        this.book = posting.book();
        this.holderId = posting.holderId();
        this.communityId = posting.communityId();
        this.period = period;
        this.servedOn = posting.servedOn();
        this.amount = posting.amount();
        this.kind = posting.kind();
        this.ruleItem = posting.ruleItem();
        this.ruleVersion = posting.ruleVersion();
        this.parameters = parameters;
        this.sourceType = posting.source().type();
        this.sourceId = posting.source().id();
        this.sourceRevision = posting.source().revision();
        this.reverses = posting.reverses();
        this.postedAt = postedAt;
        this.postedBy = postedBy;
        this.format = Chain.FORMAT;
        this.digest = link.digest();
        this.nonce = link.nonce();
        this.previousHash = link.previousHash();
        this.hash = Chain.hash(this);
    }

    Source source() {
        return new Source(sourceType, sourceId, sourceRevision);
    }

    PostedEntry posted() {
        return new PostedEntry(id, branchId, sequence, book, holderId, communityId, period, servedOn, amount, kind, ruleItem,
                ruleVersion, parameters, source(), reverses, postedAt, postedBy, new PostedEntry.Proof(Chain.text(this), digest,
                        previousHash, hash));
    }

    /** Everything posted for one source, reversals included, oldest first. */
    static List<LedgerEntry> of(String sourceType, String sourceId) {
        return list("sourceType = ?1 and sourceId = ?2 order by id", sourceType, sourceId);
    }
}
