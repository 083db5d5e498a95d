package org.shuangbaodao.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.calendar.WorkingDays;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.explanation.QuarterNotices;
import org.shuangbaodao.identity.LoginDays;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.ledger.Standings;
import org.shuangbaodao.member.Appointment;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.member.Offices;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.servicerecord.RecordState;
import org.shuangbaodao.servicerecord.ServiceRecord;

/** Who needs a statement on paper, and what stands on it. */
@ApplicationScoped
public class Statements {

    /** On one print: a branch's worth of people. */
    static final int MOST = 100;
    /** From the end of a quarter to the last day on which its notice takes objections, at the earliest. */
    private static final int NOTICE_OVER_AFTER = 15;
    /** Nobody is given less time than a notice gives. */
    private static final int LEAST_TIME = 5;
    private static final Set<Office> OF_BRANCHES = EnumSet.of(Office.BRANCH_SECRETARY, Office.BRANCH_DEPUTY,
            Office.BRANCH_COMMITTEE_MEMBER, Office.COMMITTEE_OFFICER);
    private static final Set<Office> OF_COMMUNITIES = EnumSet.of(Office.COMMUNITY_SECRETARY, Office.GRID_WORKER,
            Office.LIAISON, Office.COMMITTEE_OFFICER);

    private final Offices offices;
    private final Organizations organizations;
    private final Members members;
    private final LoginDays logins;
    private final Standings standings;
    private final QuarterNotices notices;
    private final WorkingDays workingDays;
    private final AuditTrail audit;
    private final BusinessTime time;

    Statements(Offices offices, Organizations organizations, Members members, LoginDays logins, Standings standings,
            QuarterNotices notices, WorkingDays workingDays, AuditTrail audit, BusinessTime time) {
        this.offices = offices;
        this.organizations = organizations;
        this.members = members;
        this.logins = logins;
        this.standings = standings;
        this.notices = notices;
        this.workingDays = workingDays;
        this.audit = audit;
        this.time = time;
    }

    /**
     * Somebody who needs one.
     *
     * @param prints how often it has been printed
     * @param printedBy name, null before
     */
    public record Line(String number, String name, int records, int prints, String printedBy, Instant printedAt,
            Instant handedAt) {
    }

    /**
     * One person's page.
     *
     * @param points hundredths, null on a community's
     * @param minutes that count, of the records on it
     * @param tell whom he tells, names of those in office
     * @param until the day up to which he can be sure to be heard before the quarter closes
     */
    public record Paper(String name, String number, List<Deed> deeds, int minutes, Long points, List<String> tell,
            LocalDate until) {
    }

    /** @param enteredBy null for himself, {@code confirmedBy} as long as nobody has */
    public record Deed(ServiceRecord record, String place, String enteredBy, String confirmedBy) {
    }

    /** The last quarter that is over. */
    public Period latest() {
        return Period.quarterOf(Period.quarterOf(time.today()).firstDay().minusDays(1));
    }

    /** Branches and communities in which somebody prints statements by his own office. */
    @Transactional
    public List<Organization> offeredTo(long actorId) {
        return organizations.byIds(Appointment.heldBy(actorId, time.today()).stream()
                .filter(held -> OF_BRANCHES.contains(held.office) || OF_COMMUNITIES.contains(held.office))
                .map(held -> held.organizationId).distinct().toList()).values().stream()
                .filter(each -> reaches(actorId, each)).sorted(Comparator.comparing(each -> each.code)).toList();
    }

    private boolean reaches(long actorId, Organization office) {
        Set<Office> fitting = office.kind == OrganizationKind.BRANCH ? OF_BRANCHES
                : office.kind == OrganizationKind.COMMUNITY ? OF_COMMUNITIES : Set.of();
        return offices.reaching(actorId, office).stream().anyMatch(fitting::contains);
    }

    /** Those who served there in the quarter and did not log in during it, by name. */
    @Transactional
    public List<Line> list(Organization office, Period quarter, long actorId) {
        Map<Long, List<ServiceRecord>> needed = needed(office, quarter, actorId);
        Map<Long, QuarterStatement> printed = QuarterStatement.of(office.id, quarter.key());
        Map<Long, Member> people = members.byIds(Stream.concat(needed.keySet().stream(),
                printed.values().stream().map(each -> each.printedBy)).distinct().toList());
        audit.done(actorId, Audited.of("statement-list-read", "organization", office.id)
                .detail("period=" + quarter + " rows=" + needed.size()));
        return sorted(needed.keySet(), people).stream().map(member -> {
            QuarterStatement one = printed.get(member.id);
            return new Line(member.number, member.name, needed.get(member.id).size(), one == null ? 0 : one.prints,
                    one == null ? null : people.get(one.printedBy).name, one == null ? null : one.printedAt,
                    one == null ? null : one.handedAt);
        }).toList();
    }

    private static List<Member> sorted(Collection<Long> ids, Map<Long, Member> people) {
        return ids.stream().map(people::get)
                .sorted(Comparator.<Member, String> comparing(each -> each.sortKey).thenComparing(each -> each.number))
                .toList();
    }

    // By member. A community sees what happened there and nothing else.
    private Map<Long, List<ServiceRecord>> needed(Organization office, Period quarter, long actorId) {
        if (!reaches(actorId, office)) {
            throw new Problem(StatementProblem.NOT_YOURS);
        }
        if (!quarter.isQuarter() || !quarter.lastDay().isBefore(time.today())) {
            throw new Problem(StatementProblem.NO_QUARTER);
        }
        String where = office.kind == OrganizationKind.BRANCH ? "branchId" : "communityId";
        List<ServiceRecord> records = ServiceRecord.list(where + " = ?1 and startedAt >= ?2 and startedAt < ?3"
                + " and state <> ?4 order by startedAt, id", office.id, quarter.firstDay().atStartOfDay(),
                quarter.lastDay().plusDays(1).atStartOfDay(), RecordState.WITHDRAWN);
        Set<Long> here = logins.among(records.stream().map(each -> each.memberId).distinct().toList(), quarter.firstDay(),
                quarter.lastDay());
        return records.stream().filter(each -> !here.contains(each.memberId))
                .collect(Collectors.groupingBy(each -> each.memberId));
    }

    /** Prints for these people; who does not need one gets none. */
    @Transactional
    @Retried
    public List<Paper> print(Organization office, Period quarter, Collection<String> numbers, long actorId) {
        Map<Long, List<ServiceRecord>> needed = needed(office, quarter, actorId);
        List<Member> chosen = chosen(needed, numbers);
        Map<Long, QuarterStatement> printed = QuarterStatement.of(office.id, quarter.key());
        List<Paper> papers = new ArrayList<>();
        for (Member member : chosen) {
            QuarterStatement statement = printed.getOrDefault(member.id,
                    new QuarterStatement(office.id, quarter.key(), member.id));
            statement.printed(actorId, time.now());
            statement.persist();
            papers.add(paper(office, quarter, member, needed.get(member.id)));
            audit.done(actorId, Audited.of("statement-print", "quarter_statement", statement.id).onBehalfOf(member.id)
                    .detail("period=" + quarter + " print=" + statement.prints));
        }
        return papers;
    }

    private List<Member> chosen(Map<Long, List<ServiceRecord>> needed, Collection<String> numbers) {
        List<Member> chosen = sorted(needed.keySet(), members.byIds(needed.keySet())).stream()
                .filter(each -> numbers.contains(each.number)).toList();
        if (chosen.isEmpty() || chosen.size() > MOST) {
            throw new Problem(StatementProblem.NOBODY, MOST);
        }
        return chosen;
    }

    private Paper paper(Organization office, Period quarter, Member member, List<ServiceRecord> records) {
        Map<Long, Member> people = members.byIds(records.stream()
                .flatMap(each -> Stream.of(each.enteredBy, each.confirmedBy)).filter(Objects::nonNull).distinct().toList());
        Map<Long, Organization> places = organizations
                .byIds(records.stream().map(each -> each.communityId).filter(Objects::nonNull).distinct().toList());
        List<Deed> deeds = records.stream().map(each -> new Deed(each,
                each.communityId == null ? each.issuer : places.get(each.communityId).name,
                each.isEnteredBySomebodyElse() ? people.get(each.enteredBy).name : null,
                each.confirmedBy == null ? null : people.get(each.confirmedBy).name)).toList();
        Long points = office.kind == OrganizationKind.BRANCH ? standings.of(member.id, quarter).get(Book.POINTS) : null;
        int minutes = records.stream().filter(each -> each.state.isCounted() && !each.isHeld()).mapToInt(each -> each.minutes)
                .sum();
        return new Paper(member.name, masked(member.number), deeds, minutes, points, inOffice(office),
                until(records.get(records.size() - 1).branchId, quarter));
    }

    /** The paper lies about in a flat; whoever it is for knows his number. */
    static String masked(String number) {
        return number.substring(0, 1) + "•••••" + number.substring(Math.max(1, number.length() - 4));
    }

    private List<String> inOffice(Organization office) {
        Office first = office.kind == OrganizationKind.BRANCH ? Office.BRANCH_SECRETARY : Office.COMMUNITY_SECRETARY;
        return members.byIds(offices.holders(first, office)).values().stream().map(each -> each.name).sorted().toList();
    }

    private LocalDate until(long branchId, Period quarter) {
        LocalDate earliest = workingDays.plus(quarter.lastDay(), NOTICE_OVER_AFTER);
        LocalDate noticed = notices.of(branchId, quarter).map(QuarterNotices.Posted::lastDay).orElse(earliest);
        LocalDate fair = workingDays.plus(time.today(), LEAST_TIME);
        return noticed.isBefore(fair) ? fair : noticed;
    }

    /** They have them in hand. */
    @Transactional
    @Retried
    public int handOver(Organization office, Period quarter, Collection<String> numbers, long actorId) {
        Map<Long, List<ServiceRecord>> needed = needed(office, quarter, actorId);
        List<Long> ids = chosen(needed, numbers).stream().map(each -> each.id).toList();
        List<QuarterStatement> printed = QuarterStatement.of(office.id, quarter.key()).values().stream()
                .filter(each -> ids.contains(each.memberId) && each.handedAt == null).toList();
        printed.forEach(each -> {
            each.handedBy = actorId;
            each.handedAt = time.now();
            audit.done(actorId, Audited.of("statement-hand-over", "quarter_statement", Ids.text(each.id))
                    .onBehalfOf(each.memberId));
        });
        return printed.size();
    }
}
