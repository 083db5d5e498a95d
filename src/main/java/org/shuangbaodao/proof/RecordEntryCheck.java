package org.shuangbaodao.proof;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.ledger.EntryKind;
import org.shuangbaodao.ledger.PostedEntry;
import org.shuangbaodao.rulebook.RuleItem;
import org.shuangbaodao.rulebook.Rulebook;
import org.shuangbaodao.rulebook.Rulebooks;
import org.shuangbaodao.rulebook.ServiceTime.DayAmount;
import org.shuangbaodao.rulebook.ServiceTime.DayShare;
import org.shuangbaodao.servicerecord.Eligibility;
import org.shuangbaodao.servicerecord.RecordState;

/** Derives minutes and points of a service record once more, from its times and the rule version the entry names. */
final class RecordEntryCheck {

    private static final int WHOLE = 100;
    private static final Set<String> CONFIRMED = Set.of("CONFIRM");
    // What is disputed when a quarter closes is entered again in the next one, by the closing.
    private static final Set<String> CARRIED = Set.of("CARRY_OVER");
    private static final Set<String> AWARDED = Set.of("AWARD", "CARRY_OVER");
    private static final Set<String> TAKING_BACK = Set.of("REVERSE", "TAKE_POINTS", "ANNUL", "UNDO");
    private static final Set<String> UNDONE = Set.of("UNDO");

    private final Rulebooks rulebooks;
    private final Findings findings;

    RecordEntryCheck(Rulebooks rulebooks, Findings findings) {
        this.rulebooks = rulebooks;
        this.findings = findings;
    }

    /** @param reversed whether another entry takes this one back */
    void check(String branch, PostedEntry entry, Decided record, boolean reversed) {
        findings.expect(Defect.FACTS, branch, entry, Ids.text(record.memberId()), Ids.text(entry.holderId()));
        findings.expect(Defect.FACTS, branch, entry, record.communityId(), entry.communityId());
        LocalDate firstDay = record.time().start().toLocalDate();
        if (entry.servedOn().equals(firstDay)) {
            // A later day may belong to another branch: the member's then.
            findings.expect(Defect.FACTS, branch, entry, record.branchId(), entry.branchId());
        }
        findings.expect(Defect.FACTS, branch, entry, record.time().minutes(), record.minutes());
        if (entry.kind() == EntryKind.SERVICE) {
            minutes(branch, entry, record);
            confirmed(branch, entry, record, reversed);
        } else if (entry.kind() == EntryKind.AWARD) {
            points(branch, entry, record, firstDay);
            awarded(branch, entry, record, reversed);
        } else {
            findings.add(Defect.DECISION, branch, entry, null, entry.kind());
        }
    }

    private void minutes(String branch, PostedEntry entry, Decided record) {
        Book book = record.eligibility().equals(Eligibility.VOLUNTEER.name()) ? Book.VOLUNTEER_MINUTES : Book.DUTY_MINUTES;
        findings.expect(Defect.FACTS, branch, entry, book, entry.book());
        findings.expect(Defect.RULE, branch, entry, Rulebook.HOURS, entry.ruleItem());
        findings.expect(Defect.RULE, branch, entry, rulebooks.on(entry.servedOn()).version(), entry.ruleVersion());
        findings.expect(Defect.AMOUNT, branch, entry, record.time().days().stream()
                .filter(day -> day.date().equals(entry.servedOn())).map(DayShare::minutes).findFirst().orElse(0),
                entry.amount());
        Map<String, Object> facts = entry.facts();
        findings.expect(Defect.FACTS, branch, entry, record.time().start(), facts.get("from"));
        findings.expect(Defect.FACTS, branch, entry, record.time().end(), facts.get("to"));
        findings.expect(Defect.FACTS, branch, entry, record.minutes(), facts.get("minutes"));
    }

    private void confirmed(String branch, PostedEntry entry, Decided record, boolean reversed) {
        int revision = entry.source().revision();
        boolean takenBack = record.state() == RecordState.REVERSED || record.hasStepAfter(CARRIED, revision)
                || record.hasStepAfter(UNDONE, revision);
        boolean stands = record.state() != null && record.state().isCounted();
        boolean fits = (reversed ? takenBack : stands) && revision <= record.revision()
                && (record.hasStep(CONFIRMED, null, entry.postedBy()) || record.hasStep(CARRIED, revision, entry.postedBy()));
        if (!fits) {
            findings.add(Defect.DECISION, branch, entry, null, record.state());
        }
    }

    private void awarded(String branch, PostedEntry entry, Decided record, boolean reversed) {
        int revision = entry.source().revision();
        boolean takenBack = record.state() == RecordState.REVERSED || record.revision() > revision;
        boolean stands = record.state() == RecordState.AWARDED && !record.hasStepAfter(TAKING_BACK, revision);
        boolean fits = (reversed ? takenBack : stands) && record.hasStep(AWARDED, revision, entry.postedBy());
        if (!fits) {
            findings.add(Defect.DECISION, branch, entry, null, record.state());
        }
    }

    private void points(String branch, PostedEntry entry, Decided record, LocalDate firstDay) {
        findings.expect(Defect.FACTS, branch, entry, Book.POINTS, entry.book());
        findings.expect(Defect.RULE, branch, entry, rulebooks.on(firstDay).version(), entry.ruleVersion());
        Optional<RuleItem> rule = rulebooks.version(entry.ruleVersion()).flatMap(rules -> rules.item(entry.ruleItem()));
        if (rule.isEmpty() || rule.get().measure() != RuleItem.Measure.TIME) {
            findings.add(Defect.RULE, branch, entry, null, entry.ruleItem());
            return;
        }
        Map<String, Object> facts = entry.facts();
        int percent = facts.get("coefficient") instanceof Number given ? given.intValue() : WHOLE;
        long points = record.workingTime() ? 0 : rule.get().pointsFor(record.minutes(), percent);
        Optional<DayAmount> share = record.time().apportion(points).stream()
                .filter(day -> day.date().equals(entry.servedOn())).findFirst();
        findings.expect(Defect.AMOUNT, branch, entry, share.map(DayAmount::amount).orElse(0L), entry.amount());
        findings.expect(Defect.FACTS, branch, entry, share.map(DayAmount::minutes).orElse(0), facts.get("dayMinutes"));
        findings.expect(Defect.FACTS, branch, entry, record.minutes(), facts.get("minutes"));
        findings.expect(Defect.FACTS, branch, entry, points, facts.get("points"));
        findings.expect(Defect.FACTS, branch, entry, rule.get().unitMinutes(), facts.get("unitMinutes"));
        findings.expect(Defect.FACTS, branch, entry, rule.get().hundredths(), facts.get("unitPoints"));
        findings.expect(Defect.FACTS, branch, entry, record.workingTime(), facts.get("workingTime"));
    }
}
