package org.shuangbaodao.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.shuangbaodao.rulebook.Reckoning.Adjustment;
import org.shuangbaodao.rulebook.Reckoning.Deed;
import org.shuangbaodao.rulebook.Reckoning.Kind;
import org.shuangbaodao.rulebook.RuleItem.Caps;
import org.shuangbaodao.rulebook.RuleItem.Stacking;
import org.shuangbaodao.rulebook.Rulebook.Cycle;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold for every year of every person under every pair of rulebooks, the second in force from July on. */
class ReckoningPropertiesTest {

    private static final int TRIES = 3000;
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final List<String> EARNING = List.of("SV-01", "SV-03", "AW-01");
    private static final Set<Kind> CAPS = Set.of(Kind.DAILY_CAP, Kind.CYCLE_CAP, Kind.YEAR_CAP);

    @Property(tries = TRIES)
    void noDayCycleOrYearBringsMoreThanItsCap(@ForAll("years") List<Deed> deeds, @ForAll("versions") Versions rules) {
        List<Adjustment> adjustments = Reckoning.of(deeds, rules);

        for (String item : EARNING) {
            Map<LocalDate, Long> days = counted(item, deeds, adjustments);
            Map<LocalDate, Long> cycles = new HashMap<>();
            long[] year = { 0 };
            days.keySet().stream().sorted().forEach(day -> {
                long net = days.get(day);
                Caps caps = rules.apply(day).item(item).orElseThrow().caps();
                LocalDate cycle = rules.apply(day).cycle().firstDay(day);
                long before = cycles.getOrDefault(cycle, 0L);
                assertThat(net).as("%s on %s", item, day).isNotNegative();
                assertThat(net).as("%s on %s", item, day).isLessThanOrEqualTo(limit(caps.perDay()))
                        .isLessThanOrEqualTo(Math.max(0, limit(caps.perCycle()) - before))
                        .isLessThanOrEqualTo(Math.max(0, limit(caps.perYear()) - year[0]));
                cycles.merge(cycle, net, Long::sum);
                year[0] += net;
            });
        }
    }

    @Property(tries = TRIES)
    void aCapTakesNoMoreThanWhatIsAboveIt(@ForAll("years") List<Deed> deeds, @ForAll("versions") Versions rules) {
        for (Adjustment each : Reckoning.of(deeds, rules)) {
            if (CAPS.contains(each.kind()) && !each.item().startsWith("DD")) {
                assertThat(each.deeds() + each.amount()).isEqualTo(Math.max(0, each.limit() - each.before()));
            }
        }
    }

    @Property(tries = TRIES)
    void theOrderInWhichDeedsArriveMakesNoDifference(@ForAll("years") List<Deed> deeds, @ForAll("versions") Versions rules,
            @ForAll long seed) {
        List<Deed> shuffled = new ArrayList<>(deeds);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(Reckoning.of(shuffled, rules)).containsExactlyInAnyOrderElementsOf(Reckoning.of(deeds, rules));
    }

    @Property(tries = TRIES)
    void whatWasTakenBackLeavesNoTrace(@ForAll("years") List<Deed> deeds, @ForAll("deed") Deed other,
            @ForAll("versions") Versions rules) {
        List<Deed> withIt = new ArrayList<>(deeds);
        withIt.add(new Deed(other.item(), other.date(), "taken back", other.matter(), 0));

        assertThat(Reckoning.of(withIt, rules)).containsExactlyInAnyOrderElementsOf(Reckoning.of(deeds, rules));
    }

    @Property(tries = TRIES)
    void nobodyFallsBelowNothing(@ForAll("years") List<Deed> deeds, @ForAll("versions") Versions rules) {
        long sum = deeds.stream().mapToLong(Deed::amount).sum()
                + Reckoning.of(deeds, rules).stream().mapToLong(Adjustment::amount).sum();

        assertThat(sum).isNotNegative();
    }

    @Property(tries = TRIES)
    void theFloorGivesBackNoMoreThanWasTaken(@ForAll("years") List<Deed> deeds, @ForAll("versions") Versions rules) {
        long taken = -deeds.stream().mapToLong(Deed::amount).filter(amount -> amount < 0).sum();
        long given = Reckoning.of(deeds, rules).stream().filter(each -> each.kind() == Kind.FLOOR)
                .mapToLong(Adjustment::amount).sum();
        long earned = counted(deeds, Reckoning.of(deeds, rules));

        assertThat(given).isBetween(0L, taken).isEqualTo(Math.max(0, taken - earned));
    }

    @Property(tries = TRIES)
    void ofOneMatterTheHighestCountsAlone(@ForAll("years") List<Deed> deeds, @ForAll("versions") Versions rules) {
        List<Adjustment> adjustments = Reckoning.of(deeds, rules);
        Map<String, List<Deed>> matters = deeds.stream()
                .filter(deed -> deed.matter() != null && deed.amount() > 0 && highestOnly(rules, deed))
                .collect(Collectors.groupingBy(Deed::matter));

        matters.values().forEach(ofOne -> {
            long highest = ofOne.stream().mapToLong(Deed::amount).max().orElseThrow();
            Set<String> sources = ofOne.stream().map(Deed::source).collect(Collectors.toSet());
            long dropped = adjustments.stream()
                    .filter(each -> each.kind() == Kind.HIGHEST_ONLY && sources.contains(each.source()))
                    .mapToLong(Adjustment::amount).sum();
            assertThat(ofOne.stream().mapToLong(Deed::amount).sum() + dropped).isEqualTo(highest);
        });
    }

    private static boolean highestOnly(Versions rules, Deed deed) {
        return rules.apply(deed.date()).item(deed.item()).orElseThrow().stacking() == Stacking.HIGHEST_ONLY;
    }

    private static long limit(Long cap) {
        return cap == null ? Long.MAX_VALUE : cap;
    }

    private static Map<LocalDate, Long> counted(String item, List<Deed> deeds, List<Adjustment> adjustments) {
        Map<LocalDate, Long> days = new HashMap<>();
        deeds.stream().filter(deed -> deed.item().equals(item))
                .forEach(deed -> days.merge(deed.date(), deed.amount(), Long::sum));
        adjustments.stream().filter(each -> each.item().equals(item))
                .forEach(each -> days.merge(each.date(), each.amount(), Long::sum));
        return days;
    }

    private static long counted(List<Deed> deeds, List<Adjustment> adjustments) {
        return EARNING.stream().flatMap(item -> counted(item, deeds, adjustments).values().stream()).mapToLong(net -> net)
                .sum();
    }

    /** Two versions of the rules. */
    record Versions(Rulebook first, Rulebook second) implements Function<LocalDate, Rulebook> {

        @Override
        public Rulebook apply(LocalDate day) {
            return day.isBefore(JULY) ? first : second;
        }
    }

    @Provide
    Arbitrary<List<Deed>> years() {
        // Numbered after they are made: what tells deeds apart must be unique, and their order in the list is their arrival.
        return deed().list().ofMaxSize(40).map(deeds -> {
            List<Deed> numbered = new ArrayList<>();
            for (Deed deed : deeds) {
                numbered.add(new Deed(deed.item(), deed.date(), "%s-%02d".formatted(deed.source(), numbered.size()),
                        deed.matter(), deed.amount()));
            }
            return numbered;
        });
    }

    @Provide
    Arbitrary<Deed> deed() {
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 364).map(NEW_YEAR::plusDays)
                // Half of them on few days, so that days fill up.
                .flatMap(day -> Arbitraries.of(day, day.withDayOfMonth(1)));
        Arbitrary<String> sources = Arbitraries.strings().withCharRange('a', 'e').ofLength(2);
        return Combinators.combine(Arbitraries.of("SV-01", "SV-01", "SV-03", "AW-01", "DD-01"), days, sources,
                Arbitraries.of("one", "two", "three"), Arbitraries.integers().between(0, 24))
                .as((item, day, source, matter, size) -> new Deed(item, day, source, item.equals("AW-01") ? matter : null,
                        item.equals("DD-01") ? size * -50L : size * 50L));
    }

    @Provide
    Arbitrary<Versions> versions() {
        return Combinators.combine(rulebook(), rulebook()).as(Versions::new);
    }

    private static Arbitrary<Rulebook> rulebook() {
        Arbitrary<Caps> caps = Combinators.combine(cap(16), cap(40), cap(90))
                .as((day, cycle, year) -> new Caps(null, day, cycle, year));
        return Combinators.combine(Arbitraries.of(Cycle.class), caps, caps, caps, Arbitraries.of(Stacking.class))
                .as((cycle, hours, claims, awards, stacking) -> {
                    Rulebook shipped = Rulebook.shipped();
                    List<RuleItem> items = shipped.items().stream().map(item -> switch (item.code()) {
                        case "SV-01" -> with(item, hours, Stacking.ALL);
                        case "SV-03" -> with(item, claims, Stacking.ALL);
                        case "AW-01" -> with(item, awards, stacking);
                        default -> item;
                    }).toList();
                    return new Rulebook(1, NEW_YEAR, shipped.document(), cycle, items, shipped.target(), shipped.classes(),
                            shipped.hundred());
                });
    }

    private static Arbitrary<Long> cap(int most) {
        return Arbitraries.longs().between(1, most).map(halves -> halves * 50).injectNull(0.3);
    }

    private static RuleItem with(RuleItem item, Caps caps, Stacking stacking) {
        return new RuleItem(item.code(), item.names(), item.profile(), item.group(), item.measure(), item.hundredths(),
                item.unitMinutes(), item.percent(), caps, stacking, item.levels());
    }
}
