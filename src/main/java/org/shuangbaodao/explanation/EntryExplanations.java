package org.shuangbaodao.explanation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.ledger.BranchPeriods;
import org.shuangbaodao.ledger.LedgerProof;
import org.shuangbaodao.ledger.PostedEntries;
import org.shuangbaodao.ledger.PostedEntry;
import org.shuangbaodao.ledger.Source;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.member.Offices;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.pointsitem.ItemHistory;
import org.shuangbaodao.proof.Digests;
import org.shuangbaodao.proof.SealedDay;
import org.shuangbaodao.rulebook.RuleItem;
import org.shuangbaodao.rulebook.Rulebook;
import org.shuangbaodao.rulebook.Rulebooks;
import org.shuangbaodao.rulebook.ServiceTime;
import org.shuangbaodao.servicerecord.RecordStep;
import org.shuangbaodao.servicerecord.ServiceRecord;
import org.shuangbaodao.web.CurrentLocale;

/** Explains single entries to those who may see them. */
@ApplicationScoped
public class EntryExplanations {

    private final PostedEntries entries;
    private final LedgerProof proof;
    private final BranchPeriods periods;
    private final Digests digests;
    private final Rulebooks rulebooks;
    private final Organizations organizations;
    private final Members members;
    private final Offices offices;
    private final CurrentLocale locale;
    private final AuditTrail audit;
    private final QuarterNotices notices;

    EntryExplanations(PostedEntries entries, LedgerProof proof, BranchPeriods periods, Digests digests, Rulebooks rulebooks,
            Organizations organizations, Members members, Offices offices, CurrentLocale locale, AuditTrail audit,
            QuarterNotices notices) {
        this.entries = entries;
        this.proof = proof;
        this.periods = periods;
        this.digests = digests;
        this.rulebooks = rulebooks;
        this.organizations = organizations;
        this.members = members;
        this.offices = offices;
        this.locale = locale;
        this.audit = audit;
        this.notices = notices;
    }

    /**
     * For the holder, and for secretary and deputy of the branch that was his on the day of service.
     *
     * @throws Problem {@code common/not-found} for everybody else
     */
    @Transactional
    public Explained of(String entryId, long readerId) {
        PostedEntry entry = Ids.parse(entryId).flatMap(entries::find).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        Organization branch = organizations.byId(entry.branchId());
        if (entry.holderId() != readerId) {
            List<Office> held = List.copyOf(offices.reaching(readerId, organizations.successorOf(branch)));
            if (!held.contains(Office.BRANCH_SECRETARY) && !held.contains(Office.BRANCH_DEPUTY)) {
                throw new Problem(CommonProblem.NOT_FOUND);
            }
            audit.done(readerId, Audited.of("ledger-read", "ledger_entry", entry.id()).onBehalfOf(entry.holderId()));
        }
        return explained(entry, branch, true);
    }

    /** For the bearer of a holder's link: the same without names, ids of others and the record. */
    Explained withoutPersons(PostedEntry entry) {
        return explained(entry, organizations.byId(entry.branchId()), false);
    }

    private Explained explained(PostedEntry entry, Organization branch, boolean persons) {
        PostedEntry takesBack = entry.reverses() == null ? null : entries.find(entry.reverses()).orElse(null);
        Optional<ServiceRecord> record = record(entry);
        ServiceTime time = Reckoned.needsTime(entry) ? record.map(ServiceRecord::time).orElse(null) : null;
        return new Explained(entry, entries.sentence(entry), rule(entry), Reckoned.of(entry, time, takesBack),
                record.map(found -> decisions(found, persons)).orElse(List.of()), item(entry, persons), takesBack,
                entries.reversalOf(entry.id()).orElse(null), periods.stateOf(entry.branchId(), new Period(entry.period())),
                notices.of(entry.branchId(), new Period(entry.period())).orElse(null),
                persons ? record.map(found -> Ids.text(found.id)).orElse(null) : null, inBooks(entry, branch, persons));
    }

    private static Optional<ServiceRecord> record(PostedEntry entry) {
        return entry.source().type().equals(Source.SERVICE_RECORD)
                ? Ids.parse(entry.source().id()).flatMap(id -> ServiceRecord.<ServiceRecord> findByIdOptional(id))
                : Optional.empty();
    }

    private Explained.Rule rule(PostedEntry entry) {
        Rulebook rules = rulebooks.version(entry.ruleVersion()).orElseThrow();
        return new Explained.Rule(entry.ruleItem(),
                rules.item(entry.ruleItem()).map((RuleItem item) -> item.name(locale.tag())).orElse(null), rules.version(),
                rules.effectiveFrom(), rules.document().title(), rules.document().number());
    }

    private List<Explained.Decision> decisions(ServiceRecord record, boolean persons) {
        List<RecordStep> steps = RecordStep.of(record.id).stream().filter(step -> step.verb.isDecision()).toList();
        Map<Long, Member> people = persons ? members.byIds(steps.stream().map(step -> step.actorId).distinct().toList())
                : Map.of();
        return steps.stream().map(step -> new Explained.Decision(step.verb, step.capacity, step.at,
                name(people, step.actorId))).toList();
    }

    private Explained.Item item(PostedEntry entry, boolean persons) {
        if (!entry.source().type().equals(Source.ITEM)) {
            return null;
        }
        return Ids.parse(entry.source().id()).flatMap(ItemHistory::of).map(history -> {
            Map<Long, Member> people = persons ? members.byIds(
                    history.steps().stream().map(ItemHistory.Step::by).filter(Objects::nonNull).distinct().toList())
                    : Map.of();
            return new Explained.Item(persons ? history.documentNumber() : "", history.steps().stream()
                    .map(step -> new Explained.ItemStep(step.state(), step.at(), name(people, step.by()))).toList());
        }).orElse(null);
    }

    private static String name(Map<Long, Member> people, Long id) {
        return id != null && people.containsKey(id) ? people.get(id).name : null;
    }

    private Explained.InBooks inBooks(PostedEntry entry, Organization branch, boolean persons) {
        Explained.Sealed sealed = digests.latest().flatMap(day -> sealed(day, branch.code, entry.sequence())).orElse(null);
        return new Explained.InBooks(branch.code, persons ? entry.proof().text() : null, entry.proof().digest(),
                entry.proof().hash(), proof.from(entry), sealed);
    }

    private static Optional<Explained.Sealed> sealed(SealedDay day, String branch, long sequence) {
        return day.inclusionOf(branch).filter(found -> found.leaf().sequence() >= sequence)
                .map(found -> new Explained.Sealed(day.statement().day(), day.statement().digest(), day.statement().root(),
                        found.leaf(), found.leafHash(), found.path()));
    }
}
