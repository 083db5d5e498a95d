package org.shuangbaodao.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.member.ConsentPurpose;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What somebody without a phone signed on paper; the signature itself stays in the branch's file. */
@Entity
public class PaperAcceptance extends PanacheEntityBase {

    /** Counts only once somebody else has compared it with the paper. */
    public enum State {
        WAITING,
        CHECKED,
        REFUSED
    }

    @Id
    public Long id;
    public Long memberId;
    public LocalDate signedOn;
    public boolean exchange;
    public boolean publicName;
    public int textVersion;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public State state;
    public Long enteredBy;
    public Instant enteredAt;
    public Long checkedBy;
    public Instant checkedAt;
    @Version
    public int version;

    protected PaperAcceptance() {
    }

    PaperAcceptance(long memberId, LocalDate signedOn, int textVersion, long enteredBy, Instant enteredAt) {
        this.id = Ids.next();
        this.memberId = memberId;
        this.signedOn = signedOn;
        this.textVersion = textVersion;
        this.state = State.WAITING;
        this.enteredBy = enteredBy;
        this.enteredAt = enteredAt;
    }

    /** Signing at all is agreeing to recording; the other two stand beside boxes of their own. */
    Map<ConsentPurpose, Boolean> words() {
        return new EnumMap<>(Map.of(ConsentPurpose.RECORDING, true, ConsentPurpose.EXCHANGE, exchange,
                ConsentPurpose.PUBLIC_NAME, publicName));
    }
}
