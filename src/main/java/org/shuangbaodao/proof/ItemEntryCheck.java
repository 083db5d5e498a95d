package org.shuangbaodao.proof;

import java.util.Map;
import java.util.Optional;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.ledger.EntryKind;
import org.shuangbaodao.ledger.PostedEntry;
import org.shuangbaodao.rulebook.RuleItem;
import org.shuangbaodao.rulebook.RuleItem.Profile;
import org.shuangbaodao.rulebook.Rulebooks;

/** Derives what no service record stands behind once more: so many times so much, by the rule version the entry names. */
final class ItemEntryCheck {

    private final Rulebooks rulebooks;
    private final Findings findings;

    ItemEntryCheck(Rulebooks rulebooks, Findings findings) {
        this.rulebooks = rulebooks;
        this.findings = findings;
    }

    /** @param reversed whether another entry takes this one back */
    void check(String branch, PostedEntry entry, DecidedItem item, boolean reversed) {
        findings.expect(Defect.FACTS, branch, entry, Ids.text(item.memberId()), Ids.text(entry.holderId()));
        findings.expect(Defect.FACTS, branch, entry, item.branchId(), entry.branchId());
        findings.expect(Defect.FACTS, branch, entry, item.day(), entry.servedOn());
        findings.expect(Defect.FACTS, branch, entry, item.item(), entry.ruleItem());
        findings.expect(Defect.DECISION, branch, entry, reversed ? "REVERSED" : "APPROVED", item.state());
        if (item.decidedBy() != null) {
            findings.expect(Defect.DECISION, branch, entry, Ids.text(item.decidedBy()), Ids.text(entry.postedBy()));
        }
        findings.expect(Defect.RULE, branch, entry, rulebooks.on(item.day()).version(), entry.ruleVersion());
        Optional<RuleItem> rule = rulebooks.version(entry.ruleVersion()).flatMap(rules -> rules.item(entry.ruleItem()));
        rule.ifPresentOrElse(found -> amount(branch, entry, item, found),
                () -> findings.add(Defect.RULE, branch, entry, null, entry.ruleItem()));
    }

    private void amount(String branch, PostedEntry entry, DecidedItem item, RuleItem rule) {
        findings.expect(Defect.AMOUNT, branch, entry, rule.pointsFor(item.times(), item.level()), entry.amount());
        findings.expect(Defect.FACTS, branch, entry,
                rule.group() == RuleItem.Group.DEDUCTION ? EntryKind.DEDUCTION : EntryKind.AWARD, entry.kind());
        findings.expect(Defect.FACTS, branch, entry, rule.profile() == Profile.HUNDRED ? Book.HUNDRED_POINTS : Book.POINTS,
                entry.book());
        Map<String, Object> facts = entry.facts();
        findings.expect(Defect.FACTS, branch, entry, item.times(), facts.get("times"));
        findings.expect(Defect.FACTS, branch, entry,
                rule.level(item.level()).map(RuleItem.Level::hundredths).orElse(rule.hundredths()), facts.get("unitPoints"));
    }
}
