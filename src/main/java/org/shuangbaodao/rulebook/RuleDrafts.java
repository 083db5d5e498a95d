package org.shuangbaodao.rulebook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Appointment;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.member.Offices;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Organizations;

import org.hibernate.exception.ConstraintViolationException;

/**
 * New versions of the rules: drafted by an officer at the top of a party tree, tried on a year's records, adopted by a second
 * one. Nothing that is in force is ever touched.
 */
@ApplicationScoped
public class RuleDrafts {

    /** Days between adoption and the first day of service a version applies to: every replica knows it by then. */
    public static final int NOTICE_DAYS = 2;

    private static final int MOST_EDITORS = 14;

    private final EntityManager database;
    private final Rulebooks rulebooks;
    private final Offices offices;
    private final Organizations organizations;
    private final AuditTrail audit;
    private final BusinessTime time;
    private final Event<RulebookAdopted> adopted;

    RuleDrafts(EntityManager database, Rulebooks rulebooks, Offices offices, Organizations organizations, AuditTrail audit,
            BusinessTime time, Event<RulebookAdopted> adopted) {
        this.database = database;
        this.rulebooks = rulebooks;
        this.offices = offices;
        this.organizations = organizations;
        this.audit = audit;
        this.time = time;
        this.adopted = adopted;
    }

    /**
     * A draft as it stands.
     *
     * @param version to be sent back with a change, so that nobody writes over what he has not seen
     * @param digest of all its content
     * @param simulated whether exactly this content was tried on the records
     * @param editors who wrote in it, the drafter first
     */
    public record Draft(long id, int version, int baseVersion, Rulebook rules, List<Long> editors, Instant touchedAt,
            String digest, boolean simulated, Long simulatedBy, Instant simulatedAt) {

        static Draft of(RuleDraft draft) {
            String digest = digestOf(draft.definition);
            return new Draft(draft.id, draft.version, draft.baseVersion, draft.rules(), draft.editors(), draft.touchedAt,
                    digest, digest.equals(draft.simulatedDigest), draft.simulatedBy, draft.simulatedAt);
        }
    }

    /** Told when a version was adopted. */
    record RulebookAdopted(int version) {
    }

    /** Open drafts of the tops the person is an officer of, the last touched first. */
    @Transactional
    public List<Draft> open(long actorId) {
        return RuleDraft.<RuleDraft> list("state = ?1 and organizationId in ?2 order by touchedAt desc", RuleDraft.State.OPEN,
                topsOf(actorId)).stream().map(Draft::of).toList();
    }

    /** @throws Problem {@code rulebook/not-at-the-top}, {@code rulebook/unknown-draft}, {@code rulebook/draft-closed} */
    @Transactional
    public Draft read(long draftId, long actorId) {
        Set<Long> tops = topsOf(actorId);
        RuleDraft draft = RuleDraft.<RuleDraft> findByIdOptional(draftId).filter(each -> tops.contains(each.organizationId))
                .orElseThrow(() -> new Problem(RulebookProblem.UNKNOWN_DRAFT));
        if (draft.state != RuleDraft.State.OPEN) {
            throw new Problem(RulebookProblem.DRAFT_CLOSED);
        }
        return Draft.of(draft);
    }

    /** A new draft: the newest version, to be changed. */
    @Transactional
    @Retried
    public long begin(long actorId) {
        long top = topsOf(actorId).stream().sorted().findFirst().orElseThrow();
        Rulebook newest = newest();
        LocalDate earliest = time.today().plusDays(NOTICE_DAYS);
        Rulebook copy = newest.as(newest.version() + 1, earliest.withDayOfMonth(1).plusMonths(1),
                new Rulebook.Document("", ""));
        RuleDraft draft = new RuleDraft(copy, newest.version(), top, actorId, time.now());
        draft.persist();
        audit.done(actorId, Audited.of("rules-draft", "rule_draft", draft.id).detail("base=" + newest.version()));
        return draft.id;
    }

    /**
     * Writes in a draft.
     *
     * @param version as the writer saw it
     * @throws Problem {@code rulebook/draft-changed} when somebody wrote in it since
     */
    @Transactional
    @Retried
    public Draft change(long draftId, int version, UnaryOperator<Rulebook> change, long actorId) {
        RuleDraft draft = locked(draftId, version, actorId);
        if (draft.editors().size() >= MOST_EDITORS && !draft.editors().contains(actorId)) {
            throw new Problem(RulebookProblem.TOO_MANY_EDITORS);
        }
        draft.write(change.apply(draft.rules()), actorId, time.now());
        audit.done(actorId, Audited.of("rules-change", "rule_draft", draft.id));
        database.flush();
        return Draft.of(draft);
    }

    @Transactional
    @Retried
    public void discard(long draftId, int version, long actorId) {
        RuleDraft draft = locked(draftId, version, actorId);
        draft.state = RuleDraft.State.DISCARDED;
        audit.done(actorId, Audited.of("rules-discard", "rule_draft", draft.id));
    }

    /**
     * Notes that somebody looked at what the content with this digest would have made of a year.
     *
     * @param people how many of those it concerns he was shown by name
     */
    @Transactional
    @Retried
    public void simulated(long draftId, String digest, int year, int people, long actorId) {
        Draft seen = read(draftId, actorId);
        RuleDraft.update("simulatedDigest = ?1, simulatedBy = ?2, simulatedAt = ?3 where id = ?4", digest, actorId, time.now(),
                seen.id);
        audit.done(actorId,
                Audited.of("rules-simulate", "rule_draft", draftId).detail("year=%d people=%d".formatted(year, people)));
    }

    /**
     * Makes the draft a version. The second person; nobody who wrote in it.
     *
     * @return the number of the version
     * @throws Problem {@code rulebook/second-person}, {@code rulebook/draft-invalid}, {@code rulebook/not-simulated},
     *         {@code rulebook/moved-on}
     */
    @Transactional
    @Retried
    public int adopt(long draftId, int version, long actorId) {
        RuleDraft draft = locked(draftId, version, actorId);
        if (isHisOwn(Draft.of(draft), actorId)) {
            audit.refused(actorId, Audited.of("rules-adopt", "rule_draft", draftId).detail("reason=SECOND_PERSON"));
            throw new Problem(RulebookProblem.SECOND_PERSON);
        }
        Map<String, List<FieldProblem>> wrong = RuleCheck.whole(draft.rules(), time.today());
        if (!wrong.isEmpty()) {
            throw new Problem(RulebookProblem.DRAFT_INVALID).with("forms", wrong.keySet());
        }
        if (newest().version() != draft.baseVersion) {
            throw new Problem(RulebookProblem.MOVED_ON);
        }
        if (!digestOf(draft.definition).equals(draft.simulatedDigest)) {
            throw new Problem(RulebookProblem.NOT_SIMULATED);
        }
        int number = draft.baseVersion + 1;
        Rulebook rules = draft.rules();
        draft.state = RuleDraft.State.ADOPTED;
        new AdoptedRulebook(rules.as(number, rules.effectiveFrom(), rules.document()), draft.draftedBy, actorId, time.now())
                .persist();
        audit.done(actorId, Audited.of("rules-adopt", "rule_draft", draftId).detail("version=" + number));
        try {
            database.flush();
        } catch (ConstraintViolationException taken) {
            // Two drafts at the same moment: the number is a key, and one of them was first.
            throw new Problem(RulebookProblem.MOVED_ON);
        }
        adopted.fire(new RulebookAdopted(number));
        return number;
    }

    /** Whether the person, or who counts as one with him, wrote in it: then somebody else adopts it. */
    public boolean isHisOwn(Draft draft, long actorId) {
        return draft.editors().stream().anyMatch(editor -> offices.countAsOne(editor, actorId));
    }

    public boolean mayDraft(long actorId) {
        return !tops(actorId).isEmpty();
    }

    private RuleDraft locked(long draftId, int version, long actorId) {
        read(draftId, actorId);
        RuleDraft draft = database.find(RuleDraft.class, draftId);
        database.refresh(draft, LockModeType.PESSIMISTIC_WRITE);
        if (draft.state != RuleDraft.State.OPEN) {
            throw new Problem(RulebookProblem.DRAFT_CLOSED);
        }
        if (draft.version != version) {
            throw new Problem(RulebookProblem.DRAFT_CHANGED).with("version", draft.version);
        }
        return draft;
    }

    // From the table: what is kept in memory may be half a minute old.
    private Rulebook newest() {
        return AdoptedRulebook.<AdoptedRulebook> find("order by version desc").firstResultOptional()
                .map(AdoptedRulebook::rulebook).orElseGet(() -> rulebooks.version(1).orElseThrow());
    }

    private Set<Long> topsOf(long actorId) {
        Set<Long> tops = tops(actorId);
        if (tops.isEmpty()) {
            throw new Problem(RulebookProblem.NOT_AT_THE_TOP);
        }
        return tops;
    }

    private Set<Long> tops(long actorId) {
        List<Long> held = Appointment.heldBy(actorId, time.today()).stream()
                .filter(each -> each.office == Office.COMMITTEE_OFFICER).map(each -> each.organizationId).toList();
        return organizations.byIds(held).values().stream()
                .filter(each -> each.parentId == null && each.kind.tree() == OrganizationKind.Tree.PARTY)
                .map((Organization each) -> each.id).collect(Collectors.toSet());
    }

    private static String digestOf(String definition) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(definition.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
