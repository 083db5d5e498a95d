package org.shuangbaodao.checkin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.database.PersonalRows;
import org.shuangbaodao.kernel.PersonalData;

/** His registrations with communities. */
@ApplicationScoped
class CheckInData implements PersonalData {

    private final PersonalRows rows;

    CheckInData(PersonalRows rows) {
        this.rows = rows;
    }

    @Override
    public String section() {
        return "checkIns";
    }

    @Override
    public Map<String, List<Map<String, Object>>> of(long memberId) {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        all.put("checkIns", rows.of("select i.id as id, i.period as period, i.state as state, i.intention as intention,"
                + " i.skills as skills, i.availability as availability, i.requestedAt as requestedAt,"
                + " i.decidedAt as decidedAt, i.receiptNumber as receiptNumber, i.reason as reason,"
                + " i.reasonText as reasonText, i.validFrom as validFrom, i.validTo as validTo, c.code as"
                + " communityCode, c.name as community from CheckIn i join Organization c on c.id ="
                + " i.communityId where i.memberId = :member order by i.id", memberId));
        return all;
    }

    @Override
    public void forget(long memberId) {
        rows.forget("update CheckIn set intention = '', skills = '', availability = '', reasonText = '' where"
                + " memberId = :member", memberId);
    }
}
