package org.shuangbaodao.benchmark;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.ledger.GeneratedChain;

/**
 * A county, a province or a country, made up: both trees, people on rosters and in communities, and a ledger whose chains are
 * right. Goes into the tables directly, because a million people cannot be reported, confirmed and awarded one by one.
 */
final class Population {

    static final int BRANCH_SIZE = 20;
    private static final int BRANCHES_A_COMMITTEE = 25;
    private static final int COMMUNITIES_A_STREET = 40;
    private static final LocalDate SINCE = LocalDate.of(2015, 1, 1);

    private final Size size;
    private final Tables tables;
    private final Map<Total, long[]> totals = new HashMap<>();
    private final Instant posted = Instant.parse("2026-01-05T00:00:00Z");
    private final LocalDate today = LocalDate.now();
    private final List<Lane> lanes = new ArrayList<>();

    /** How much there shall be, the demo's own not counted. */
    record Size(int members, int entries, int organizations) {
    }

    /** A member with the two people who decide on his records, all of whom can log in. */
    record Lane(String member, String confirmer, String secretary, String communityCode) {
    }

    private record Total(long organization, String book, String period) {
    }

    private record Place(long id, String code, String path) {

        // Each id takes thirteen characters of the path, and a slash.
        long parentId() {
            int end = path.length() - 15;
            return Ids.parse(path.substring(end - 13, end)).orElseThrow();
        }
    }

    private Population(Size size, Tables tables) {
        this.size = size;
        this.tables = tables;
    }

    /** @param lanes how many of them to make, one for each branch */
    static List<Lane> settle(Size size, int lanes, Tables tables) throws SQLException {
        Population population = new Population(size, tables);
        population.settle(lanes);
        return population.lanes;
    }

    private void settle(int laneCount) throws SQLException {
        int branches = Math.max(laneCount, size.members / BRANCH_SIZE);
        int committees = branches / BRANCHES_A_COMMITTEE + 1;
        int communities = Math.max(branches, size.organizations - branches - committees);
        Place area = organization(null, "TERRITORY", "AREA", "BM-T", "基准县", false);
        List<Place> hosts = communities(area, communities, branches);
        Place root = organization(null, "PARTY", "WORKING_COMMITTEE", "BM-P", "基准工委", false);
        int deeds = Math.max(1, size.entries / 2);
        Place committee = null;
        for (int b = 0; b < branches; b++) {
            if (b % BRANCHES_A_COMMITTEE == 0) {
                committee = organization(root, "PARTY", "COMMITTEE", "BM-P-" + b, "基准第%d党委".formatted(b), true);
            }
            Place branch = organization(committee, "PARTY", "BRANCH", "BM-B-" + b, "基准第%d党支部".formatted(b), false);
            long share = (long) deeds * (b + 1) / branches - (long) deeds * b / branches;
            branch(branch, hosts.get(b), b, (int) share, b < laneCount);
        }
        totals.forEach((total, sum) -> tables.row("board_total", total.organization, total.book, total.period, sum[0], sum[1]));
        tables.finish();
        tables.sql("insert into account (member_id, login, password_hash, password_set_at, state, created_at, version)"
                + " select m.id, concat('bm-', substring(m.number, 3)), a.password_hash, a.password_set_at, a.state, a.created_at, 0"
                + " from member m, account a where m.number like 'BM%' and m.skills = 'lane' and a.login = 'demo-member'");
        tables.sql("update board_guard set version = version + 1");
    }

    // Streets with their communities; the first ones are where people serve.
    private List<Place> communities(Place area, int communities, int hosts) {
        List<Place> first = new ArrayList<>();
        Place street = null;
        for (int c = 0; c < communities; c++) {
            if (c % COMMUNITIES_A_STREET == 0) {
                street = organization(area, "TERRITORY", "STREET", "BM-S-" + c, "基准第%d街道".formatted(c), false);
            }
            Place community = organization(street, "TERRITORY", "COMMUNITY", "BM-C-" + c, "基准第%d社区".formatted(c), false);
            if (first.size() < hosts) {
                first.add(community);
            }
        }
        return first;
    }

    private Place organization(Place parent, String tree, String kind, String code, String name, boolean unit) {
        long id = Ids.next();
        Place place = new Place(id, code, (parent == null ? "" : parent.path) + Ids.text(id) + "/");
        tables.row("organization", id, code, tree, kind, name, "jizhun " + code, parent == null ? null : parent.id, place.path,
                null, unit, SINCE, null, null, 0);
        return place;
    }

    private void branch(Place branch, Place community, int number, int deeds, boolean lane) {
        List<Long> people = new ArrayList<>();
        for (int i = 0; i < BRANCH_SIZE; i++) {
            people.add(member(branch, community, number * BRANCH_SIZE + i, lane && i < 3));
        }
        if (lane) {
            appoint(people.get(1), branch.id, "BRANCH_SECRETARY");
            // One above the community: what lanes report lies far back, so that each day holds one record.
            appoint(people.get(2), community.parentId(), "COMMITTEE_OFFICER");
            int first = number * BRANCH_SIZE;
            lanes.add(new Lane(login(first), login(first + 2), login(first + 1), community.code));
        }
        StringBuilder entries = tables.open("ledger_entry");
        GeneratedChain chain = new GeneratedChain(branch.id, posted, entries);
        Map<List<Object>, Long> standings = new HashMap<>();
        for (int d = 0; d < deeds; d++) {
            long holder = people.get(d % BRANCH_SIZE);
            // No two people alike, as in life; all in this year and the last, so that every period has its board.
            int minutes = 30 + 30 * ((number * 7 + d * 13) % 8);
            LocalDate day = today.minusDays(1 + (number * 31L + d * 17L) % 400);
            chain.deed(holder, community.id, day, minutes);
            String period = Period.quarterOf(day).key();
            count(standings, holder, "DUTY_MINUTES", period, branch, community, minutes);
            count(standings, holder, "POINTS", period, branch, community, minutes / 30 * 50L);
        }
        standings.forEach((key, amount) -> tables.row("standing", key.get(0), key.get(1), key.get(2), branch.id, amount));
        tables.open("ledger_branch").append(chain.branchRow());
        tables.flushLarge();
    }

    private void count(Map<List<Object>, Long> standings, long holder, String book, String period, Place branch,
            Place community, long amount) {
        standings.merge(List.of(holder, book, period), amount, Long::sum);
        for (Place place : List.of(branch, community)) {
            for (int end = 13; end < place.path.length(); end += 14) {
                long above = Ids.parse(place.path.substring(end - 13, end)).orElseThrow();
                for (String each : List.of(period, period.substring(0, 4), "all")) {
                    long[] sum = totals.computeIfAbsent(new Total(above, book, each), key -> new long[2]);
                    sum[0] += amount;
                    sum[1]++;
                }
            }
        }
    }

    private long member(Place branch, Place community, int number, boolean lane) {
        long id = Ids.next();
        tables.row("member", id, "BM%07d".formatted(number), "FULL", "基准" + number, "jizhun %07d".formatted(number),
                "UNSTATED", null, null, null, null, null, lane ? "lane" : "", null, posted, null, 0);
        tables.row("affiliation", Ids.next(), id, branch.id, null, SINCE, null, "APPROVED", id, posted, 0);
        tables.row("consent", id, "RECORDING", true, 1, posted, 0);
        tables.row("consent", id, "EXCHANGE", true, 1, posted, 0);
        tables.row("consent", id, "PUBLIC_NAME", number % 3 == 0, 1, posted, 0);
        tables.row("check_in", Ids.next(), "MEMBER", id, community.id, String.valueOf(today.getYear()), "", "", "", "ACCEPTED",
                id, posted, SINCE, "", LocalDate.of(today.getYear(), 1, 1), LocalDate.of(today.getYear(), 12, 31), 0);
        return id;
    }

    private void appoint(long memberId, long organizationId, String office) {
        tables.row("appointment", Ids.next(), memberId, organizationId, office, SINCE, null, "IN_FORCE", "基准", null, posted, 0);
    }

    private static String login(int number) {
        return "bm-%07d".formatted(number);
    }
}
