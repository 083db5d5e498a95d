package org.shuangbaodao.appraisal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.ledger.YearFacts;
import org.shuangbaodao.ledger.YearFacts.Facts;
import org.shuangbaodao.member.Affiliation;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.member.Offices;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.rulebook.Rulebook;
import org.shuangbaodao.rulebook.Rulebooks;

/** What is asked of a year, of whom, and how far people have come. */
@ApplicationScoped
public class Targets {

    private static final int UNIT = 30;
    private static final int MOST_MINUTES = 60_000;
    private static final int MOST_TIMES = 500;

    private final Rulebooks rulebooks;
    private final YearFacts facts;
    private final Members members;
    private final Organizations organizations;
    private final Offices offices;
    private final AuditTrail audit;
    private final BusinessTime time;

    Targets(Rulebooks rulebooks, YearFacts facts, Members members, Organizations organizations, Offices offices,
            AuditTrail audit, BusinessTime time) {
        this.rulebooks = rulebooks;
        this.facts = facts;
        this.members = members;
        this.organizations = organizations;
        this.offices = offices;
        this.audit = audit;
        this.time = time;
    }

    /** Empty for who stands on no roster in the year. */
    @Transactional
    public Optional<Progress> of(long memberId, int year) {
        return Optional.ofNullable(of(List.of(members.byId(memberId)), year).get(memberId));
    }

    /** By member; those who stood on no roster in the year are absent. */
    @Transactional
    public Map<Long, Progress> of(Collection<Member> people, int year) {
        List<Long> ids = people.stream().map(each -> each.id).toList();
        Map<Long, Facts> served = facts.of(ids, year);
        Map<Long, List<TargetExemption>> exemptions = ids.isEmpty() ? Map.of()
                : TargetExemption.<TargetExemption> list("memberId in ?1 and endedAt is null", ids).stream()
                        .collect(Collectors.groupingBy(each -> each.memberId));
        Map<Long, List<Affiliation>> affiliations = ids.isEmpty() ? Map.of()
                : Affiliation.<Affiliation> list("memberId in ?1 order by validFrom", ids).stream()
                        .collect(Collectors.groupingBy(each -> each.memberId));
        Map<Long, Rulebook.Target> asked = new HashMap<>();
        Map<Long, Progress> found = new HashMap<>();
        for (Member member : people) {
            Membership membership = Membership.in(year, affiliations.getOrDefault(member.id, List.of()),
                    exemptions.getOrDefault(member.id, List.of()), time.today());
            if (membership.branchId() != null) {
                Rulebook.Target general = asked.computeIfAbsent(membership.branchId(), branch -> askedBy(branch, year));
                found.put(member.id, progress(member, year, membership, general,
                        served.getOrDefault(member.id, Facts.NONE)));
            }
        }
        return found;
    }

    private Progress progress(Member member, int year, Membership membership, Rulebook.Target general, Facts served) {
        Optional<Rulebook.MemberClass> own = rules(year).classes().stream()
                .filter(each -> each.category().equals(member.category.name())).findFirst();
        boolean exempt = own.map(Rulebook.MemberClass::exempt).orElse(false) || membership.days() == 0;
        Rulebook.Target target = own.map(Rulebook.MemberClass::target).orElse(general);
        return new Progress(year, exempt, share(target.minutes(), membership, UNIT), share(target.times(), membership, 1),
                served.volunteerMinutes() + served.dutyMinutes(), served.times(), membership.days(),
                membership.daysOfYear());
    }

    // For part of a year part of the target, in favour of the member: what does not fill a unit is not asked.
    private static Integer share(Integer asked, Membership membership, int unit) {
        if (asked == null) {
            return null;
        }
        long share = (long) asked * membership.days() / membership.daysOfYear();
        return (int) (share / unit * unit);
    }

    /** The word of the nearest organization upwards, else the rulebook's. */
    private Rulebook.Target askedBy(long branchId, int year) {
        Organization branch = organizations.byId(branchId);
        List<Long> upwards = new ArrayList<>(List.of(branchId));
        organizations.superiorsOf(branch).forEach(each -> upwards.add(each.id));
        Map<Long, ServiceTarget> set = ServiceTarget.<ServiceTarget> list("organizationId in ?1 and targetYear = ?2", upwards,
                year).stream().collect(Collectors.toMap(each -> each.organizationId, each -> each));
        return upwards.stream().filter(set::containsKey).map(set::get).findFirst()
                .map(each -> new Rulebook.Target(each.minutes, each.times)).orElse(rules(year).target());
    }

    private Rulebook rules(int year) {
        return rulebooks.on(LocalDate.of(year, 12, 31));
    }

    Optional<ServiceTarget> setBy(long organizationId, int year) {
        return ServiceTarget.find("organizationId = ?1 and targetYear = ?2", organizationId, year).firstResultOptional();
    }

    /**
     * @param minutes null where time is not asked
     * @param times null where times are not asked
     */
    @Transactional
    @Retried
    public void set(String organizationCode, int year, Integer minutes, Integer times, long actorId) {
        Organization organization = organizations.byCode(organizationCode);
        offices.require(actorId, organization, Office.BRANCH_SECRETARY, Office.COMMITTEE_OFFICER);
        List<FieldProblem> problems = new ArrayList<>();
        if (minutes != null && (minutes < 0 || minutes > MOST_MINUTES)) {
            problems.add(new FieldProblem("hours", "out-of-range"));
        }
        if (times != null && (times < 0 || times > MOST_TIMES)) {
            problems.add(new FieldProblem("times", "out-of-range"));
        }
        int now = time.today().getYear();
        if (year < now || year > now + 1) {
            problems.add(new FieldProblem("year", "out-of-range"));
        }
        if (!problems.isEmpty()) {
            throw new Problem(CommonProblem.INVALID).with("errors", problems);
        }
        ServiceTarget target = setBy(organization.id, year).orElseGet(() -> new ServiceTarget(organization.id, year));
        target.minutes = minutes;
        target.times = times;
        target.setBy = actorId;
        target.setAt = time.now();
        target.persist();
        audit.done(actorId, Audited.of("target-set", "organization", organization.id)
                .detail("year=%d minutes=%s times=%s".formatted(year, minutes, times)));
    }

    /** What the branch decided about a member's days; nobody records it about himself. */
    @Transactional
    @Retried
    public void exempt(String memberNumber, LocalDate first, LocalDate last, String document, long actorId) {
        Member member = members.byNumber(memberNumber);
        Organization branch = members.branchOn(member.id, time.today()).map(each -> organizations.byId(each.branchId))
                .orElseThrow(() -> new Problem(AppraisalProblem.UNKNOWN));
        offices.require(actorId, branch, Office.BRANCH_SECRETARY, Office.BRANCH_DEPUTY);
        if (member.id == actorId || offices.countAsOne(member.id, actorId)) {
            throw new Problem(AppraisalProblem.OWN_CASE);
        }
        if (last.isBefore(first) || last.isAfter(first.plusYears(1))) {
            throw new Problem(CommonProblem.INVALID).with("errors", List.of(new FieldProblem("last", "out-of-range")));
        }
        TargetExemption exemption = new TargetExemption(member.id, first, last, document, actorId, time.now());
        exemption.persist();
        audit.done(actorId, Audited.of("exemption-record", "member", member.id).detail("id=" + Ids.text(exemption.id)));
    }
}
