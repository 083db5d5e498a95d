package org.shuangbaodao.pointsitem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.inbox.Inbox;
import org.shuangbaodao.inbox.Letter;
import org.shuangbaodao.inbox.Tiding;
import org.shuangbaodao.inbox.Word;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.rulebook.RuleItem;
import org.shuangbaodao.rulebook.Rulebooks;

/** Tells members what is proposed and decided about them, in the transaction that does it. */
@ApplicationScoped
class ItemTidings {

    private static final String OWN_ITEMS = "/me/points-items";

    private final Inbox inbox;
    private final Rulebooks rulebooks;

    ItemTidings(Inbox inbox, Rulebooks rulebooks) {
        this.inbox = inbox;
        this.rulebooks = rulebooks;
    }

    /** Where points may be taken he has to know by when he can speak. */
    void proposed(PointsItem item) {
        if (item.heardUntil == null) {
            tell(ItemTiding.PROPOSED, List.of(item));
        } else {
            List<Object> arguments = new ArrayList<>(arguments(item));
            arguments.add(item.heardUntil.toString());
            inbox.tell(item.memberId, word(ItemTiding.HEARING, item, arguments));
        }
    }

    void tell(ItemTiding tiding, Collection<PointsItem> items) {
        inbox.tellEach(items.stream().map(item -> new Letter(item.memberId, word(tiding, item, arguments(item)))).toList());
    }

    private static Word word(Tiding tiding, PointsItem item, List<Object> arguments) {
        // Each of these happens to an item at most once.
        return new Word(tiding, arguments, OWN_ITEMS, "item/%s/%s".formatted(Ids.text(item.id), tiding));
    }

    private List<Object> arguments(PointsItem item) {
        Map<String, String> name = rulebooks.on(item.day).item(item.item)
                .map((RuleItem rule) -> Word.inEachLanguage(rule::name)).orElseGet(() -> Word.inEachLanguage(any -> item.item));
        return List.of(name, item.day.toString());
    }
}
