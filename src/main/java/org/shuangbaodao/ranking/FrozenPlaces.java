package org.shuangbaodao.ranking;

import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.shuangbaodao.checkin.CheckIns;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.ledger.QuartersClosed;
import org.shuangbaodao.ledger.Standings;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Organizations;

import org.hibernate.Session;

/**
 * Writes down where a branch stands and who its members were when it closes a quarter, and the same of everybody else when the
 * last one has. Written once: whoever comes second finds what the first one wrote.
 */
@ApplicationScoped
class FrozenPlaces {

    private static final int BATCH = 1000;

    private final EntityManager database;
    private final BoardQueries queries;
    private final Organizations organizations;
    private final CheckIns checkIns;
    private final Standings standings;
    private final BusinessTime time;

    FrozenPlaces(EntityManager database, BoardQueries queries, Organizations organizations, CheckIns checkIns,
            Standings standings, BusinessTime time) {
        this.database = database;
        this.queries = queries;
        this.organizations = organizations;
        this.checkIns = checkIns;
        this.standings = standings;
        this.time = time;
    }

    /** What is frozen for a period: of a quarter its own, of a year that of its last quarter. */
    FrozenTree of(Period period) {
        if (period.equals(Period.ALL)) {
            return FrozenTree.NONE;
        }
        String quarter = Period.quarterOf(period.lastDay()).key();
        Map<Long, FrozenTree.Node> nodes = new HashMap<>();
        queries.frozen(quarter, nodes::put);
        return nodes.isEmpty() ? FrozenTree.NONE : new FrozenTree(nodes, isWhole(quarter));
    }

    /** Hands over everybody with his branch on a day, as it was frozen with the quarter, in ascending order of ids. */
    void roster(LocalDate day, BoardQueries.PerMember each) {
        Period quarter = Period.quarterOf(day);
        if (!quarter.lastDay().isBefore(time.today())) {
            queries.roster(day, each);
        } else if (isWhole(quarter.key())) {
            queries.frozenRoster(quarter.key(), each);
        } else {
            queries.rosterBeingFrozen(quarter.key(), day, each);
        }
    }

    private boolean isWhole(String quarter) {
        return !database.createNativeQuery("select period from frozen_quarter where period = ?").setParameter(1, quarter)
                .getResultList().isEmpty();
    }

    void freeze(@Observes QuartersClosed closed) {
        List<Period> quarters = closed.first().equals(closed.last()) ? List.of(closed.last())
                : standings.bookedQuarters().stream().filter(quarter -> quarter.compareTo(closed.first()) >= 0
                        && quarter.compareTo(closed.last()) <= 0).toList();
        if (quarters.isEmpty()) {
            return;
        }
        Organization branch = organizations.byId(closed.branchId());
        // From the top down, as everybody does who writes here at the same time.
        List<Organization> line = Stream.concat(organizations.superiorsOf(branch).stream(), Stream.of(branch))
                .sorted(Comparator.comparing((Organization each) -> each.path)).toList();
        for (Period quarter : quarters) {
            int members = queries.freezeMembers(branch.id, quarter.key(), quarter.lastDay());
            write(quarter, line.stream().map(each -> new Row(each.id, each.parentId, each.unit, each == branch ? members : 0))
                    .toList());
        }
    }

    /** Freezes what no closing has: silent branches, and communities, which close nothing. */
    @Transactional
    @Retried
    void freezeRest(Period quarter) {
        // First, and once: whoever comes later would add what has been founded since.
        int marked = database.createNativeQuery("insert ignore into frozen_quarter (period, frozen_at) values (?, ?)")
                .setParameter(1, quarter.key()).setParameter(2, Timestamp.from(time.now())).executeUpdate();
        if (marked == 0) {
            return;
        }
        queries.freezeMembers(quarter.key(), quarter.lastDay());
        for (OrganizationKind leaf : List.of(OrganizationKind.BRANCH, OrganizationKind.COMMUNITY)) {
            Map<Long, Integer> members = leaf == OrganizationKind.BRANCH ? queries.frozenHeadCounts(quarter.key())
                    : checkIns.registeredMembers(quarter.lastDay());
            List<Row> rows = queries.places(leaf).values().stream().sorted(Comparator.comparing(Place::path))
                    .map(place -> new Row(place.id(), place.parentId(), place.unit(),
                            place.kind() == leaf ? members.getOrDefault(place.id(), 0) : 0))
                    .toList();
            write(quarter, rows);
        }
    }

    /** Quarters in which nobody can book any longer, and that are not frozen as a whole. */
    @Transactional
    List<Period> due() {
        return standings.bookedQuarters().stream().filter(quarter -> quarter.lastDay().isBefore(time.today())
                && !isWhole(quarter.key()) && !queries.isUnsettled(quarter, "")).toList();
    }

    private void write(Period quarter, Collection<Row> rows) {
        Timestamp now = Timestamp.from(time.now());
        List<Row> all = new ArrayList<>(rows);
        database.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("insert ignore into frozen_place"
                    + " (period, organization_id, parent_id, unit, members, frozen_at) values (?, ?, ?, ?, ?, ?)")) {
                for (int i = 0; i < all.size(); i++) {
                    Row row = all.get(i);
                    insert.setString(1, quarter.key());
                    insert.setLong(2, row.id);
                    insert.setObject(3, row.parent, Types.BIGINT);
                    insert.setBoolean(4, row.unit);
                    insert.setInt(5, row.members);
                    insert.setTimestamp(6, now);
                    insert.addBatch();
                    if ((i + 1) % BATCH == 0 || i + 1 == all.size()) {
                        insert.executeBatch();
                    }
                }
            }
        });
    }

    private record Row(long id, Long parent, boolean unit, int members) {
    }
}
