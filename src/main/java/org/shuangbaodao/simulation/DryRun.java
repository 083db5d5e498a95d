package org.shuangbaodao.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.function.LongPredicate;

import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.member.MemberCategory;
import org.shuangbaodao.rulebook.HundredPoints;
import org.shuangbaodao.rulebook.Reckoning;
import org.shuangbaodao.rulebook.Reckoning.Adjustment;
import org.shuangbaodao.rulebook.Reckoning.Deed;
import org.shuangbaodao.rulebook.RuleItem;
import org.shuangbaodao.rulebook.Rulebook;
import org.shuangbaodao.rulebook.ServiceTime;
import org.shuangbaodao.rulebook.ServiceTime.DayAmount;
import org.shuangbaodao.rulebook.ServiceTime.DayShare;
import org.shuangbaodao.simulation.Awarded.Facts;
import org.shuangbaodao.simulation.Outcome.Affected;

/**
 * Works out holder by holder what the rules in force gave and what a draft would give. Pure; takes the rows of one holder after
 * the other and forgets them. An item that is new in the draft has no deeds yet, so it makes no difference here.
 */
final class DryRun {

    /** As many as somebody reads. */
    static final int MOST_AFFECTED = 50;

    private final Rulebook draft;
    private final Function<LocalDate, Rulebook> inForce;
    private final LongPredicate reached;
    private final LocalDate yearsEnd;
    private final Map<Book, Map<MemberCategory, Tally>> tallies = new EnumMap<>(Book.class);
    private final Map<MemberCategory, Tally> hundred = new EnumMap<>(MemberCategory.class);
    private final Map<String, int[]> grades = new LinkedHashMap<>();
    private final PriorityQueue<Affected> affected = new PriorityQueue<>(Comparator.comparingLong(Affected::size));
    private final List<Awarded> rows = new ArrayList<>();
    private long entries;

    /**
     * @param yearsEnd last day of the year that is tried
     * @param reached whether the reader may know of the people of a branch by name
     */
    DryRun(Rulebook draft, Function<LocalDate, Rulebook> inForce, LocalDate yearsEnd, LongPredicate reached) {
        this.draft = draft;
        this.inForce = inForce;
        this.yearsEnd = yearsEnd;
        this.reached = reached;
    }

    /** Rows of one holder have to follow each other. */
    void take(Awarded row) {
        if (!rows.isEmpty() && rows.get(0).holderId() != row.holderId()) {
            settle();
        }
        rows.add(row);
        entries++;
    }

    Outcome outcome() {
        settle();
        Map<Book, List<Outcome.ClassResult>> results = new EnumMap<>(Book.class);
        tallies.forEach((book, classes) -> results.put(book, results(classes)));
        return new Outcome(entries, results, results(hundred), grades.entrySet().stream()
                .map(each -> new Outcome.Grade(each.getKey(), each.getValue()[0], each.getValue()[1])).toList(),
                affected.stream().sorted(Comparator.comparingLong(Affected::size).reversed()
                        .thenComparingLong(Affected::holderId)).toList());
    }

    private static List<Outcome.ClassResult> results(Map<MemberCategory, Tally> classes) {
        return classes.entrySet().stream().map(each -> each.getValue().result(each.getKey())).toList();
    }

    private void settle() {
        if (rows.isEmpty()) {
            return;
        }
        Map<Book, Tried> tried = new EnumMap<>(Book.class);
        for (Book book : List.of(Book.POINTS, Book.HUNDRED_POINTS)) {
            List<Awarded> ofBook = rows.stream().filter(row -> row.book() == book).toList();
            tried.put(book, new Tried(byItem(ofBook.stream().map(row -> deed(row, row.amount())).toList(), inForce),
                    byItem(deedsUnderDraft(ofBook), day -> draft)));
            if (!ofBook.isEmpty()) {
                settle(book, ofBook.get(ofBook.size() - 1), sum(tried.get(book).before), sum(tried.get(book).after));
            }
        }
        Awarded last = rows.get(rows.size() - 1);
        // Where nobody ever entered an item of the second profile, no branch counts by it.
        if (!tried.get(Book.HUNDRED_POINTS).before.isEmpty() && last.category() != MemberCategory.PROBATIONARY) {
            settleHundred(last.category(), tried);
        }
        rows.clear();
    }

    /** Hundredths by item, by the rules in force and by the draft. */
    private record Tried(Map<String, Long> before, Map<String, Long> after) {
    }

    private void settleHundred(MemberCategory category, Map<Book, Tried> tried) {
        Rulebook now = inForce.apply(yearsEnd);
        Tried service = tried.get(Book.POINTS);
        Tried items = tried.get(Book.HUNDRED_POINTS);
        long before = HundredPoints.of(now, sum(service.before), items.before).sum();
        long after = HundredPoints.of(draft, sum(service.after), items.after).sum();
        hundred.computeIfAbsent(category, key -> new Tally()).add(before, after);
        if (grades.isEmpty()) {
            now.hundred().grades().forEach(each -> grades.put(each.grade(), new int[2]));
            draft.hundred().grades().forEach(each -> grades.putIfAbsent(each.grade(), new int[2]));
        }
        now.hundred().gradeOf(before).ifPresent(grade -> grades.get(grade)[0]++);
        draft.hundred().gradeOf(after).ifPresent(grade -> grades.get(grade)[1]++);
    }

    private void settle(Book book, Awarded last, long before, long after) {
        tallies.computeIfAbsent(book, key -> new EnumMap<>(MemberCategory.class))
                .computeIfAbsent(last.category(), key -> new Tally()).add(before, after);
        if (before != after && reached.test(last.branchId())) {
            affected.add(new Affected(last.holderId(), book, before, after));
            if (affected.size() > MOST_AFFECTED) {
                affected.remove();
            }
        }
    }

    private static long sum(Map<String, Long> items) {
        return items.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<String, Long> byItem(List<Deed> deeds, Function<LocalDate, Rulebook> rules) {
        Map<String, Long> items = new HashMap<>();
        deeds.forEach(deed -> items.merge(deed.item(), deed.amount(), Long::sum));
        Reckoning.of(deeds, rules).forEach((Adjustment each) -> items.merge(each.item(), each.amount(), Long::sum));
        return items;
    }

    private static Deed deed(Awarded row, long amount) {
        return new Deed(row.item(), row.servedOn(), row.source(), row.facts().matter(), amount);
    }

    // A record over midnight has a row for each of its days, and its points are found for the whole.
    private List<Deed> deedsUnderDraft(List<Awarded> ofBook) {
        Map<String, List<Awarded>> things = new LinkedHashMap<>();
        ofBook.forEach(row -> things.computeIfAbsent(row.source() + " " + row.item(), key -> new ArrayList<>()).add(row));
        List<Deed> deeds = new ArrayList<>();
        for (List<Awarded> days : things.values()) {
            draft.item(days.get(0).item()).ifPresent(item -> deeds.addAll(deeds(days, item)));
        }
        return deeds;
    }

    private List<Deed> deeds(List<Awarded> days, RuleItem item) {
        Facts facts = days.get(0).facts();
        long points = points(item, facts);
        if (days.size() == 1) {
            return List.of(deed(days.get(0), points));
        }
        List<DayAmount> shares = ServiceTime.apportion(points,
                days.stream().map(row -> new DayShare(row.servedOn(), row.facts().minutesOfTheDay())).toList());
        List<Deed> deeds = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            deeds.add(deed(days.get(i), shares.get(i).amount()));
        }
        return deeds;
    }

    private long points(RuleItem item, Facts facts) {
        return switch (item.measure()) {
            case TIME -> Boolean.TRUE.equals(facts.workingTime()) || facts.minutes() == null ? 0
                    : item.pointsFor(facts.minutes(), coefficient(facts));
            case EVENT -> item.pointsFor(facts.times() == null ? 1 : facts.times(), facts.level());
            case PERCENT, NONE -> 0;
        };
    }

    // What was an emergency then would be one now, at the draft's coefficient.
    private int coefficient(Facts facts) {
        if (facts.coefficient() == null || facts.coefficient() == 100) {
            return 100;
        }
        return draft.item(RuleItem.EMERGENCY).map(RuleItem::percent).orElse(100);
    }

    /** Counts the people of a class. */
    private static final class Tally {

        private final int[] bandsBefore = new int[Outcome.BANDS.size() + 1];
        private final int[] bandsAfter = new int[Outcome.BANDS.size() + 1];
        private long people;
        private long before;
        private long after;
        private long gainers;
        private long losers;
        private long largestGain;
        private long largestLoss;

        void add(long pointsBefore, long pointsAfter) {
            people++;
            before += pointsBefore;
            after += pointsAfter;
            gainers += pointsAfter > pointsBefore ? 1 : 0;
            losers += pointsAfter < pointsBefore ? 1 : 0;
            largestGain = Math.max(largestGain, pointsAfter - pointsBefore);
            largestLoss = Math.max(largestLoss, pointsBefore - pointsAfter);
            bandsBefore[band(pointsBefore)]++;
            bandsAfter[band(pointsAfter)]++;
        }

        private static int band(long points) {
            int band = 0;
            while (band < Outcome.BANDS.size() && points >= Outcome.BANDS.get(band)) {
                band++;
            }
            return band;
        }

        Outcome.ClassResult result(MemberCategory category) {
            List<Outcome.Band> bands = new ArrayList<>();
            for (int i = 0; i < bandsBefore.length; i++) {
                bands.add(new Outcome.Band(i == 0 ? null : Outcome.BANDS.get(i - 1),
                        i == Outcome.BANDS.size() ? null : Outcome.BANDS.get(i), bandsBefore[i], bandsAfter[i]));
            }
            return new Outcome.ClassResult(category, people, before, after, gainers, losers, largestGain, largestLoss, bands);
        }
    }
}
