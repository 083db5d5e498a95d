package org.shuangbaodao.proof;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.shuangbaodao.rulebook.ServiceTime;
import org.shuangbaodao.servicerecord.RecordState;

/**
 * A service record as it stands, with the steps that were taken.
 *
 * @param state null where the table holds none that exists
 */
record Decided(long id, long memberId, long branchId, Long communityId, RecordState state, int revision, String eligibility,
        boolean workingTime, ServiceTime time, int minutes, List<Step> steps) {

    /** One decision. */
    record Step(String verb, int revision, long actorId, int minutes) {
    }

    /** Whether one of these steps was taken by this person; where {@code ofRevision} is given, for that revision. */
    boolean hasStep(Set<String> verbs, Integer ofRevision, long actorId) {
        return steps.stream().anyMatch(step -> verbs.contains(step.verb) && step.actorId == actorId
                && (ofRevision == null || step.revision == ofRevision) && step.minutes == minutes);
    }

    /** Whether one of these steps came after the revision. */
    boolean hasStepAfter(Set<String> verbs, int ofRevision) {
        return steps.stream().anyMatch(step -> verbs.contains(step.verb) && step.revision > ofRevision);
    }

    static Map<Long, Decided> read(Connection connection, Collection<Long> ids) throws SQLException {
        Map<Long, Decided> found = new HashMap<>();
        if (ids.isEmpty()) {
            return found;
        }
        String list = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
        Map<Long, List<Step>> steps = steps(connection, list);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from service_record where id in (" + list + ")")) {
            while (rows.next()) {
                long id = rows.getLong("id");
                found.put(id, new Decided(id, rows.getLong("member_id"), rows.getLong("branch_id"),
                        rows.getObject("community_id", Long.class), state(rows.getString("state")), rows.getInt("revision"),
                        rows.getString("eligibility"), rows.getBoolean("working_time"),
                        new ServiceTime(rows.getObject("started_at", LocalDateTime.class),
                                rows.getObject("ended_at", LocalDateTime.class)),
                        rows.getInt("minutes"), steps.getOrDefault(id, List.of())));
            }
        }
        return found;
    }

    private static RecordState state(String name) {
        try {
            return RecordState.valueOf(name);
        } catch (IllegalArgumentException noSuchState) {
            return null;
        }
    }

    private static Map<Long, List<Step>> steps(Connection connection, String ids) throws SQLException {
        Map<Long, List<Step>> steps = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select record_id, verb, revision, actor_id, minutes"
                        + " from service_record_step where record_id in (" + ids + ")")) {
            while (rows.next()) {
                steps.computeIfAbsent(rows.getLong(1), key -> new ArrayList<>())
                        .add(new Step(rows.getString(2), rows.getInt(3), rows.getLong(4), rows.getInt(5)));
            }
        }
        return steps;
    }
}
