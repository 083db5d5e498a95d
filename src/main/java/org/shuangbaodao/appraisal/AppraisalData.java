package org.shuangbaodao.appraisal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.database.PersonalRows;
import org.shuangbaodao.kernel.PersonalData;

/** What the branch decided about his years, and what he was commended for. */
@ApplicationScoped
class AppraisalData implements PersonalData {

    private final PersonalRows rows;

    AppraisalData(PersonalRows rows) {
        this.rows = rows;
    }

    @Override
    public String section() {
        return "appraisal";
    }

    @Override
    public Map<String, List<Map<String, Object>>> of(long memberId) {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        all.put("decisions", rows.of("select a.appraisalYear as appraisalYear, a.revision as revision, a.suggested as"
                + " suggested, a.facts as facts, a.grade as grade, a.meetingOn as meetingOn, a.reason as"
                + " reason, a.recordedAt as recordedAt from MemberAppraisal a where a.memberId = :member"
                + " order by a.id", memberId));
        all.put("exemptions",
                rows.of("select x.firstDay as firstDay, x.lastDay as lastDay, x.document as document, x.recordedAt"
                        + " as recordedAt, x.endedAt as endedAt from TargetExemption x where x.memberId = :member"
                        + " order by x.id", memberId));
        all.put("commendations", rows.of("select c.title as title, c.content as content, c.level as level, c.grantedBy as"
                + " grantedBy, c.documentNumber as documentNumber, c.grantedOn as grantedOn, c.recordedAt as"
                + " recordedAt, c.withdrawnAt as withdrawnAt from Commendation c where c.memberId = :member"
                + " order by c.id", memberId));
        return all;
    }

    @Override
    public void forget(long memberId) {
        // The minutes of a meeting are not rewritten; whom they speak of is an id from here on.
    }
}
