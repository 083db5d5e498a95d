package org.shuangbaodao.pointsitem;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.calendar.WorkingDays;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.ledger.Ledger;
import org.shuangbaodao.ledger.Posting;
import org.shuangbaodao.ledger.Source;
import org.shuangbaodao.member.Affiliation;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.member.Offices;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.pointsitem.ItemPolicy.Standpoint;
import org.shuangbaodao.pointsitem.ItemPolicy.Verb;
import org.shuangbaodao.resolution.Resolutions;
import org.shuangbaodao.rulebook.RuleItem;
import org.shuangbaodao.rulebook.RuleItem.Group;
import org.shuangbaodao.rulebook.RuleItem.Profile;
import org.shuangbaodao.rulebook.Rulebook;
import org.shuangbaodao.rulebook.Rulebooks;

/** Takes proposals in, hears the member where he stands to lose, decides, posts and takes back. */
@ApplicationScoped
public class PointsItems {

    /** Working days a member has to speak before points are taken or a fact against him is noted. */
    public static final int HEARING_DAYS = 3;

    private static final int LONGEST_TEXT = 1000;

    private final EntityManager database;
    private final ItemChart chart;
    private final Members members;
    private final Offices offices;
    private final Organizations organizations;
    private final Resolutions resolutions;
    private final Rulebooks rulebooks;
    private final Ledger ledger;
    private final WorkingDays workingDays;
    private final ItemTidings tidings;
    private final AuditTrail audit;
    private final BusinessTime time;

    PointsItems(EntityManager database, ItemChart chart, Members members, Offices offices, Organizations organizations,
            Resolutions resolutions, Rulebooks rulebooks, Ledger ledger, WorkingDays workingDays, ItemTidings tidings,
            AuditTrail audit, BusinessTime time) {
        this.database = database;
        this.chart = chart;
        this.members = members;
        this.offices = offices;
        this.organizations = organizations;
        this.resolutions = resolutions;
        this.rulebooks = rulebooks;
        this.ledger = ledger;
        this.workingDays = workingDays;
        this.tidings = tidings;
        this.audit = audit;
        this.time = time;
    }

    /** A fact that caps what can be suggested at the year's end. */
    public record Veto(String item, String documentNumber, LocalDate from, LocalDate until) {
    }

    /** An item to decide on, as the decider saw it. */
    public record Choice(long itemId, int version) {

        /** As a page sends it back; a version that is no number is nobody's. */
        static Choice of(String id, String version) {
            return new Choice(Ids.parse(id).orElseThrow(() -> new Problem(ItemProblem.UNKNOWN)),
                    version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1);
        }
    }

    /** What became of one. */
    public record Outcome(long itemId, Problem problem) {

        public boolean isDone() {
            return problem == null;
        }
    }

    /** Facts against a member in force on a day: for the appraisal, which a person decides. */
    @Transactional
    public List<Veto> vetoes(long memberId, LocalDate day) {
        return PointsItem.<PointsItem> list(
                "memberId = ?1 and state = ?2 and day <= ?3 and (untilDay is null or untilDay >= ?3) order by day, id",
                memberId,
                ItemState.APPROVED, day).stream()
                .filter(each -> rulebooks.on(each.day).item(each.item).map(rule -> rule.group() == Group.VETO).orElse(false))
                .map(each -> new Veto(each.item, each.documentNumber, each.day, each.untilDay)).toList();
    }

    /** What stands against a proposal, field by field; nothing is written. */
    @Transactional
    public List<FieldProblem> check(Proposal proposal, long actorId) {
        Judged judged = judge(proposal, actorId);
        return judged.problems;
    }

    /** The same about several members, all of them or none: a meeting is entered once for everybody who was there. */
    @Transactional
    @Retried
    public void proposeAll(List<Proposal> proposals, long actorId) {
        // In one order everywhere, as each locks its member.
        proposals.stream().sorted(Comparator.comparing(Proposal::memberNumber)).forEach(each -> propose(each, actorId));
    }

    /** @throws Problem {@code common/invalid} with what stands against it, field by field */
    @Transactional
    @Retried
    public long propose(Proposal proposal, long actorId) {
        Member.byNumber(proposal.memberNumber()).ifPresent(member -> members.lock(member.id));
        Judged judged = judge(proposal, actorId);
        if (!judged.problems.isEmpty()) {
            throw new Problem(CommonProblem.INVALID).with("errors", judged.problems);
        }
        PointsItem item = new PointsItem(judged.member.id, judged.branchId, judged.rule.code(), proposal.day(), actorId,
                time.now());
        item.times = proposal.times();
        item.untilDay = proposal.until();
        item.level = proposal.level().isEmpty() ? null : proposal.level();
        item.matter = proposal.matter().isEmpty() ? null : proposal.matter();
        item.documentNumber = proposal.documentNumber();
        if (judged.rule.group().needsDocument()) {
            item.heardUntil = workingDays.plus(time.today(), HEARING_DAYS);
        }
        item.persist();
        audit.done(actorId, audited("item-propose", item));
        if (item.memberId != actorId) {
            tidings.proposed(item);
        }
        return item.id;
    }

    private record Judged(Member member, long branchId, RuleItem rule, List<FieldProblem> problems) {

        static Judged refused(String field, String reason) {
            return new Judged(null, 0, null, List.of(new FieldProblem(field, reason)));
        }
    }

    // Whose office does not reach the member learns no more than that nobody of that number is his.
    private Judged judge(Proposal proposal, long actorId) {
        Member member = Member.byNumber(proposal.memberNumber()).orElse(null);
        Affiliation place = member == null ? null : members.branchOn(member.id, proposal.day()).orElse(null);
        if (place == null || !mayPropose(place.branchId, actorId)) {
            return Judged.refused("memberNumber", proposal.memberNumber().isEmpty() ? "required" : "item-not-yours");
        }
        Rulebook rules = rulebooks.on(proposal.day());
        RuleItem rule = rules.item(proposal.item()).orElse(null);
        if (rule == null) {
            return Judged.refused("item", proposal.item().isEmpty() ? "required" : "unknown");
        }
        List<FieldProblem> problems = new ArrayList<>(proposal.problems(rule, time.today()));
        if (rule.profile() == Profile.HUNDRED && !resolutions.countsHundred(place.branchId, proposal.day().getYear())) {
            problems.add(new FieldProblem("item", "item-no-resolution"));
        }
        if (problems.isEmpty() && isThere(member.id, proposal)) {
            problems.add(new FieldProblem("documentNumber", "item-twice"));
        }
        return new Judged(member, place.branchId, rule, problems);
    }

    private boolean mayPropose(long branchId, long actorId) {
        Set<Office> held = offices.reaching(actorId, organizations.successorOf(organizations.byId(branchId)));
        return ItemChart.COMMITTEE.stream().anyMatch(held::contains);
    }

    // A sheet uploaded again must not give everything twice.
    private static boolean isThere(long memberId, Proposal proposal) {
        return PointsItem.<PointsItem> list("memberId = ?1 and item = ?2 and day = ?3 and state in ?4", memberId,
                proposal.item(), proposal.day(), Set.of(ItemState.PROPOSED, ItemState.APPROVED)).stream()
                .anyMatch(each -> each.documentNumber.equals(proposal.documentNumber())
                        && Optional.ofNullable(each.matter).orElse("").equals(proposal.matter())
                        && Optional.ofNullable(each.level).orElse("").equals(proposal.level()));
    }

    /** Approves row by row; one that is refused does not hold up the others. */
    @Transactional
    @Retried
    public List<Outcome> approve(List<Choice> choices, long actorId) {
        Map<Long, PointsItem> items = lock(choices.stream().map(Choice::itemId).toList());
        Map<Long, Standpoint> standpoints = chart.of(actorId, items.values());
        List<Posting> postings = new ArrayList<>();
        List<PointsItem> approved = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (Choice choice : choices) {
            PointsItem item = items.get(choice.itemId);
            Problem problem = item == null ? new Problem(ItemProblem.UNKNOWN)
                    : against(Verb.APPROVE, item, choice.version, standpoints.get(item.id), actorId)
                            .or(() -> notProvided(item)).orElse(null);
            if (problem == null) {
                decide(item, ItemState.APPROVED, null, actorId);
                ItemPosting.of(item, rulebooks.on(item.day)).ifPresent(postings::add);
                approved.add(item);
                audit.done(actorId, audited("item-approve", item));
            }
            outcomes.add(new Outcome(choice.itemId, problem));
        }
        database.flush();
        tidings.tell(ItemTiding.APPROVED, approved);
        ledger.post(postings, actorId);
        return outcomes;
    }

    // Looked at again: a resolution may have been revoked, a day may not have come.
    private Optional<Problem> notProvided(PointsItem item) {
        if (item.day.isAfter(time.today())) {
            return Optional.of(new Problem(ItemProblem.TOO_EARLY, item.day));
        }
        RuleItem rule = rulebooks.on(item.day).item(item.item).orElse(null);
        boolean provided = rule != null
                && (rule.profile() == Profile.SERVICE || resolutions.countsHundred(item.branchId, item.day.getYear()));
        return provided ? Optional.empty() : Optional.of(new Problem(ItemProblem.NOT_PROVIDED));
    }

    @Transactional
    @Retried
    public void refuse(Choice choice, String reason, long actorId) {
        PointsItem item = permitted(Verb.REFUSE, choice, actorId);
        decide(item, ItemState.REFUSED, reasoned(reason), actorId);
        audit.done(actorId, audited("item-refuse", item));
        tidings.tell(ItemTiding.REFUSED, List.of(item));
    }

    @Transactional
    @Retried
    public void withdraw(Choice choice, long actorId) {
        PointsItem item = permitted(Verb.WITHDRAW, choice, actorId);
        decide(item, ItemState.WITHDRAWN, null, actorId);
        audit.done(actorId, audited("item-withdraw", item));
        if (item.memberId != actorId) {
            tidings.tell(ItemTiding.WITHDRAWN, List.of(item));
        }
    }

    /** 冲正: takes back what was posted; both entries stay. */
    @Transactional
    @Retried
    public void reverse(Choice choice, String reason, long actorId) {
        PointsItem item = permitted(Verb.REVERSE, choice, actorId);
        item.state = ItemState.REVERSED;
        item.reversedBy = actorId;
        item.reversedAt = time.now();
        item.reason = reasoned(reason);
        audit.done(actorId, audited("item-reverse", item));
        database.flush();
        tidings.tell(ItemTiding.REVERSED, List.of(item));
        ledger.reverse(Source.ITEM, Ids.text(item.id), book -> true, actorId);
    }

    /**
     * The same because an objection to a public notice is upheld: who answers that, and that he has no part in the item, is
     * judged where it is answered.
     *
     * @param noticed the quarter whose notice is objected to
     */
    @Transactional
    @Retried
    public void takeBack(long itemId, String reason, Period noticed, long actorId) {
        PointsItem item = lock(List.of(itemId)).get(itemId);
        if (item == null) {
            throw new Problem(ItemProblem.UNKNOWN);
        }
        if (item.state != ItemState.APPROVED) {
            throw new Problem(ItemProblem.WRONG_STATE).with("state", item.state);
        }
        item.state = ItemState.REVERSED;
        item.reversedBy = actorId;
        item.reversedAt = time.now();
        item.reason = reasoned(reason);
        audit.done(actorId, audited("item-take-back", item));
        database.flush();
        tidings.tell(ItemTiding.REVERSED, List.of(item));
        ledger.reverse(Source.ITEM, Ids.text(item.id), book -> true, noticed, actorId);
    }

    /** Who proposed and who approved it. */
    public Set<Long> decidersOf(long itemId) {
        PointsItem item = PointsItem.findById(itemId);
        return item == null ? Set.of()
                : Stream.of(item.proposedBy, item.decidedBy).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** What the member says before points are taken. He may say more as long as nothing is decided. */
    @Transactional
    @Retried
    public void answer(Choice choice, String text, long memberId) {
        PointsItem item = permitted(Verb.ANSWER, choice, memberId);
        String answer = text == null ? "" : text.strip();
        if (answer.isEmpty() || answer.length() > LONGEST_TEXT) {
            throw new Problem(CommonProblem.INVALID).with("errors",
                    List.of(new FieldProblem("answer", answer.isEmpty() ? "required" : "too-long")));
        }
        item.answer = answer;
        item.answeredAt = time.now();
        audit.done(memberId, audited("item-answer", item));
    }

    private PointsItem permitted(Verb verb, Choice choice, long actorId) {
        PointsItem item = lock(List.of(choice.itemId)).get(choice.itemId);
        if (item == null) {
            throw new Problem(ItemProblem.UNKNOWN);
        }
        against(verb, item, choice.version, chart.of(actorId, List.of(item)).get(item.id), actorId).ifPresent(problem -> {
            throw problem;
        });
        return item;
    }

    private Optional<Problem> against(Verb verb, PointsItem item, int version, Standpoint who, long actorId) {
        Optional<ItemProblem> refused = ItemPolicy.against(verb, item.state, item.hearing(time.today()), who);
        if (refused.isPresent()) {
            if (refused.get().status() == 403) {
                audit.refused(actorId, audited("item-" + verb.name().toLowerCase(Locale.ROOT), item)
                        .detail("reason=" + refused.get()));
            }
            return refused.map(problem -> problem == ItemProblem.HEARING_RUNS ? new Problem(problem, item.heardUntil)
                    : new Problem(problem).with("state", item.state));
        }
        return version == item.version ? Optional.empty()
                : Optional.of(new Problem(ItemProblem.CHANGED_MEANWHILE).with("version", item.version));
    }

    private Map<Long, PointsItem> lock(Collection<Long> ids) {
        Map<Long, PointsItem> items = new LinkedHashMap<>();
        PointsItem.<PointsItem> find("id in ?1 order by id", new TreeSet<>(ids)).withLock(LockModeType.PESSIMISTIC_WRITE)
                .list().forEach(item -> items.put(item.id, item));
        members.lockAll(new TreeSet<>(items.values().stream().map(item -> item.memberId).toList()));
        return items;
    }

    private void decide(PointsItem item, ItemState state, String reason, long actorId) {
        item.state = state;
        item.decidedBy = actorId;
        item.decidedAt = time.now();
        item.reason = reason;
    }

    private static String reasoned(String reason) {
        String text = Names.tidy(reason);
        if (text.isEmpty() || text.length() > 500) {
            throw new Problem(ItemProblem.REASON_NEEDED);
        }
        return text;
    }

    private static Audited audited(String action, PointsItem item) {
        return Audited.of(action, "points_item", item.id).onBehalfOf(item.memberId).detail("item=" + item.item);
    }
}
