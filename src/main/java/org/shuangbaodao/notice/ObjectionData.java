package org.shuangbaodao.notice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.database.PersonalRows;
import org.shuangbaodao.kernel.PersonalData;

/** Objections and appeals he filed by name, and what he said to those about his own deeds. */
@ApplicationScoped
class ObjectionData implements PersonalData {

    private final PersonalRows rows;

    ObjectionData(PersonalRows rows) {
        this.rows = rows;
    }

    @Override
    public String section() {
        return "objections";
    }

    @Override
    public Map<String, List<Map<String, Object>>> of(long memberId) {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        all.put("filed", rows.of("select o.id as id, o.about as about, o.content as content, o.state as state, o.filedAt as"
                + " filedAt, o.dueOn as dueOn, o.answeredAt as answeredAt, o.answer as answer from Objection"
                + " o where o.filedBy = :member order by o.id", memberId));
        all.put("appeals", rows.of("select a.objectionId as objectionId, a.content as content, a.state as state, a.filedAt as"
                + " filedAt, a.decidedAt as decidedAt, a.decision as decision from Appeal a where a.filedBy"
                + " = :member order by a.objectionId", memberId));
        all.put("heard", rows.of("select d.objectionId as objectionId, d.sourceType as sourceType, d.sourceId as sourceId,"
                + " d.namedAt as namedAt, d.hearingUntil as hearingUntil, d.statement as statement,"
                + " d.statedAt as statedAt, d.remedy as remedy from ContestedDeed d where d.holderId ="
                + " :member order by d.objectionId", memberId));
        return all;
    }

    @Override
    public void forget(long memberId) {
        // What was objected to and what was answered is the business of the organization; who it was goes.
        rows.forget("update Objection set nameCipher = null, contactCipher = null, filedBy = null where"
                + " filedBy = :member", memberId);
        rows.forget("update Appeal set filedBy = null where filedBy = :member", memberId);
        rows.forget("update ContestedDeed set statement = null where holderId = :member", memberId);
    }
}
