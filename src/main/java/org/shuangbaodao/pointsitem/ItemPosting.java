package org.shuangbaodao.pointsitem;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.ledger.EntryKind;
import org.shuangbaodao.ledger.Posting;
import org.shuangbaodao.ledger.Source;
import org.shuangbaodao.rulebook.RuleItem;
import org.shuangbaodao.rulebook.RuleItem.Group;
import org.shuangbaodao.rulebook.RuleItem.Level;
import org.shuangbaodao.rulebook.RuleItem.Profile;
import org.shuangbaodao.rulebook.RuleItem.Stacking;
import org.shuangbaodao.rulebook.Rulebook;

/** What an approved item becomes in the books. */
final class ItemPosting {

    private ItemPosting() {
    }

    /** Empty for a fact without points. */
    static Optional<Posting> of(PointsItem item, Rulebook rules) {
        RuleItem rule = rules.item(item.item).orElseThrow();
        if (rule.group() == Group.VETO) {
            return Optional.empty();
        }
        long each = Optional.ofNullable(item.level).flatMap(rule::level).map(Level::hundredths).orElse(rule.hundredths());
        TreeMap<String, Object> parameters = Posting.parameters(Map.of("times", item.times, "unitPoints", each));
        if (item.level != null) {
            parameters.put("level", item.level);
        }
        if (rule.caps().perEvent() != null) {
            parameters.put("perEvent", rule.caps().perEvent());
        }
        if (rule.stacking() == Stacking.HIGHEST_ONLY) {
            parameters.put("matter", matter(item));
        }
        return Optional.of(new Posting(rule.profile() == Profile.HUNDRED ? Book.HUNDRED_POINTS : Book.POINTS,
                rule.group() == Group.DEDUCTION ? EntryKind.DEDUCTION : EntryKind.AWARD, item.branchId, item.memberId, null,
                item.day, rule.pointsFor(item.times, item.level), item.item, rules.version(), parameters,
                new Source(Source.ITEM, Ids.text(item.id), 1), null));
    }

    /** The same matter of the same person, without its words: those may be erased one day, the entry may not. */
    static String matter(PointsItem item) {
        try {
            String text = Ids.text(item.memberId) + "\n" + Names.fold(item.matter);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
