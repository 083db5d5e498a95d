package org.shuangbaodao.ranking;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.organization.OrganizationKind;

import org.hibernate.Session;

/** What boards read beside the ledger's totals. A few grouped queries for a whole board, none per row. */
@ApplicationScoped
class BoardQueries {

    private static final String ON_ROSTER = " from affiliation a where a.roster_state = 'APPROVED' and a.valid_from <= :day"
            + " and (a.valid_to is null or a.valid_to >= :day)";

    private static final String NOT_FROZEN = " and not exists (select 1 from frozen_member f where f.period = :quarter"
            + " and f.member_id = a.member_id)";

    private static final String NOT_OF_A_FROZEN_BRANCH = " and not exists (select 1 from frozen_place p"
            + " where p.period = :quarter and p.organization_id = a.branch_id)";

    private static final String FREEZE_MEMBERS = "insert ignore into frozen_member (period, member_id, branch_id)"
            + " select :quarter, a.member_id, a.branch_id" + ON_ROSTER;

    private static final String ADULTS_WHO_AGREED = " from consent c join member m on m.id = c.member_id"
            + " where c.purpose = 'PUBLIC_NAME' and c.given = 1 and m.anonymized_at is null"
            + " and (m.birth_date is null or m.birth_date <= ";

    private final EntityManager database;

    BoardQueries(EntityManager database) {
        this.database = database;
    }

    /**
     * The organizations down to the kind of the leaves, by id. Leaves that nobody belongs to and nothing was ever booked for
     * are
     * left out: they have no figures and hide none, and a country has half a million of them.
     */
    Map<Long, Place> places(OrganizationKind leaf) {
        String heads = leaf == OrganizationKind.BRANCH ? "affiliation h where h.branch_id = o.id"
                : "check_in h where h.community_id = o.id and h.valid_from is not null";
        Map<Long, Place> places = new HashMap<>();
        rows(database.createNativeQuery("select o.id, o.parent_id, o.kind, o.code, o.name, o.sort_key, o.path, o.unit"
                + " from organization o where o.tree = :tree and o.kind not in ('CELL', 'GRID', 'MICRO_GRID')"
                + " and (o.kind <> :leaf or exists (select 1 from " + heads + ")"
                + " or exists (select 1 from board_total t where t.organization_id = o.id))")
                .setParameter("tree", leaf.tree().name()).setParameter("leaf", leaf.name()))
                .forEach(row -> places.put(number(row[0]), new Place(number(row[0]), row[1] == null ? null : number(row[1]),
                        OrganizationKind.valueOf(row[2].toString()), row[3].toString(), row[4].toString(), row[5].toString(),
                        row[6].toString(), isTrue(row[7]))));
        return places;
    }

    /** People on the approved rosters of the branches on a day, but for those frozen with another branch for the quarter. */
    Map<Long, Integer> headCounts(String quarter, LocalDate day) {
        return counts(database.createNativeQuery("select branch_id, count(*)" + ON_ROSTER + NOT_FROZEN + " group by branch_id")
                .setParameter("day", day).setParameter("quarter", quarter));
    }

    /** People frozen with each branch for the quarter. */
    Map<Long, Integer> frozenHeadCounts(String quarter) {
        return counts(database.createNativeQuery("select branch_id, count(*) from frozen_member where period = :quarter"
                + " group by branch_id").setParameter("quarter", quarter));
    }

    private static Map<Long, Integer> counts(Query query) {
        Map<Long, Integer> counts = new HashMap<>();
        rows(query).forEach(row -> counts.put(number(row[0]), (int) number(row[1])));
        return counts;
    }

    /** Writes down who belongs to a branch at the end of the quarter; whoever is frozen with another stays there. */
    int freezeMembers(long branch, String quarter, LocalDate day) {
        database.createNativeQuery(FREEZE_MEMBERS + " and a.branch_id = :branch").setParameter("day", day)
                .setParameter("quarter", quarter).setParameter("branch", branch).executeUpdate();
        return (int) number(database.createNativeQuery("select count(*) from frozen_member where period = :quarter"
                + " and branch_id = :branch").setParameter("quarter", quarter).setParameter("branch", branch)
                .getSingleResult());
    }

    /** The same for all branches that are not frozen yet. */
    void freezeMembers(String quarter, LocalDate day) {
        database.createNativeQuery(FREEZE_MEMBERS + NOT_OF_A_FROZEN_BRANCH).setParameter("day", day)
                .setParameter("quarter", quarter).executeUpdate();
    }

    /** Hands over what was written down of each organization when the quarter was closed. */
    void frozen(String quarter, BiConsumer<Long, FrozenTree.Node> each) {
        stream("select organization_id, parent_id, unit, members from frozen_place where period = ?",
                row -> each.accept(row.getLong(1),
                        new FrozenTree.Node(row.getObject(2, Long.class), row.getBoolean(3), row.getInt(4))),
                quarter);
    }

    /** Hands over everybody on an approved roster on a day with his branch, in ascending order of ids. */
    void roster(LocalDate day, PerMember each) {
        stream("select member_id, branch_id from affiliation where roster_state = 'APPROVED' and valid_from <= ?"
                + " and (valid_to is null or valid_to >= ?) order by member_id", each::row, day, day);
    }

    /** The same of a quarter that is frozen as a whole. */
    void frozenRoster(String quarter, PerMember each) {
        stream("select member_id, branch_id from frozen_member where period = ? order by member_id", each::row, quarter);
    }

    /** The same while some branches have closed the quarter and some have not. */
    void rosterBeingFrozen(String quarter, LocalDate day, PerMember each) {
        stream("select member_id, branch_id from frozen_member where period = ? union all"
                + " select a.member_id, a.branch_id from affiliation a where a.roster_state = 'APPROVED' and a.valid_from <= ?"
                + " and (a.valid_to is null or a.valid_to >= ?)"
                + " and not exists (select 1 from frozen_member f where f.period = ? and f.member_id = a.member_id)"
                + " and not exists (select 1 from frozen_place p where p.period = ? and p.organization_id = a.branch_id)"
                + " order by member_id", each::row, quarter, day, day, quarter, quarter);
    }

    /** Hands over what stands for each holder, branch by branch and book by book, in ascending order of holders. */
    void standings(Period period, PerStanding each) {
        stream("select holder_id, branch_id, book, amount from standing where period >= ? and period <= ?"
                + " and book <> 'HUNDRED_POINTS' order by holder_id",
                row -> {
                    boolean points = row.getString(3).equals(Book.POINTS.name());
                    each.accept(row.getLong(1), row.getLong(2), points ? row.getLong(4) : 0, points ? 0 : row.getLong(4));
                }, Period.quarterOf(period.firstDay()).key(), Period.quarterOf(period.lastDay()).key());
    }

    // Row by row: the driver would otherwise hold the whole answer in memory before the first row is seen.
    private void stream(String sql, PerRow each, Object... parameters) {
        database.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY,
                    ResultSet.CONCUR_READ_ONLY)) {
                statement.setFetchSize(Integer.MIN_VALUE);
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        each.accept(rows);
                    }
                }
            }
        });
    }

    /** The adults who agreed to be named in public, in the order of names. Nobody below 18 is named, whatever stands there. */
    LongStream agreed(LocalDate today) {
        LongStream.Builder ids = LongStream.builder();
        stream("select m.id" + ADULTS_WHO_AGREED + "?) order by m.sort_key, m.id", row -> ids.add(row.getLong(1)),
                today.minusYears(18));
        return ids.build();
    }

    /** Who took back his consent to be named since then and has not given it again. */
    List<Long> withdrawn(Instant since) {
        return rows(database.createNativeQuery("select member_id, decided_at from consent where purpose = 'PUBLIC_NAME'"
                + " and given = 0 and decided_at >= :since").setParameter("since", since)).stream()
                .map(row -> number(row[0])).toList();
    }

    /**
     * Those who agree at this moment and whose name begins so, as it is written or in pinyin with a blank between syllables.
     * From its beginning only, because an index leads there, and anybody can ask.
     */
    Set<Long> agreedNamed(String beginning, LocalDate today) {
        boolean latin = beginning.chars().allMatch(letter -> letter < 128);
        String wanted = latin ? Names.fold(beginning) : Names.tidy(beginning);
        List<?> ids = database.createNativeQuery("select m.id" + ADULTS_WHO_AGREED + ":adult) and "
                + (latin ? "m.sort_key" : "m.name") + " like :beginning escape '!'")
                .setParameter("adult", today.minusYears(18))
                .setParameter("beginning", wanted.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%")
                .getResultList();
        return ids.stream().map(BoardQueries::number).collect(Collectors.toSet());
    }

    /** The names of those of them who agree at this moment. */
    Map<Long, String> names(Collection<Long> ids, LocalDate today) {
        Map<Long, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            rows(database.createNativeQuery("select m.id, m.name" + ADULTS_WHO_AGREED + ":adult) and m.id in (:ids)")
                    .setParameter("adult", today.minusYears(18)).setParameter("ids", ids))
                    .forEach(row -> names.put(number(row[0]), row[1].toString()));
        }
        return names;
    }

    /**
     * Holders whose confirmed minutes of the period, both books together, are more than nothing, by the branch they are booked
     * in. Whoever served for two branches counts in both.
     */
    Map<Long, Integer> servants(Period period) {
        Map<Long, Integer> counts = new HashMap<>();
        rows(database.createNativeQuery("select served.branch_id, count(*) from (select branch_id, holder_id from standing"
                + " where book in ('VOLUNTEER_MINUTES', 'DUTY_MINUTES') and period >= :first and period <= :last"
                + " group by branch_id, holder_id having sum(amount) > 0) served group by served.branch_id")
                .setParameter("first", Period.quarterOf(period.firstDay()).key())
                .setParameter("last", Period.quarterOf(period.lastDay()).key()))
                .forEach(row -> counts.put(number(row[0]), (int) number(row[1])));
        return counts;
    }

    /** How many entries the totals of each period hold: every entry is counted at the top of a tree. */
    Map<String, Long> entries() {
        Map<String, Long> entries = new HashMap<>();
        rows(database.createNativeQuery("select t.period, sum(t.entries) from organization o"
                + " join board_total t on t.organization_id = o.id where o.parent_id is null group by t.period"))
                .forEach(row -> entries.put(row[0].toString(), number(row[1])));
        return entries;
    }

    /** Records of service done in the period that still wait for somebody, by branch or by community. */
    Map<Long, Integer> waiting(OrganizationKind leaf, Period period) {
        boolean community = leaf == OrganizationKind.COMMUNITY;
        String column = community ? "community_id" : "branch_id";
        String states = community ? "('SUBMITTED')" : "('SUBMITTED', 'CONFIRMED', 'QUERIED')";
        Map<Long, Integer> counts = new HashMap<>();
        rows(database.createNativeQuery("select " + column + ", count(*) from service_record where " + column
                + " is not null and state in " + states + " and started_at >= :first and started_at <= :last group by "
                + column)
                .setParameter("first", period.firstDay().atStartOfDay())
                .setParameter("last", period.lastDay().atTime(23, 59)))
                .forEach(row -> counts.put(number(row[0]), (int) number(row[1])));
        return counts;
    }

    /**
     * Whether some branch can still book into the period, or has a quarter of it in notice, so that figures may change.
     * Branches
     * that never booked begin where the last one of all is.
     */
    boolean isUnsettled(Period period, String path) {
        String below = " join organization o on o.id = b.branch_id and o.path like :path";
        return exists("select b.branch_id from ledger_branch b" + below + " where b.open_from <= :last", period, path)
                || exists("select b.branch_id from branch_period b" + below
                        + " where b.state = 'IN_NOTICE' and b.period <= :last and b.period >= :first", period, path)
                || exists("select o.id from organization o where o.kind = 'BRANCH' and o.path like :path"
                        + " and exists (select 1 from ledger_branch b where b.open_from <= :last)"
                        + " and exists (select 1 from affiliation a where a.branch_id = o.id)"
                        + " and not exists (select 1 from ledger_branch b where b.branch_id = o.id)", period, path);
    }

    private boolean exists(String sql, Period period, String path) {
        Query query = database.createNativeQuery(sql + " limit 1").setParameter("path", path + "%")
                .setParameter("last", Period.quarterOf(period.lastDay()).key());
        if (sql.contains(":first")) {
            query.setParameter("first", Period.quarterOf(period.firstDay()).key());
        }
        return !query.getResultList().isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    // As the two servers and their driver tell a boolean in a native query.
    private static boolean isTrue(Object value) {
        return value instanceof Boolean yes ? yes : number(value) != 0;
    }

    /** A member and his branch. */
    @FunctionalInterface
    interface PerMember {

        void accept(long member, long branch);

        private void row(ResultSet row) throws SQLException {
            accept(row.getLong(1), row.getLong(2));
        }
    }

    /** What stands for a holder in a branch: points in hundredths, or minutes. */
    @FunctionalInterface
    interface PerStanding {

        void accept(long holder, long branch, long points, long minutes);
    }

    @FunctionalInterface
    private interface PerRow {

        void accept(ResultSet row) throws SQLException;
    }
}
