package org.shuangbaodao.appraisal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.ledger.YearFacts;
import org.shuangbaodao.ledger.YearFacts.Facts;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.MemberCategory;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.member.Offices;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.pointsitem.PointsItems;
import org.shuangbaodao.resolution.Resolutions;
import org.shuangbaodao.rulebook.HundredPoints;
import org.shuangbaodao.rulebook.Rulebook;
import org.shuangbaodao.rulebook.Rulebooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** 民主评议党员: a branch's members with the figures of a year, what these suggest, and what the meeting decided. */
@ApplicationScoped
class Appraisals {

    private final EntityManager database;
    private final Targets targets;
    private final YearFacts yearFacts;
    private final Resolutions resolutions;
    private final PointsItems pointsItems;
    private final Rulebooks rulebooks;
    private final Members members;
    private final Organizations organizations;
    private final Offices offices;
    private final AuditTrail audit;
    private final BusinessTime time;
    private final ObjectMapper json;

    Appraisals(EntityManager database, Targets targets, YearFacts yearFacts, Resolutions resolutions,
            PointsItems pointsItems, Rulebooks rulebooks,
            Members members, Organizations organizations, Offices offices, AuditTrail audit, BusinessTime time,
            ObjectMapper json) {
        this.database = database;
        this.targets = targets;
        this.yearFacts = yearFacts;
        this.resolutions = resolutions;
        this.pointsItems = pointsItems;
        this.rulebooks = rulebooks;
        this.members = members;
        this.organizations = organizations;
        this.offices = offices;
        this.audit = audit;
        this.time = time;
        this.json = json;
    }

    /** One member's year. {@code decided} is null while the meeting has not decided. */
    record Sheet(Member member, Progress progress, Facts facts, StarLevel star, long noticedMinutes, Suggestion suggestion,
            MemberAppraisal decided) {
    }

    /** What the meeting decided. */
    record Decision(long memberId, int year, long branchId, MemberGrade grade, LocalDate meetingOn, String reason) {
    }

    /** The members of the branch, page by page in the order of the roster; every look is noted. */
    @Transactional
    PageOf<Sheet> ofBranch(Organization branch, int year, int page, long actorId) {
        offices.require(actorId, branch, Office.BRANCH_SECRETARY, Office.BRANCH_DEPUTY, Office.COMMITTEE_OFFICER);
        LocalDate day = lookedAt(year);
        List<Member> people = database.createQuery("select m from Member m join Affiliation a on a.memberId = m.id"
                + " where a.branchId = :branch and a.rosterState = APPROVED and a.validFrom <= :day"
                + " and (a.validTo is null or a.validTo >= :day) order by m.sortKey, m.id", Member.class)
                .setParameter("branch", branch.id).setParameter("day", day).getResultList();
        int from = Math.min((page - 1) * PageOf.DEFAULT_SIZE, people.size());
        List<Member> shown = people.subList(from, Math.min(from + PageOf.DEFAULT_SIZE, people.size()));
        audit.done(actorId, Audited.of("appraisal-read", "organization", branch.id)
                .detail("year=%d rows=%d".formatted(year, shown.size())));
        return new PageOf<>(sheets(shown, branch.id, year), page, PageOf.DEFAULT_SIZE, people.size());
    }

    private LocalDate lookedAt(int year) {
        LocalDate last = LocalDate.of(year, 12, 31);
        return last.isAfter(time.today()) ? time.today() : last;
    }

    /** One's own year. */
    @Transactional
    Sheet own(long memberId, int year) {
        Member member = members.byId(memberId);
        long branch = members.branchOn(memberId, lookedAt(year)).map(each -> each.branchId).orElse(0L);
        return sheets(List.of(member), branch, year).get(0);
    }

    List<MemberAppraisal> decisionsOn(long memberId) {
        return MemberAppraisal.of(memberId);
    }

    private List<Sheet> sheets(List<Member> people, long branchId, int year) {
        List<Long> ids = people.stream().map(each -> each.id).toList();
        Map<Long, Progress> progress = targets.of(people, year);
        Map<Long, Facts> facts = yearFacts.of(ids, year);
        Map<Long, Long> noticed = yearFacts.noticedVolunteerMinutes(ids);
        Map<Long, MemberAppraisal> decided = new HashMap<>();
        MemberAppraisal.of(ids, year).forEach(each -> decided.put(each.memberId, each));
        Rulebook rules = rulebooks.on(LocalDate.of(year, 12, 31));
        boolean counted = resolutions.countsHundred(branchId, year);
        List<Sheet> sheets = new ArrayList<>();
        for (Member member : people) {
            Facts own = facts.getOrDefault(member.id, Facts.NONE);
            long minutes = noticed.getOrDefault(member.id, 0L);
            boolean veto = counted && !pointsItems.vetoes(member.id, LocalDate.of(year, 12, 31)).isEmpty();
            Suggestion suggestion = Suggestion.of(rules, counted, member.category == MemberCategory.PROBATIONARY,
                    HundredPoints.of(rules, own.points(), own.items()), veto);
            sheets.add(new Sheet(member, progress.get(member.id), own, StarLevel.of(minutes), minutes, suggestion,
                    decided.get(member.id)));
        }
        return sheets;
    }

    /**
     * Records what the branch's meeting decided.
     *
     * @param revision the latest the recorder saw, 0 for none
     */
    @Transactional
    @Retried
    void decide(Decision decision, int revision, long actorId) {
        Organization branch = organizations.byId(decision.branchId());
        offices.require(actorId, branch, Office.BRANCH_SECRETARY, Office.BRANCH_DEPUTY);
        if (members.branchOn(decision.memberId(), lookedAt(decision.year())).filter(each -> each.branchId.equals(branch.id))
                .isEmpty()) {
            throw new Problem(AppraisalProblem.UNKNOWN);
        }
        if (decision.meetingOn().isAfter(time.today())) {
            throw new Problem(CommonProblem.INVALID).with("errors", List.of(new FieldProblem("meetingOn", "future-date")));
        }
        List<MemberAppraisal> earlier = MemberAppraisal.of(List.of(decision.memberId()), decision.year());
        if (earlier.size() != revision) {
            throw new Problem(AppraisalProblem.CHANGED_MEANWHILE);
        }
        Sheet sheet = sheets(List.of(members.byId(decision.memberId())), branch.id, decision.year()).get(0);
        try {
            new MemberAppraisal(decision, revision + 1, sheet.suggestion().grade(), facts(sheet), actorId, time.now())
                    .persist();
            database.flush();
        } catch (PersistenceException somebodyWasFirst) {
            throw new Problem(AppraisalProblem.CHANGED_MEANWHILE);
        }
        audit.done(actorId, Audited.of("appraisal-record", "member", decision.memberId())
                .detail("year=%d revision=%d".formatted(decision.year(), revision + 1)));
    }

    private String facts(Sheet sheet) {
        TreeMap<String, Object> facts = new TreeMap<>(Map.of("volunteerMinutes", sheet.facts().volunteerMinutes(),
                "dutyMinutes", sheet.facts().dutyMinutes(), "times", sheet.facts().times(), "points", sheet.facts().points(),
                "reasons", sheet.suggestion().reasons()));
        if (sheet.suggestion().points() != null) {
            facts.put("hundred", sheet.suggestion().points());
        }
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
