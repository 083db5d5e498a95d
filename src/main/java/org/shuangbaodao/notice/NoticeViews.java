package org.shuangbaodao.notice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.kernel.Amounts;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.ledger.BranchPeriods;
import org.shuangbaodao.ledger.LedgerProof;
import org.shuangbaodao.ledger.QuarterBooks;
import org.shuangbaodao.ledger.QuarterBooks.Deed;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.ranking.Disclosure;
import org.shuangbaodao.ranking.Rankings;
import org.shuangbaodao.servicerecord.ServiceRecord;
import org.shuangbaodao.web.PublicEdition;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Page;

/** Notices as everybody reads them, and the full list as the branch does. */
@ApplicationScoped
class NoticeViews {

    private final NoticeFigures figures;
    private final QuarterBooks books;
    private final BranchPeriods periods;
    private final Objections objections;
    private final Insight insight;
    private final Rankings rankings;
    private final Organizations organizations;
    private final Members members;
    private final AuditTrail audit;
    private final BusinessTime time;

    NoticeViews(NoticeFigures figures, QuarterBooks books, BranchPeriods periods, Objections objections, Insight insight,
            Rankings rankings, Organizations organizations, Members members, AuditTrail audit, BusinessTime time) {
        this.figures = figures;
        this.books = books;
        this.periods = periods;
        this.objections = objections;
        this.insight = insight;
        this.rankings = rankings;
        this.organizations = organizations;
        this.members = members;
        this.audit = audit;
        this.time = time;
    }

    /** One notice in a list. */
    record Row(String id, String branchCode, String branch, Period period, String firstDay, String lastDay, NoticeState state,
            boolean provisional, Objections.Count objections) {

        public boolean isRunning() {
            return state == NoticeState.RUNNING;
        }

        public boolean isClosed() {
            return state == NoticeState.CLOSED;
        }
    }

    /** Somebody who agreed to be named; the amounts are null where they would give others away. */
    record Named(String name, String points, String volunteered, String duty) {
    }

    /**
     * What the branch did, where it may be told. Not by how many people: less those who are named, that would tell of the few
     * others.
     */
    record Sums(String points, String volunteered, String duty) {
    }

    /**
     * A notice as anybody may read it.
     *
     * @param sums null for a branch that does not stand on the boards by itself
     * @param late deeds of earlier quarters
     * @param chain where the branch's chain ended when the quarter closed, or ends now; null before any entry
     * @param edition of the boards that names and sums follow
     */
    record PublicView(Row row, String superior, List<Named> named, Sums sums, int late, Chain chain, String closedOn,
            PublicEdition.Edition edition) {
    }

    record Chain(long sequence, String head) {
    }

    /** @param code of a branch or of anything above it; blank for all */
    @Transactional
    PageOf<Row> list(String code, int page, int size) {
        String latestFirst = " order by lastDay desc, id desc";
        PanacheQuery<Notice> found = code.isBlank() ? Notice.find("1 = 1" + latestFirst)
                : Notice.find("branchId in (select o.id from Organization o where o.path like ?1)" + latestFirst,
                        organizations.byCode(code.strip()).path + "%");
        List<Notice> notices = found.page(Page.of(page - 1, size)).list();
        return new PageOf<>(rows(notices), page, size, found.count());
    }

    /** @throws Problem {@code notice/unknown} */
    @Transactional
    Row row(long noticeId) {
        return rows(List.of(byId(noticeId))).get(0);
    }

    List<Row> rows(List<Notice> notices) {
        Map<Long, Organization> branches = organizations.byIds(notices.stream().map(each -> each.branchId).distinct().toList());
        Map<Long, Objections.Count> counts = objections.counts(notices.stream().map(each -> each.id).toList());
        return notices.stream().map(each -> new Row(Ids.text(each.id), branches.get(each.branchId).code,
                branches.get(each.branchId).name, each.quarter(), each.firstDay.toString(), each.lastDay.toString(),
                each.stateOn(time.today()), each.provisional && !each.isClosed(),
                counts.getOrDefault(each.id, Objections.Count.NONE))).toList();
    }

    /** @throws Problem {@code notice/unknown} */
    @Transactional
    PublicView one(long noticeId) {
        Notice notice = byId(noticeId);
        List<NoticeFigures.Holder> holders = figures.holders(notice);
        Disclosure disclosure = rankings.disclosure(notice.branchId, notice.quarter(),
                holders.stream().map(NoticeFigures.Holder::id).collect(Collectors.toSet()));
        NoticeFigures.Totals totals = figures.totals(notice);
        Organization branch = organizations.byId(notice.branchId);
        List<Named> named = holders.stream().filter(each -> disclosure.names().containsKey(each.id()))
                .map(each -> named(each, disclosure)).sorted(Comparator.comparing(Named::name)).toList();
        Sums sums = disclosure.sums() ? new Sums(Amounts.points(totals.amount(Book.POINTS)),
                Amounts.hours(totals.amount(Book.VOLUNTEER_MINUTES)), Amounts.hours(totals.amount(Book.DUTY_MINUTES))) : null;
        return new PublicView(rows(List.of(notice)).get(0),
                organizations.superiorsOf(branch).stream().findFirst().map(each -> each.name).orElse(""), named, sums,
                totals.late(), chain(notice), notice.isClosed() ? BusinessTime.dateOf(notice.closedAt).toString() : null,
                disclosure.edition());
    }

    /** Whether this person may read the full list. */
    @Transactional
    boolean isOpenTo(long noticeId, long readerId) {
        return insight.reaches(byId(noticeId), readerId);
    }

    private static Named named(NoticeFigures.Holder holder, Disclosure disclosure) {
        String name = disclosure.names().get(holder.id());
        return disclosure.withAmounts().contains(holder.id())
                ? new Named(name, Amounts.points(holder.amount(Book.POINTS)),
                        Amounts.hours(holder.amount(Book.VOLUNTEER_MINUTES)), Amounts.hours(holder.amount(Book.DUTY_MINUTES)))
                : new Named(name, null, null, null);
    }

    private Chain chain(Notice notice) {
        return notice.isClosed()
                ? periods.find(notice.branchId, notice.quarter()).map(each -> new Chain(each.sequence(), each.head()))
                        .orElse(null)
                : books.head(notice.branchId).map((LedgerProof.BranchHead each) -> new Chain(each.sequence(), each.hash()))
                        .orElse(null);
    }

    /** A member's line in the full list. */
    record MemberRow(String name, String number, String points, String volunteered, String duty, String hundred, int entries,
            List<DeedRow> deeds) {
    }

    /**
     * One deed.
     *
     * @param recordId of the service record, null for an entry without one
     * @param contested whether an objection is about it
     */
    record DeedRow(String key, String holder, String day, String points, String hours, String summary, String recordId,
            boolean late, boolean contested) {
    }

    /** @param hundred whether the branch counts by the hundred as well */
    record FullView(Row row, boolean hundred, List<MemberRow> rows) {
    }

    /** The full list; the look is noted. @throws Problem {@code common/forbidden} for people outside the branch */
    @Transactional
    FullView full(long noticeId, long readerId) {
        Notice notice = byId(noticeId);
        if (!insight.reaches(notice, readerId)) {
            audit.refused(readerId, Audited.of("notice-read", "notice", noticeId));
            throw new Problem(CommonProblem.FORBIDDEN);
        }
        List<NoticeFigures.Holder> holders = figures.holders(notice);
        Map<Long, Member> people = members.byIds(holders.stream().map(NoticeFigures.Holder::id).toList());
        Map<Long, List<DeedRow>> deeds = new HashMap<>();
        List<Deed> standing = books.deeds(notice.branchId, notice.quarter());
        List<DeedRow> deedRows = deedRows(notice, standing, people);
        for (int i = 0; i < standing.size(); i++) {
            deeds.computeIfAbsent(standing.get(i).holderId(), key -> new ArrayList<>()).add(deedRows.get(i));
        }
        boolean hundred = holders.stream().anyMatch(each -> each.amounts().containsKey(Book.HUNDRED_POINTS));
        List<MemberRow> rows = holders.stream()
                .sorted(Comparator.comparing((NoticeFigures.Holder each) -> people.get(each.id()).sortKey))
                .map(each -> new MemberRow(people.get(each.id()).name, people.get(each.id()).number,
                        Amounts.points(each.amount(Book.POINTS)), Amounts.hours(each.amount(Book.VOLUNTEER_MINUTES)),
                        Amounts.hours(each.amount(Book.DUTY_MINUTES)), Amounts.points(each.amount(Book.HUNDRED_POINTS)),
                        each.entries(), deeds.getOrDefault(each.id(), List.of())))
                .toList();
        audit.done(readerId, Audited.of("notice-read", "notice", noticeId).detail("rows=" + rows.size()));
        return new FullView(rows(List.of(notice)).get(0), hundred, rows);
    }

    /** In the same order. */
    List<DeedRow> deedRows(Notice notice, List<Deed> deeds, Map<Long, Member> people) {
        Map<Long, ServiceRecord> records = records(deeds);
        Set<String> contested = contested(notice);
        return deeds.stream().map(deed -> {
            ServiceRecord record = deed.isServiceRecord() ? records.get(Ids.parse(deed.sourceId()).orElse(null)) : null;
            Member holder = people.get(deed.holderId());
            return new DeedRow(deed.key(), holder == null ? "" : holder.name, deed.servedOn().toString(),
                    Amounts.points(deed.points()), Amounts.hours(deed.minutes()), record == null ? "" : record.summary,
                    record == null ? null : deed.sourceId(), deed.isLateIn(notice.quarter()), contested.contains(deed.key()));
        }).toList();
    }

    private static Map<Long, ServiceRecord> records(List<Deed> deeds) {
        List<Long> ids = deeds.stream().filter(Deed::isServiceRecord).map(deed -> Ids.parse(deed.sourceId()))
                .flatMap(Optional::stream).toList();
        Map<Long, ServiceRecord> records = new HashMap<>();
        if (!ids.isEmpty()) {
            ServiceRecord.<ServiceRecord> list("id in ?1", ids).forEach(each -> records.put(each.id, each));
        }
        return records;
    }

    private static Set<String> contested(Notice notice) {
        Collection<Long> ids = Objection.to(notice.id).stream().map(each -> each.id).toList();
        Set<String> keys = new HashSet<>();
        ContestedDeed.of(ids).forEach(each -> keys.add(each.key()));
        return keys;
    }

    static Notice byId(long noticeId) {
        return Notice.<Notice> findByIdOptional(noticeId).orElseThrow(() -> new Problem(NoticeProblem.UNKNOWN));
    }
}
