package org.shuangbaodao.audit;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.database.PersonalRows;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.PersonalData;

/**
 * When somebody looked at or changed what is kept about a person, and what he did himself. Who the others were is not his to
 * take with him; he can ask. Nothing is forgotten: the trace holds ids only, and proves who did what.
 */
@ApplicationScoped
class AuditData implements PersonalData {

    private final PersonalRows rows;

    AuditData(PersonalRows rows) {
        this.rows = rows;
    }

    @Override
    public String section() {
        return "trace";
    }

    @Override
    public Map<String, List<Map<String, Object>>> of(long memberId) {
        String what = "select e.at as at, e.action as action, e.outcome as outcome from AuditEntry e where ";
        return Map.of(
                "aboutMe", rows.of(what + "(e.actorId is null or e.actorId <> :member) and (e.onBehalfOf = :member"
                        + " or e.subjectType = 'member' and e.subjectId = '" + Ids.text(memberId) + "') order by e.id",
                        memberId),
                "byMe", rows.of(what + "e.actorId = :member order by e.id", memberId));
    }

    @Override
    public void forget(long memberId) {
        // Names and free text never stood here.
    }
}
