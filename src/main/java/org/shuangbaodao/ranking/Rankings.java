package org.shuangbaodao.ranking;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.database.DatabaseWatch;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.ledger.BoardEdition;
import org.shuangbaodao.ledger.Standings;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.OrganizationKind.Tree;
import org.shuangbaodao.organization.OrganizationProblem;
import org.shuangbaodao.organization.Organizations;

/** The boards, as pages, profiles and the API ask for them: all read the same ones. */
@ApplicationScoped
public class Rankings {

    private final OrganizationViews organizationViews;
    private final MemberViews memberViews;
    private final Partitions partitions;
    private final BoardEdition editions;
    private final Organizations organizations;
    private final Standings standings;
    private final RankingSettings settings;
    private final BusinessTime time;
    private final DatabaseWatch watch;
    private volatile List<Period> booked = List.of();

    Rankings(OrganizationViews organizationViews, MemberViews memberViews, Partitions partitions, BoardEdition editions,
            Organizations organizations, Standings standings, RankingSettings settings, BusinessTime time,
            DatabaseWatch watch) {
        this.organizationViews = organizationViews;
        this.memberViews = memberViews;
        this.partitions = partitions;
        this.editions = editions;
        this.organizations = organizations;
        this.standings = standings;
        this.settings = settings;
        this.time = time;
        this.watch = watch;
    }

    /** Whether the operator publishes boards at all. */
    public boolean isOpen() {
        return settings.enabled();
    }

    /** Whether the operator publishes the board of persons. */
    public boolean isOpenForMembers() {
        return settings.enabled() && settings.members();
    }

    /** @param key null for the quarter that runs */
    public Period period(String key) {
        Period current = Period.quarterOf(time.today());
        if (key == null || key.isBlank()) {
            return current;
        }
        return Period.parse(key.strip()).filter(period -> period.equals(Period.ALL) || !period.firstDay().isAfter(time.today()))
                .orElseThrow(() -> new Problem(RankingProblem.PERIOD_UNKNOWN, key));
    }

    /** Null where no scope is asked for. */
    public Organization scope(String within, Tree tree) {
        if (within == null || within.isBlank()) {
            return null;
        }
        return organizations.find(within.strip()).filter(each -> each.tree == tree)
                .orElseThrow(() -> new Problem(OrganizationProblem.UNKNOWN, within));
    }

    /** Whether the boards of organizations come out of memory now, because the database is away. */
    public boolean areRemembered() {
        return watch.isAway();
    }

    /** Quarters with bookings and the one that runs, newest first. */
    public List<Period> quarters() {
        Period current = Period.quarterOf(time.today());
        if (!areRemembered()) {
            booked = standings.bookedQuarters();
        }
        return Stream.concat(Stream.of(current), booked.stream().filter(quarter -> quarter.compareTo(current) < 0)).toList();
    }

    /** Where a reader can go from a scope. */
    public Scopes scopes(OrganizationKind leaf, Period period, Organization scope) {
        Partition partition = areRemembered()
                ? partitions.last(leaf, period).orElseThrow(() -> new Problem(CommonProblem.UNAVAILABLE))
                : partitions.of(leaf, period, editions.now());
        return Scopes.of(partition, leaf, scope == null ? null : scope.id);
    }

    public OrganizationsView organizations(BoardKind kind, Period period, Organization scope, int page, int size) {
        return organizations(kind, period, scope, null, page, size);
    }

    /**
     * The rows of a scope that somebody looks for, with the ranks they have among all of it.
     *
     * @param sought part of a name, its beginning in pinyin, or a code; null or blank for all rows
     */
    public OrganizationsView organizations(BoardKind kind, Period period, Organization scope, String sought, int page,
            int size) {
        requireOpen(isOpen());
        return organizationViews.view(kind, period, scope, sought, page, size);
    }

    /** How far service reaches among the communities of a territory, null for all of them. */
    public Coverage coverage(Period period, Organization territory) {
        requireOpen(isOpen());
        String path = territory == null ? "" : territory.path;
        var totals = standings.organizations(OrganizationKind.COMMUNITY, period);
        List<Place> communities = partitions.of(OrganizationKind.COMMUNITY, period, editions.now()).places().values().stream()
                .filter(place -> place.kind() == OrganizationKind.COMMUNITY && place.path().startsWith(path)).toList();
        return new Coverage((int) communities.stream().filter(place -> totals.containsKey(place.id())
                && totals.get(place.id()).minutes() > 0).count(), communities.size());
    }

    /** How a scope did in the quarters, or years, up to the period. */
    public Trend trend(BoardKind kind, Period period, Organization scope) {
        requireOpen(isOpen());
        return organizationViews.trend(kind, period, scope, quarters());
    }

    public BoardView<MemberBoard.Row> members(Period period, Organization scope, int page, int size) {
        return members(period, scope, null, page, size);
    }

    /** @param sought how a name begins, in characters or in pinyin; null or blank for everybody who is named */
    public BoardView<MemberBoard.Row> members(Period period, Organization scope, String sought, int page, int size) {
        requireOpen(isOpenForMembers());
        return memberViews.view(period, scope, sought, page, size);
    }

    private static void requireOpen(boolean open) {
        if (!open) {
            throw new Problem(RankingProblem.SWITCHED_OFF);
        }
    }

    /** Begins what readers of the running quarter will ask for, so that the first of them need not wait for it. */
    void prepare() {
        if (isOpen()) {
            Period now = period(null);
            memberViews.prepare(List.of(now, now.year(), Period.ALL));
        }
    }

    /** The first branches of the running quarter, and what all have done together. Empty while boards are switched off. */
    public Optional<Highlights> highlights(int most) {
        if (!isOpen()) {
            return Optional.empty();
        }
        Period now = period(null);
        return Optional.of(Highlights.of(organizations(BoardKind.BRANCHES, now, null, 1, most)));
    }

    /** Where somebody stands in each of the periods, told to himself alone; waits no longer for many than for one. */
    public Map<Period, OwnPlace> placesOf(long memberId, Collection<Period> periods) {
        return memberViews.placesOf(memberId, periods);
    }

    /** What a public notice of the branch may tell about the holders it lists. Asks nobody whether boards are switched on. */
    public Disclosure disclosure(long branchId, Period quarter, Set<Long> holderIds) {
        return memberViews.disclosure(branchId, quarter, holderIds);
    }
}
