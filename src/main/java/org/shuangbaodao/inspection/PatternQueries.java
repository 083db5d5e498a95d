package org.shuangbaodao.inspection;

import java.sql.Timestamp;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

import org.shuangbaodao.member.Offices;

/**
 * Counts in the database, one statement for each pattern however many records there are. Rows below the plain minimum stay
 * there; the shares are judged by {@link Thresholds} afterwards. Each statement answers {@code about, second, people, place,
 * measured, whole, minutes, records}.
 */
@ApplicationScoped
class PatternQueries {

    private static final int MOST = 500;
    /** Columns a pattern has no use for; typed, because a driver does not know what a bare null is. */
    private static final String NO_ID = "cast(null as signed)";
    private static final String NO_TEXT = "cast(null as char)";
    private static final String PERSON = NO_ID + " second_id, " + NO_TEXT + " people, " + NO_ID + " place,";

    private final EntityManager database;
    private final Offices offices;

    PatternQueries(EntityManager database, Offices offices) {
        this.database = database;
        this.offices = offices;
    }

    /** What stands out, the most striking first. */
    List<Observation> find(Pattern pattern, Reach reach, int year) {
        return switch (pattern) {
            case BULK_ON_BEHALF -> bulk(reach);
            case DENIED_ENTRIES -> denied(reach);
            case NEVER_LOGGED_IN -> neverLoggedIn(reach);
            case IDENTICAL_ENTRIES -> identical(reach);
            case RECIPROCAL_DECISIONS -> reciprocal(reach);
            case LATE_CONFIRMATIONS -> late(reach);
            case FULL_DAYS -> fullDays(reach);
            case TWO_A_DAY -> twoADay(reach);
            case SHARED_PHONE -> sharedPhone(reach);
            case PHONE_PAIR -> phonePair(reach);
            case SAME_PERSON -> samePerson(reach);
            case YEAR_END_REPORTS -> yearEnd(reach, year, "member_id", "submitted_at").stream()
                    .filter(each -> Thresholds.yearEndReports(each.measured(), each.whole())).toList();
            case YEAR_END_CONFIRMATIONS -> yearEnd(reach, year, "confirmed_by", "confirmed_at").stream()
                    .filter(each -> Thresholds.yearEndConfirmations(each.measured(), each.whole())).toList();
        };
    }

    // Whoever signed in by the code was there: that is a list as it should be. What was taken back counts too.
    private List<Observation> bulk(Reach reach) {
        String entries = "select r.entered_by, r.community_id, count(*) entries, sum(r.minutes) minutes, "
                + ids("r.id") + " records" + reach.records() + " and r.entered_by <> r.member_id and not exists"
                + " (select 1 from signing g where g.slot_id = r.slot_id and g.member_id = r.member_id)"
                + " group by r.entered_by, r.community_id having count(*) >= " + Thresholds.FEWEST_ON_BEHALF;
        String all = "select r.community_id, count(*) entries" + reach.records() + " group by r.community_id";
        return rows(reach,
                "select e.entered_by, e.community_id second_id, cast(e.entered_by as char), e.community_id, e.entries"
                        + " measured, t.entries as whole, e.minutes, e.records from (" + entries + ") e join (" + all
                        + ") t on t.community_id <=> e.community_id")
                .stream()
                .filter(each -> Thresholds.bulk(each.measured(), each.whole())).toList();
    }

    private List<Observation> denied(Reach reach) {
        return rows(reach, "select r.entered_by, " + PERSON + " count(*) measured, 0, sum(r.minutes), " + ids("r.id")
                + reach.records() + " and r.entered_by <> r.member_id and (r.state = 'REPUDIATED' or r.held_at is not null)"
                + " group by r.entered_by having count(*) >= " + Thresholds.DENIALS);
    }

    private List<Observation> neverLoggedIn(Reach reach) {
        return rows(reach, "select r.entered_by, " + PERSON + " count(distinct r.member_id) measured, 0,"
                + " sum(r.minutes) minutes, " + ids("r.id") + reach.counted() + " and r.entered_by <> r.member_id"
                + " and not exists (select 1 from login_session l where l.member_id = r.member_id)"
                + " group by r.entered_by").stream()
                .filter(each -> Thresholds.neverLoggedIn(each.measured(), each.minutes())).toList();
    }

    private List<Observation> identical(Reach reach) {
        return rows(reach, "select r.entered_by, min(r.id), cast(r.entered_by as char), " + NO_ID + ","
                + " count(distinct r.member_id) measured, 0, sum(r.minutes), " + ids("r.id") + reach.records()
                + " and r.entered_by <> r.member_id and r.activity_id is null and r.state <> 'WITHDRAWN'"
                + " group by r.entered_by, r.started_at, r.ended_at, r.summary"
                + " having count(distinct r.member_id) >= " + Thresholds.PEOPLE_ALIKE);
    }

    // Only among those who hold an office that decides: few, however many members there are.
    private List<Observation> reciprocal(Reach reach) {
        String holders = " and r.member_id in (select p.member_id from appointment p where p.office in ('BRANCH_SECRETARY',"
                + " 'BRANCH_DEPUTY', 'COMMUNITY_SECRETARY', 'GRID_LEAD', 'COMMITTEE_OFFICER') and p.state in ('IN_FORCE',"
                + " 'ENDED') and p.valid_from < :until and (p.valid_to is null or p.valid_to >= :from))";
        String ways = " union all select r.%1$s, r.member_id, r.id, r.minutes" + reach.counted() + holders
                + " and r.%1$s is not null";
        String decided = "select r.confirmed_by decider, r.member_id holder, r.id, r.minutes" + reach.counted() + holders
                + ways.formatted("awarded_by") + ways.formatted("signed_by");
        List<?> rows = reach.query(database, "select decider, holder, count(distinct id), sum(minutes), " + ids("id")
                + " from (" + decided + ") d group by decider, holder").getResultList();
        List<ReciprocalDecisions.Decisions> decisions = rows.stream().map(row -> (Object[]) row)
                .map(row -> Observation.of(new Object[] { row[0], row[1], null, null, row[2], 0, row[3], row[4] }))
                .map(each -> new ReciprocalDecisions.Decisions(each.about().get(0), each.about().get(1), each.measured(),
                        each.minutes(), each.recordIds()))
                .toList();
        Set<Long> people = new HashSet<>();
        decisions.forEach(each -> people.addAll(List.of(each.deciderId(), each.holderId())));
        return ReciprocalDecisions.both(decisions, offices.countingAsOneWith(people));
    }

    private List<Observation> late(Reach reach) {
        return rows(reach, "select r.confirmed_by, " + PERSON + " sum(case when r.lateness = 'IN_TIME' then 0 else 1 end)"
                + " measured, count(*), sum(r.minutes), "
                + ids("case when r.lateness = 'IN_TIME' then null else r.id end") + reach.counted()
                + " and r.confirmed_by is not null group by r.confirmed_by having measured >= " + Thresholds.FEWEST_LATE)
                .stream().filter(each -> Thresholds.late(each.measured(), each.whole())).toList();
    }

    private List<Observation> fullDays(Reach reach) {
        return days(reach, "sum(r.minutes) between " + Thresholds.FULL_DAY_FROM + " and " + Thresholds.FULL_DAY_TO,
                Thresholds.FULL_DAYS);
    }

    private List<Observation> twoADay(Reach reach) {
        return days(reach, "count(*) >= 2", Thresholds.DAYS_WITH_TWO);
    }

    private List<Observation> days(Reach reach, String day, int most) {
        return rows(reach, "select d.member_id, " + PERSON + " count(*) measured, 0, sum(d.minutes), " + ids("d.records")
                + " from (select r.member_id, sum(r.minutes) minutes, " + ids("r.id") + " records" + reach.counted()
                + " group by r.member_id, date(r.started_at) having " + day + ") d group by d.member_id having count(*) >= "
                + most);
    }

    private List<Observation> sharedPhone(Reach reach) {
        return rows(reach, "select s.id, min(g.id), group_concat(distinct g.member_id), max(a.community_id),"
                + " count(distinct g.member_id) measured, 0, 0, " + distinctIds("r.id") + reach.slots()
                + " left join service_record r on r.slot_id = s.id and r.member_id = g.member_id"
                + " group by s.id, g.device having count(distinct g.member_id) >= " + Thresholds.PEOPLE_ON_A_PHONE);
    }

    private List<Observation> phonePair(Reach reach) {
        return rows(reach, "select g.member_id, h.member_id, concat(g.member_id, ',', h.member_id), " + NO_ID + ","
                + " count(distinct s.id) measured, 0, 0, " + distinctIds("r.id") + reach.slots()
                + " join signing h on h.slot_id = g.slot_id and h.device = g.device and h.member_id > g.member_id"
                + " left join service_record r on r.slot_id = s.id and r.member_id in (g.member_id, h.member_id)"
                + " group by g.member_id, h.member_id having count(distinct s.id) >= " + Thresholds.SLOTS_OF_A_PAIR);
    }

    // One of the two within reach, the other anywhere: credited too, or with a hand in the first one's record.
    private List<Observation> samePerson(Reach reach) {
        String pair = "select least(m.id, n.id) one, greatest(m.id, n.id) other, max(concat(m.id, ',', n.id)), " + NO_ID
                + ", count(distinct %1$s.id) measured, 0, sum(%1$s.minutes), " + distinctIds("%1$s.id") + " from (%2$s) c"
                + " join member m on m.id = c.member_id and m.anonymized_at is null"
                + " join member n on n.name = m.name and n.birth_date = m.birth_date and n.id <> m.id %3$s group by one, other";
        String credited = "select r.member_id" + reach.counted() + " group by r.member_id";
        String handled = "select r.id, r.member_id, r.minutes, r.entered_by, r.confirmed_by, r.awarded_by" + reach.counted();
        Stream<Observation> both = rows(reach, pair.formatted("q", credited, "join service_record q on q.member_id = n.id"
                + " and q.started_at >= :from and q.started_at < :until"
                + " and q.state in ('CONFIRMED', 'QUERIED', 'AWARDED', 'REFUSED')")).stream();
        Stream<Observation> oneForTheOther = rows(reach, pair.formatted("c", handled,
                "and n.id in (c.entered_by, c.confirmed_by, c.awarded_by)")).stream();
        return List.copyOf(Stream.concat(both, oneForTheOther).collect(Collectors.toMap(Observation::subject,
                Function.identity(), (first, second) -> first, LinkedHashMap::new)).values());
    }

    private List<Observation> yearEnd(Reach reach, int year, String who, String when) {
        String sql = "select r.%1$s, " + PERSON + " sum(case when r.%2$s >= :rush then r.minutes else 0 end) measured,"
                + " sum(r.minutes), sum(r.minutes), " + ids("case when r.%2$s >= :rush then r.id end") + reach.counted()
                + " and r.%1$s is not null group by r.%1$s having measured >= " + Thresholds.MINUTES_AT_YEAR_END;
        return observations(query(reach, sql.formatted(who, when)).setParameter("rush",
                Timestamp.from(Thresholds.lastWeeksOf(year))));
    }

    // The latest of them; group_concat may be cut by the server, which does no harm behind the last one wanted.
    private static String ids(String expression) {
        return latest(expression + " order by " + expression);
    }

    private static String distinctIds(String column) {
        return latest("distinct " + column + " order by " + column);
    }

    private static String latest(String ordered) {
        return "substring_index(group_concat(" + ordered + " desc), ',', " + Observation.MOST_RECORDS + ")";
    }

    private List<Observation> rows(Reach reach, String sql) {
        return observations(query(reach, sql));
    }

    private Query query(Reach reach, String sql) {
        return reach.query(database, sql + " order by measured desc limit " + MOST);
    }

    private static List<Observation> observations(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> Observation.of(Arrays.copyOf((Object[]) row, 8))).toList();
    }
}
