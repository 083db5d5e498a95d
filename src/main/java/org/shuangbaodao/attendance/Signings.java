package org.shuangbaodao.attendance;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.activity.ActivityFacts.Slot;
import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.member.Members;

/** When people came and went, as far as they said so by the code. Taking it down is {@link SigningDesk}. */
@ApplicationScoped
public class Signings {

    private final Members members;
    private final AuditTrail audit;
    private final BusinessTime time;

    Signings(Members members, AuditTrail audit, BusinessTime time) {
        this.members = members;
        this.audit = audit;
        this.time = time;
    }

    /**
     * The first coming and the last going; either may be null.
     *
     * @param claimed one of them was handed in later
     */
    public record Times(LocalDateTime in, LocalDateTime out, boolean claimed) {

        static final Times NONE = new Times(null, null, false);

        Times with(Signing signing) {
            boolean isIn = signing.direction == Direction.IN;
            return new Times(isIn && (in == null || signing.at.isBefore(in)) ? signing.at : in,
                    !isIn && (out == null || signing.at.isAfter(out)) ? signing.at : out, claimed || signing.claimed);
        }
    }

    /** By slot and member. */
    @Transactional
    public Map<Long, Map<Long, Times>> times(Collection<Long> slotIds) {
        Map<Long, Map<Long, Times>> times = new HashMap<>();
        for (Signing each : in(slotIds)) {
            Map<Long, Times> ofSlot = times.computeIfAbsent(each.slotId, id -> new HashMap<>());
            ofSlot.put(each.memberId, ofSlot.getOrDefault(each.memberId, Times.NONE).with(each));
        }
        return times;
    }

    /** Who signed with a phone that signed for others too, by slot: a question to ask, not a finding. */
    @Transactional
    public Map<Long, Set<Long>> sharingAPhone(Collection<Long> slotIds) {
        Map<Long, Set<Long>> sharing = new HashMap<>();
        in(slotIds).stream().filter(each -> each.device != null)
                .collect(Collectors.groupingBy(each -> each.device)).values().forEach(signed -> {
                    Set<Long> people = signed.stream().map(each -> each.memberId).collect(Collectors.toSet());
                    if (people.size() > 1) {
                        sharing.computeIfAbsent(signed.get(0).slotId, id -> new HashSet<>()).addAll(people);
                    }
                });
        return sharing;
    }

    private static List<Signing> in(Collection<Long> slotIds) {
        return slotIds.isEmpty() ? List.of() : Signing.list("slotId in ?1 order by at, id", slotIds);
    }

    /** The same twice within a minute is one: a button pressed again. */
    @Transactional
    @Retried
    void record(Slot slot, Direction direction, LocalDateTime at, boolean claimed, String device, long memberId) {
        members.lock(memberId);
        if (Signing.count("slotId = ?1 and memberId = ?2 and direction = ?3 and at = ?4", slot.id(), memberId, direction,
                at) > 0) {
            return;
        }
        Signing signing = new Signing(slot, memberId, direction, at, claimed, device, time.now());
        signing.persist();
        audit.done(memberId, Audited.of("sign-" + (direction == Direction.IN ? "in" : "out"), "activity", slot.activityId())
                .detail("claimed=" + claimed));
    }
}
