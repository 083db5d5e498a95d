package org.shuangbaodao.explanation;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

import org.shuangbaodao.kernel.Amounts;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.ledger.BranchPeriod;
import org.shuangbaodao.ledger.EntryKind;
import org.shuangbaodao.ledger.PostedEntry;
import org.shuangbaodao.pointsitem.ItemState;
import org.shuangbaodao.servicerecord.Capacity;
import org.shuangbaodao.servicerecord.Verb;

/**
 * An explained entry as the page shows it.
 *
 * @param amount signed; minutes for time, points with two decimals
 * @param hours the same as people count time, null for points
 */
record EntryView(String id, Book book, EntryKind kind, String servedOn, String amount, String hours, String sentence,
        Explained.Rule rule, Formula formula, List<Figure> figures, String from, String to, List<Reckoned.Day> days,
        List<DecisionView> decisions, String documentNumber, List<ItemStepView> itemSteps, PartnerView takesBack,
        PartnerView takenBackBy, String period,
        BranchPeriod.State periodState, boolean late, QuarterNotices.Posted notice, String recordId, String postedAt,
        Explained.InBooks inBooks) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    public boolean isSettled() {
        return periodState == BranchPeriod.State.CLOSED;
    }

    record ItemStepView(ItemState state, String at, String by) {
    }

    record DecisionView(Verb verb, Capacity capacity, String at, String by) {
    }

    record PartnerView(String id, EntryKind kind, String servedOn, String amount) {

        static PartnerView of(PostedEntry entry) {
            return entry == null ? null
                    : new PartnerView(Ids.text(entry.id()), entry.kind(), entry.servedOn().toString(), EntryView.amount(entry));
        }
    }

    static EntryView of(Explained explained) {
        PostedEntry entry = explained.entry();
        Reckoned reckoned = explained.reckoned();
        return new EntryView(Ids.text(entry.id()), entry.book(), entry.kind(), entry.servedOn().toString(), amount(entry),
                entry.book().isMinutes() ? Amounts.hours(entry.amount()) : null, explained.sentence(), explained.rule(),
                reckoned.formula(), reckoned.figures(), text(reckoned.from()), text(reckoned.to()), reckoned.days(),
                explained.decisions().stream().map(each -> new DecisionView(each.verb(), each.capacity(), minute(each.at()),
                        each.by())).toList(),
                explained.item() == null ? "" : explained.item().documentNumber(), itemSteps(explained.item()),
                PartnerView.of(explained.takesBack()), PartnerView.of(explained.takenBackBy()), entry.period(),
                explained.periodState(), !quarter(entry).equals(entry.period()), explained.notice(),
                explained.recordId(),
                minute(entry.postedAt()), explained.inBooks());
    }

    private static List<ItemStepView> itemSteps(Explained.Item item) {
        return item == null ? List.of()
                : item.steps().stream().map(each -> new ItemStepView(each.state(), minute(each.at()), each.by())).toList();
    }

    static String amount(PostedEntry entry) {
        String amount = entry.book().isMinutes() ? String.valueOf(entry.amount()) : Amounts.points(entry.amount());
        return entry.amount() > 0 ? "+" + amount : amount;
    }

    private static String quarter(PostedEntry entry) {
        return Period.quarterOf(entry.servedOn()).key();
    }

    private static String text(LocalDateTime time) {
        return time == null ? null : time.format(MINUTE);
    }

    static String minute(Instant at) {
        return LocalDateTime.ofInstant(at, BusinessTime.ZONE).format(MINUTE);
    }
}
