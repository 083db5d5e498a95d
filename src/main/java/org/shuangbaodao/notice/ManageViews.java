package org.shuangbaodao.notice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.ledger.BranchPeriod;
import org.shuangbaodao.ledger.BranchPeriods;
import org.shuangbaodao.member.Appointment;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Organizations;

/** What a secretary does with the quarters of his branch, and what an officer sees of the branches below him. */
@ApplicationScoped
class ManageViews {

    private static final Set<Office> SECRETARIES = Set.of(Office.BRANCH_SECRETARY, Office.BRANCH_DEPUTY);

    private final Notices notices;
    private final NoticeViews views;
    private final BranchPeriods periods;
    private final Organizations organizations;
    private final BusinessTime time;

    ManageViews(Notices notices, NoticeViews views, BranchPeriods periods, Organizations organizations, BusinessTime time) {
        this.notices = notices;
        this.views = views;
        this.periods = periods;
        this.organizations = organizations;
        this.time = time;
    }

    /** @param next null while nothing is booked that could be shown */
    record OwnBranch(String code, String name, Notices.Preview next, List<NoticeViews.Row> unfinished) {
    }

    /**
     * A branch below an officer.
     *
     * @param state of the last quarter that is over
     * @param notice null while that is open
     */
    record BelowRow(String code, String name, BranchPeriod.State state, NoticeViews.Row notice, Objections.Count objections) {
    }

    record ManageView(List<OwnBranch> own, Period quarter, PageOf<BelowRow> below) {
    }

    @Transactional
    ManageView of(long actorId, int page, int size) {
        List<OwnBranch> own = branchesOf(actorId).stream().map(this::own).toList();
        Period last = Period.quarterOf(time.today().minusMonths(3));
        List<Organization> below = below(actorId);
        int from = Math.min((page - 1) * size, below.size());
        List<Organization> shown = below.subList(from, Math.min(from + size, below.size()));
        return new ManageView(own, last, new PageOf<>(below(shown, last), page, size, below.size()));
    }

    /** The branches this person is secretary or deputy of. */
    List<Organization> branchesOf(long actorId) {
        return Appointment.heldBy(actorId, time.today()).stream().filter(held -> SECRETARIES.contains(held.office))
                .map(held -> organizations.byId(held.organizationId)).filter(each -> each.kind == OrganizationKind.BRANCH)
                .distinct().toList();
    }

    private OwnBranch own(Organization branch) {
        List<Notice> unfinished = Notice.list("branchId = ?1 and closedAt is null order by period", branch.id);
        return new OwnBranch(branch.code, branch.name, notices.preview(branch, Notices.USUAL_DAYS).orElse(null),
                views.rows(unfinished));
    }

    private List<Organization> below(long actorId) {
        Map<String, Organization> found = new TreeMap<>();
        Appointment.heldBy(actorId, time.today()).stream().filter(held -> held.office == Office.COMMITTEE_OFFICER)
                .map(held -> organizations.byId(held.organizationId))
                .forEach(top -> organizations.below(top, OrganizationKind.BRANCH)
                        .forEach(branch -> found.put(branch.path, branch)));
        List<Organization> branches = new ArrayList<>(found.values());
        branches.sort(Comparator.comparing((Organization each) -> each.sortKey).thenComparing(each -> each.code));
        return branches;
    }

    private List<BelowRow> below(List<Organization> branches, Period quarter) {
        Map<Long, NoticeViews.Row> rows = new HashMap<>();
        if (!branches.isEmpty()) {
            List<Notice> found = Notice.list("period = ?1 and branchId in ?2", quarter.key(),
                    branches.stream().map(each -> each.id).toList());
            List<NoticeViews.Row> shown = views.rows(found);
            for (int i = 0; i < found.size(); i++) {
                rows.put(found.get(i).branchId, shown.get(i));
            }
        }
        return branches.stream().map(branch -> {
            Optional<NoticeViews.Row> row = Optional.ofNullable(rows.get(branch.id));
            return new BelowRow(branch.code, branch.name, periods.stateOf(branch.id, quarter), row.orElse(null),
                    row.map(NoticeViews.Row::objections).orElse(Objections.Count.NONE));
        }).toList();
    }
}
