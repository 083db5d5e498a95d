package org.shuangbaodao.activity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.database.PersonalRows;
import org.shuangbaodao.kernel.PersonalData;

/** The activities he was in charge of, which name him by his id only. */
@ApplicationScoped
class LeadData implements PersonalData {

    private final PersonalRows rows;

    LeadData(PersonalRows rows) {
        this.rows = rows;
    }

    @Override
    public String section() {
        return "activities";
    }

    @Override
    public Map<String, List<Map<String, Object>>> of(long memberId) {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        all.put("led", rows.of("select a.id as id, a.name as name, a.place as place, a.startsAt as startsAt, a.endsAt as"
                + " endsAt, a.state as state from Activity a where a.leadId = :member order by a.id", memberId));
        return all;
    }

    @Override
    public void forget(long memberId) {
        // What he led took place for everybody; his name has gone with the member.
    }
}
