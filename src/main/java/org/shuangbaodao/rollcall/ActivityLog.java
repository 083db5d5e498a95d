package org.shuangbaodao.rollcall;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.shuangbaodao.activity.Activities;
import org.shuangbaodao.activity.ActivityFacts;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.servicerecord.RecordState;

/**
 * What has taken place in a community, day by day, for everybody. Nobody is named; what a member wrote is not shown, only what
 * an organizer published. Of fewer than five people neither their number nor their time is told, nor any sum they could be
 * worked out from.
 */
@ApplicationScoped
public class ActivityLog {

    private static final int SMALL = 5;

    private final EntityManager database;
    private final Activities activities;

    ActivityLog(EntityManager database, Activities activities) {
        this.database = database;
        this.activities = activities;
    }

    /**
     * One line.
     *
     * @param activity null for personal service (个人服务), which stands together by day
     * @param people null where they were fewer than five
     * @param minutes likewise
     */
    public record Line(LocalDate day, ActivityFacts activity, Integer people, Long minutes) {

        public boolean isBanded() {
            return people == null;
        }
    }

    /** The days of one month, the latest first. */
    @Transactional
    public List<Line> of(Organization community, YearMonth month) {
        List<Tuple> rows = database.createQuery("select r.activityId as activity, cast(r.startedAt as LocalDate) as servedOn,"
                + " count(distinct r.memberId) as people, sum(r.minutes) as minutes from ServiceRecord r"
                + " where r.communityId = :community and r.startedAt >= :from and r.startedAt < :to and r.heldAt is null"
                + " and r.state in :states group by r.activityId, cast(r.startedAt as LocalDate)", Tuple.class)
                .setParameter("community", community.id).setParameter("from", month.atDay(1).atStartOfDay())
                .setParameter("to", month.plusMonths(1).atDay(1).atStartOfDay())
                .setParameter("states", RecordState.counted()).getResultList();
        Set<Long> ids = rows.stream().map(row -> row.get("activity", Long.class)).filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        Map<Long, ActivityFacts> known = activities.byIds(ids);
        return rows.stream().map(row -> line(row, known))
                .sorted(Comparator.comparing(Line::day).reversed()
                        .thenComparing(line -> line.activity() == null ? Long.MAX_VALUE : line.activity().id()))
                .toList();
    }

    private static Line line(Tuple row, Map<Long, ActivityFacts> known) {
        Long activityId = row.get("activity", Long.class);
        int people = row.get("people", Long.class).intValue();
        boolean few = people < SMALL;
        return new Line(row.get("servedOn", LocalDate.class), activityId == null ? null : known.get(activityId),
                few ? null : people, few ? null : row.get("minutes", Long.class));
    }
}
