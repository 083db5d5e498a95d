package org.shuangbaodao.pointsitem;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.rulebook.RuleItem;
import org.shuangbaodao.rulebook.RuleItem.Group;
import org.shuangbaodao.rulebook.Rulebooks;

/** Commendations (表彰) that points were granted for. */
@ApplicationScoped
public class CommendedItems {

    private final Rulebooks rulebooks;

    CommendedItems(Rulebooks rulebooks) {
        this.rulebooks = rulebooks;
    }

    /**
     * One of them.
     *
     * @param rule its item, named in each language
     * @param level of who granted it
     * @param matter what it was for, empty where nobody said
     */
    public record Commended(RuleItem rule, String level, String matter, String documentNumber, LocalDate day) {
    }

    /** A member's, the latest first. */
    @Transactional
    public List<Commended> of(long memberId) {
        List<Commended> commended = new ArrayList<>();
        PointsItem.<PointsItem> list("memberId = ?1 and state = ?2 and level is not null order by day desc, id desc", memberId,
                ItemState.APPROVED).forEach(
                        each -> rulebooks.on(each.day).item(each.item)
                                .filter(rule -> rule.group() == Group.BONUS)
                                .ifPresent(rule -> commended.add(new Commended(rule, each.level,
                                        Optional.ofNullable(each.matter).orElse(""), each.documentNumber, each.day))));
        return commended;
    }
}
