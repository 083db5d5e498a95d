package org.shuangbaodao.proof;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.shuangbaodao.ledger.EntryKind;
import org.shuangbaodao.ledger.PostedEntry;
import org.shuangbaodao.rulebook.RuleItem;
import org.shuangbaodao.rulebook.Rulebooks;

/** Derives what no service record stands behind once more: so many times so much, by the rule version the entry names. */
final class ItemEntryCheck {

    private final Rulebooks rulebooks;
    private final Findings findings;

    ItemEntryCheck(Rulebooks rulebooks, Findings findings) {
        this.rulebooks = rulebooks;
        this.findings = findings;
    }

    void check(String branch, PostedEntry entry) {
        findings.expect(Defect.RULE, branch, entry, rulebooks.on(entry.servedOn()).version(), entry.ruleVersion());
        Optional<RuleItem> rule = rulebooks.version(entry.ruleVersion()).flatMap(rules -> rules.item(entry.ruleItem()));
        if (rule.isEmpty()) {
            findings.add(Defect.RULE, branch, entry, null, entry.ruleItem());
            return;
        }
        try {
            amount(branch, entry, rule.get());
        } catch (UncheckedIOException notJson) {
            findings.add(Defect.FACTS, branch, entry, null, entry.parameters());
        }
    }

    private void amount(String branch, PostedEntry entry, RuleItem rule) {
        Map<String, Object> facts = entry.facts();
        long times = number(facts, "times");
        long each = number(facts, "unitPoints");
        boolean known = LongStream.concat(LongStream.of(rule.hundredths()),
                rule.levels().stream().mapToLong(RuleItem.Level::hundredths)).anyMatch(points -> points == each);
        if (!known) {
            findings.add(Defect.FACTS, branch, entry, rule.hundredths(), each);
        }
        long whole = times * each;
        Long most = rule.caps().perEvent();
        findings.expect(Defect.AMOUNT, branch, entry, most == null ? whole : Math.min(whole, most), entry.amount());
        boolean deduction = rule.group() == RuleItem.Group.DEDUCTION;
        findings.expect(Defect.FACTS, branch, entry, deduction ? EntryKind.DEDUCTION : EntryKind.AWARD, entry.kind());
    }

    private static long number(Map<String, Object> facts, String name) {
        return Stream.ofNullable(facts.get(name)).filter(Number.class::isInstance).map(Number.class::cast)
                .mapToLong(Number::longValue).findFirst().orElse(0);
    }
}
