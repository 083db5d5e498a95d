package org.shuangbaodao.pointsitem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.database.PersonalRows;
import org.shuangbaodao.kernel.PersonalData;

/** Points and facts that no service stands behind, and his words on them. */
@ApplicationScoped
class ItemData implements PersonalData {

    private final PersonalRows rows;

    ItemData(PersonalRows rows) {
        this.rows = rows;
    }

    @Override
    public String section() {
        return "pointsItems";
    }

    @Override
    public Map<String, List<Map<String, Object>>> of(long memberId) {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        all.put("items", rows.of("select i.id as id, i.item as item, i.day as day, i.untilDay as untilDay, i.times as"
                + " times, i.level as level, i.matter as matter, i.documentNumber as documentNumber, i.state"
                + " as state, i.proposedAt as proposedAt, i.heardUntil as heardUntil, i.answer as answer,"
                + " i.answeredAt as answeredAt, i.decidedAt as decidedAt, i.reversedAt as reversedAt,"
                + " i.reason as reason from PointsItem i where i.memberId = :member order by i.id", memberId));
        return all;
    }

    @Override
    public void forget(long memberId) {
        rows.forget("update PointsItem set answer = null, reason = null where memberId = :member", memberId);
    }
}
