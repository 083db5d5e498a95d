package org.shuangbaodao.attendance;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.shuangbaodao.activity.ActivityFacts.Slot;
import org.shuangbaodao.kernel.Ids;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One member and one slot. Who withdraws and asks again keeps the row and goes to the end of the list. */
@Entity
class SignUp extends PanacheEntityBase {

    @Id
    public Long id;
    public Long activityId;
    public Long slotId;
    public Long memberId;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public SignUpState state;
    public int place;
    public LocalDateTime startsAt;
    public LocalDateTime endsAt;
    public Instant signedUpAt;
    public Instant changedAt;
    @Version
    public int version;

    protected SignUp() {
    }

    SignUp(Slot slot, long memberId) {
        this.id = Ids.next();
        this.activityId = slot.activityId();
        this.slotId = slot.id();
        this.memberId = memberId;
    }

    void queue(Slot slot, int newPlace, Instant now) {
        state = SignUpState.WAITING;
        place = newPlace;
        startsAt = slot.startsAt();
        endsAt = slot.endsAt();
        signedUpAt = now;
        changedAt = now;
    }

    void become(SignUpState next, Instant now) {
        state = next;
        changedAt = now;
    }

    static Optional<SignUp> of(long slotId, long memberId) {
        return find("slotId = ?1 and memberId = ?2", slotId, memberId).firstResultOptional();
    }

    static List<SignUp> waiting(long slotId) {
        return list("slotId = ?1 and state = ?2 order by place", slotId, SignUpState.WAITING);
    }

    static long taken(long slotId) {
        return count("slotId = ?1 and state = ?2", slotId, SignUpState.TAKEN);
    }

    /** His own of the slot, whatever became of it, and those at the same time that he still wants. */
    static List<SignUp> concerning(Slot slot, long memberId) {
        return list("memberId = ?1 and (slotId = ?2 or endsAt > ?3 and startsAt < ?4 and state in ?5)", memberId, slot.id(),
                slot.startsAt(), slot.endsAt(), SignUpState.LIVE);
    }

    static List<SignUp> live(long activityId) {
        return list("activityId = ?1 and state in ?2 order by slotId, place", activityId, SignUpState.LIVE);
    }
}
