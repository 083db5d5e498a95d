package org.shuangbaodao.attendance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.database.PersonalRows;
import org.shuangbaodao.kernel.PersonalData;

/** Where he signed up, and when he came and went. */
@ApplicationScoped
class AttendanceData implements PersonalData {

    private final PersonalRows rows;

    AttendanceData(PersonalRows rows) {
        this.rows = rows;
    }

    @Override
    public String section() {
        return "attendance";
    }

    @Override
    public Map<String, List<Map<String, Object>>> of(long memberId) {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        all.put("signUps", rows.of("select s.activityId as activityId, s.slotId as slotId, s.state as state, s.startsAt as"
                + " startsAt, s.endsAt as endsAt, s.signedUpAt as signedUpAt, s.changedAt as changedAt from"
                + " SignUp s where s.memberId = :member order by s.id", memberId));
        all.put("signings", rows.of("select s.activityId as activityId, s.slotId as slotId, s.direction as direction, s.at as"
                + " at, s.claimed as claimed, s.recordedAt as recordedAt from Signing s where s.memberId ="
                + " :member order by s.id", memberId));
        return all;
    }

    @Override
    public void forget(long memberId) {
        // Who came and went stays, as the book of the day: ids and minutes, nothing he wrote.
        rows.forget("delete from SignUp where memberId = :member", memberId);
        rows.forget("delete from SigningGuess where memberId = :member", memberId);
    }
}
