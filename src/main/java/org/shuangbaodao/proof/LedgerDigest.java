package org.shuangbaodao.proof;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The digest of one day. The database account may not change it. */
@Entity
@Immutable
class LedgerDigest extends PanacheEntityBase {

    @Id
    public LocalDate day;
    public Instant madeAt;
    public String digest;
    public long branches;
    @JdbcTypeCode(SqlTypes.CHAR)
    public String root;
    @JdbcTypeCode(SqlTypes.CHAR)
    public String previous;
    public String signatureAlgorithm;
    public String signature;
    public String publicKey;

    protected LedgerDigest() {
    }

    DigestStatement statement() {
        return new DigestStatement(day, madeAt, digest, branches, root, previous);
    }

    DigestSignature signature() {
        return new DigestSignature(signatureAlgorithm, signature, publicKey);
    }
}
