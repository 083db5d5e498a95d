package org.shuangbaodao.roster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.database.PersonalRows;
import org.shuangbaodao.kernel.PersonalData;

/** Rows of rosters on their way in. They are sealed, go after some days, and hold nothing that did not become the member. */
@ApplicationScoped
class RosterData implements PersonalData {

    private final PersonalRows rows;

    RosterData(PersonalRows rows) {
        this.rows = rows;
    }

    @Override
    public String section() {
        return "roster";
    }

    @Override
    public Map<String, List<Map<String, Object>>> of(long memberId) {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        all.put("rows", rows.of("select r.state as state, r.line as line from RosterRow r where r.memberId = :member order"
                + " by r.line", memberId));
        return all;
    }

    @Override
    public void forget(long memberId) {
        rows.forget("delete from RosterRow where memberId = :member", memberId);
    }
}
