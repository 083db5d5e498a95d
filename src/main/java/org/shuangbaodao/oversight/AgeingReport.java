package org.shuangbaodao.oversight;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.calendar.WorkingDays;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.member.Offices;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.servicerecord.Capacity.Step;

/** How long records wait, and in whose office: sums by place, in the same few statements however many places there are. */
@ApplicationScoped
class AgeingReport {

    /** What waits for a step, one row for each place. A place merged into another is counted there. */
    private static final String WAITING = """
            select coalesce(o.successor_id, o.id) place, '%s' step, count(*) waiting,
            sum(case when r.waiting_since < :ageing then 1 else 0 end) ageing,
            sum(case when r.waiting_since < :escalated then 1 else 0 end) escalated, unix_timestamp(min(r.waiting_since)) oldest
            from organization o join service_record r on %s
            where r.state in (%s) and r.held_at is null and %s group by coalesce(o.successor_id, o.id)""";

    /** Hours between two moments of a record in a quarter, and of these the one in the middle. */
    private static final String MEDIAN = """
            select m.place, avg(m.hours) from (
            select r.%1$s place, timestampdiff(hour, r.%2$s, r.%3$s) hours,
            row_number() over (partition by r.%1$s order by timestampdiff(hour, r.%2$s, r.%3$s)) n,
            count(*) over (partition by r.%1$s) c
            from service_record r where r.%1$s in (:places) and r.%3$s >= :since and r.%3$s < :until) m
            where m.n in (floor((m.c + 1) / 2), floor((m.c + 2) / 2)) group by m.place""";

    private final EntityManager database;
    private final Reach reach;
    private final Organizations organizations;
    private final Offices offices;
    private final Members members;
    private final WorkingDays workingDays;
    private final AuditTrail audit;
    private final BusinessTime time;

    AgeingReport(EntityManager database, Reach reach, Organizations organizations, Offices offices, Members members,
            WorkingDays workingDays, AuditTrail audit, BusinessTime time) {
        this.database = database;
        this.reach = reach;
        this.organizations = organizations;
        this.offices = offices;
        this.members = members;
        this.workingDays = workingDays;
        this.audit = audit;
        this.time = time;
    }

    /**
     * What waits with one office.
     *
     * @param office of the nearest one who decides
     * @param holders who holds it today, those who stand in included; empty where it is vacant
     * @param fresh waiting for five working days or less
     * @param ageing for six to nine
     * @param escalated for ten or more: the next one above may decide as well
     * @param oldest day since when the longest has waited
     * @param medianDays calendar days that half of the decisions of the quarter before took, null where there were none
     */
    record Line(Organization place, Step step, Office office, List<String> holders, long waiting, long fresh, long ageing,
            long escalated, LocalDate oldest, Double medianDays) {
    }

    /** Over all pages. */
    record Totals(long offices, long waiting, long fresh, long ageing, long escalated) {
    }

    record Report(Totals totals, PageOf<Line> lines, Period decidedIn) {
    }

    /**
     * The longest waiting first.
     *
     * @param within code of an organization to look into, null for all that the reader sees
     */
    @Transactional
    Report of(long readerId, String within, int page, int size) {
        Reach.Scope scope = reach.of(readerId, within);
        String table = table(scope);
        Object[] sums = (Object[]) bound(database.createNativeQuery(
                "select count(*), sum(t.waiting), sum(t.ageing), sum(t.escalated) from (" + table + ") t"), scope)
                .getSingleResult();
        List<?> rows = bound(database.createNativeQuery("select t.* from (" + table
                + ") t order by t.escalated desc, t.oldest, t.place, t.step"), scope)
                .setFirstResult((page - 1) * size).setMaxResults(size).getResultList();
        Totals totals = totals(sums);
        Period quarter = Period.quarterOf(Period.quarterOf(time.today()).firstDay().minusDays(1));
        audit.done(readerId, Audited.of("ageing-read", "service_record", "").detail("rows=" + rows.size()));
        return new Report(totals, new PageOf<>(lines(rows, quarter), page, size, totals.offices), quarter);
    }

    private static String table(Reach.Scope scope) {
        String toConfirm = "'SUBMITTED', 'QUERIED'";
        return WAITING.formatted(Step.CONFIRMATION, "r.community_id = o.id", toConfirm, scope.condition()) + " union all "
        // Service outside the area waits with those above the branch.
                + WAITING.formatted(Step.CONFIRMATION, "r.branch_id = o.id and r.community_id is null", toConfirm,
                        scope.condition())
                + " union all " + WAITING.formatted(Step.AWARD, "r.branch_id = o.id", "'CONFIRMED'", scope.condition());
    }

    private Query bound(Query query, Reach.Scope scope) {
        AgeClasses ages = AgeClasses.on(time.today(), workingDays);
        scope.bind(query);
        return query.setParameter("ageing", ages.ageingAt()).setParameter("escalated", ages.escalatedAt());
    }

    private static Totals totals(Object[] sums) {
        long waiting = number(sums[1]);
        long aged = number(sums[2]);
        long escalated = number(sums[3]);
        return new Totals(number(sums[0]), waiting, waiting - aged, aged - escalated, escalated);
    }

    private List<Line> lines(List<?> rows, Period quarter) {
        Map<Step, Set<Long>> places = new EnumMap<>(Step.class);
        rows.stream().map(Object[].class::cast)
                .forEach(row -> places.computeIfAbsent(Step.valueOf(row[1].toString()), step -> new TreeSet<>())
                        .add(number(row[0])));
        Set<Long> all = places.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        Map<Long, Organization> known = organizations.byIds(all);
        Map<Long, Map<Office, List<Long>>> holders = offices.holders(all);
        Map<Long, Member> people = members.byIds(holders.values().stream().flatMap(held -> held.values().stream())
                .flatMap(List::stream).distinct().toList());
        Map<Step, Map<Long, Double>> medians = new EnumMap<>(Step.class);
        places.forEach((step, ids) -> medians.put(step, medians(step, ids, quarter)));
        return rows.stream().map(Object[].class::cast).map(row -> {
            Organization place = known.get(number(row[0]));
            Step step = Step.valueOf(row[1].toString());
            Office office = office(place, step);
            List<String> names = holders.getOrDefault(place.id, Map.of()).getOrDefault(office, List.of()).stream()
                    .map(id -> people.get(id).name).toList();
            long waiting = number(row[2]);
            long aged = number(row[3]);
            long escalated = number(row[4]);
            return new Line(place, step, office, names, waiting, waiting - aged, aged - escalated, escalated,
                    BusinessTime.dateOf(Instant.ofEpochSecond(number(row[5]))), medians.get(step).get(place.id));
        }).toList();
    }

    private static Office office(Organization place, Step step) {
        return step == Step.AWARD ? Office.BRANCH_SECRETARY
                : place.kind == OrganizationKind.COMMUNITY ? Office.COMMUNITY_SECRETARY
                        : Office.COMMITTEE_OFFICER;
    }

    private Map<Long, Double> medians(Step step, Set<Long> places, Period quarter) {
        String sql = step == Step.AWARD ? MEDIAN.formatted("branch_id", "confirmed_at", "awarded_at")
                : MEDIAN.formatted("community_id", "submitted_at", "confirmed_at");
        List<?> rows = database.createNativeQuery(sql).setParameter("places", places)
                .setParameter("since", Timestamp.from(quarter.firstDay().atStartOfDay(BusinessTime.ZONE).toInstant()))
                .setParameter("until",
                        Timestamp.from(quarter.lastDay().plusDays(1).atStartOfDay(BusinessTime.ZONE).toInstant()))
                .getResultList();
        Map<Long, Double> medians = new HashMap<>();
        rows.stream().map(Object[].class::cast)
                .forEach(row -> medians.put(number(row[0]), ((Number) row[1]).doubleValue() / 24));
        return medians;
    }

    private static long number(Object value) {
        return value == null ? 0 : ((Number) value).longValue();
    }
}
