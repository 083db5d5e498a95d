package org.shuangbaodao.personalfile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.database.PersonalRows;
import org.shuangbaodao.kernel.PersonalData;

/** His trainings, and what he said to evaluations of his service. */
@ApplicationScoped
class FileData implements PersonalData {

    private final PersonalRows rows;

    FileData(PersonalRows rows) {
        this.rows = rows;
    }

    @Override
    public String section() {
        return "file";
    }

    @Override
    public Map<String, List<Map<String, Object>>> of(long memberId) {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        all.put("trainings", rows.of("select t.id as id, t.name as name, t.content as content, t.organizer as organizer,"
                + " t.teacher as teacher, t.place as place, t.firstDay as firstDay, t.lastDay as lastDay, p.minutes as minutes,"
                + " p.result as result, t.state as state, p.repudiatedAt as repudiatedAt from TrainingParticipant p"
                + " join Training t on t.id = p.trainingId where p.memberId = :member order by t.firstDay, t.id", memberId));
        all.put("evaluations", rows.of("select distinct e.id as id, e.activityId as activityId, e.recordId as recordId,"
                + " e.completion as completion, e.grade as grade, e.feedback as feedback, e.givenBy as givenBy,"
                + " e.evaluatedOn as evaluatedOn, e.withdrawnAt as withdrawnAt from Evaluation e join ServiceRecord r"
                + " on r.id = e.recordId or r.activityId = e.activityId where r.memberId = :member order by e.id", memberId));
        all.put("answers", rows.of("select a.evaluationId as evaluationId, a.answer as answer, a.objects as objects,"
                + " a.answeredAt as answeredAt, a.upheld as upheld, a.decision as decision from EvaluationAnswer a"
                + " where a.memberId = :member order by a.answeredAt", memberId));
        return all;
    }

    @Override
    public void forget(long memberId) {
        rows.forget("update EvaluationAnswer set answer = '' where memberId = :member", memberId);
    }
}
