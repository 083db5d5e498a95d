package org.shuangbaodao.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.member.MemberCategory;
import org.shuangbaodao.rulebook.RuleItem;
import org.shuangbaodao.rulebook.RuleItem.Caps;
import org.shuangbaodao.rulebook.Rulebook;
import org.shuangbaodao.simulation.Awarded.Facts;
import org.shuangbaodao.simulation.Outcome.Affected;

import org.junit.jupiter.api.Test;

/** What a draft makes of deeds, worked out from their facts alone. */
class DryRunTest {

    private static final LocalDate DAY = LocalDate.of(2025, 5, 5);
    private static final LocalDate YEARS_END = LocalDate.of(2025, 12, 31);
    private static final Facts TWO_HOURS = new Facts(120, 120, false, 100, null, null, null);

    private final Rulebook shipped = Rulebook.shipped();

    @Test
    void anUnchangedDraftChangesNothing() {
        Outcome outcome = run(shipped, row(1, DAY, 200, "SV-01", "a", TWO_HOURS), row(1, DAY, 800, "SV-01", "b", hours(8)),
                row(2, DAY, 200, "SV-03", "c", times(1)));

        assertThat(outcome.entries()).isEqualTo(3);
        Outcome.ClassResult full = outcome.results().get(Book.POINTS).get(0);
        assertThat(full.people()).isEqualTo(2);
        assertThat(full.before()).isEqualTo(1000).isEqualTo(full.after());
        assertThat(full.gainers() + full.losers()).isZero();
        assertThat(outcome.affected()).isEmpty();
    }

    @Test
    void capsAreWorkedOutAnewOverTheWholeYear() {
        Rulebook draft = with("SV-01", 50, new Caps(null, 800L, null, 500L));

        Outcome outcome = run(draft, row(1, DAY, 200, "SV-01", "a", TWO_HOURS),
                row(1, DAY.plusDays(1), 400, "SV-01", "b", hours(4)),
                row(2, DAY, 200, "SV-01", "c", TWO_HOURS));

        assertThat(outcome.affected()).containsExactly(new Affected(1, Book.POINTS, 600, 500));
        Outcome.ClassResult full = outcome.results().get(Book.POINTS).get(0);
        assertThat(full.losers()).isEqualTo(1);
        assertThat(full.largestLoss()).isEqualTo(100);
    }

    @Test
    void aNightIsCountedAsAWholeAndSharedByItsDays() {
        Rulebook draft = with("SV-01", 60, Caps.NONE);
        Facts evening = new Facts(180, 120, false, 100, null, null, null);
        Facts morning = new Facts(180, 60, false, 100, null, null, null);

        Outcome outcome = run(draft, row(1, DAY, 200, "SV-01", "a", evening),
                row(1, DAY.plusDays(1), 100, "SV-01", "a", morning));

        assertThat(outcome.affected()).containsExactly(new Affected(1, Book.POINTS, 300, 360));
    }

    @Test
    void workingTimeEarnsNothingUnderAnyDraft() {
        Outcome outcome = run(with("SV-01", 500, Caps.NONE),
                row(1, DAY, 0, "SV-01", "a", new Facts(120, 120, true, 100, null, null, null)));

        assertThat(outcome.affected()).isEmpty();
    }

    @Test
    void anEmergencyIsOneAtTheDraftsCoefficient() {
        Rulebook draft = with("SV-05", 0, 200, Caps.NONE);

        Outcome outcome = run(draft, row(1, DAY, 300, "SV-01", "a", new Facts(120, 120, false, 150, null, null, null)));

        assertThat(outcome.affected()).containsExactly(new Affected(1, Book.POINTS, 300, 400));
    }

    @Test
    void whatTheDraftNoLongerHasEarnsNothing() {
        Rulebook draft = new Rulebook(2, DAY, shipped.document(), shipped.cycle(),
                shipped.items().stream().filter(item -> !item.code().equals("SV-03")).toList(), shipped.target(),
                shipped.classes(), shipped.hundred());

        assertThat(run(draft, row(1, DAY, 200, "SV-03", "a", times(1))).affected())
                .containsExactly(new Affected(1, Book.POINTS, 200, 0));
    }

    @Test
    void theTwoWaysToCountAreToldApart() {
        Outcome outcome = run(shipped,
                new Awarded(1, MemberCategory.FULL, 7, Book.HUNDRED_POINTS, DAY, 400, "AW-01", "a",
                        new Facts(null, null, null, null, 1, "CITY", "m")),
                new Awarded(1, MemberCategory.FULL, 7, Book.HUNDRED_POINTS, DAY, 200, "AW-01", "b",
                        new Facts(null, null, null, null, 1, "COUNTY", "m")),
                row(1, DAY, 200, "SV-01", "c", TWO_HOURS));

        assertThat(outcome.results().get(Book.HUNDRED_POINTS).get(0).after()).isEqualTo(400);
        assertThat(outcome.results().get(Book.POINTS).get(0).after()).isEqualTo(200);
    }

    /** Half of four points of service beside 58 of items: the draft lets one point of service count. */
    @Test
    void aSumOfTheSecondProfileIsPutTogetherByTheDraftsParts() {
        Rulebook.Hundred hundred = shipped.hundred();
        Rulebook draft = new Rulebook(2, DAY, shipped.document(), shipped.cycle(), shipped.items(), shipped.target(),
                shipped.classes(), new Rulebook.Hundred(hundred.base(), 100, hundred.serviceShare(), hundred.bonus(),
                        hundred.most(), hundred.grades()));

        Outcome outcome = run(draft, row(1, DAY, 400, "SV-01", "a", hours(4)), item(1, 2400, "BS-01", 12),
                item(1, 1200, "BS-02", 12), item(1, 1200, "BS-03", 12), item(1, 1000, "BS-04", 5),
                new Awarded(2, MemberCategory.PROBATIONARY, 7, Book.HUNDRED_POINTS, DAY, 2400, "BS-01", "p", times(12)),
                row(3, DAY, 400, "SV-01", "d", hours(4)));

        assertThat(outcome.hundred()).as("neither the probationary one nor who has no items").hasSize(1);
        Outcome.ClassResult full = outcome.hundred().get(0);
        assertThat(full.people()).isEqualTo(1);
        assertThat(full.before()).isEqualTo(6000);
        assertThat(full.after()).isEqualTo(5900);
        assertThat(outcome.grades()).containsExactly(new Outcome.Grade("EXCELLENT", 0, 0),
                new Outcome.Grade("QUALIFIED", 0, 0), new Outcome.Grade("BASICALLY_QUALIFIED", 1, 0),
                new Outcome.Grade("TALK", 0, 1));
    }

    private static Awarded item(long holder, long amount, String item, int times) {
        return new Awarded(holder, MemberCategory.FULL, 7, Book.HUNDRED_POINTS, DAY, amount, item, item, times(times));
    }

    @Test
    void nobodyOutsideTheReadersReachIsNamed() {
        DryRun dryRun = new DryRun(with("SV-01", 100, Caps.NONE), day -> shipped, YEARS_END, branch -> branch == 7);
        dryRun.take(row(1, DAY, 200, "SV-01", "a", TWO_HOURS));
        dryRun.take(new Awarded(2, MemberCategory.FULL, 8, Book.POINTS, DAY, 200, "SV-01", "b", TWO_HOURS));

        Outcome outcome = dryRun.outcome();

        assertThat(outcome.affected()).extracting(Affected::holderId).containsExactly(1L);
        assertThat(outcome.results().get(Book.POINTS).get(0).gainers()).isEqualTo(2);
    }

    @Test
    void theBandsHoldEverybodyOnce() {
        Outcome outcome = run(with("SV-01", 50, new Caps(null, null, null, 150L)), row(1, DAY, 200, "SV-01", "a", TWO_HOURS),
                row(2, DAY, 800, "SV-01", "b", hours(8)), row(2, DAY.plusDays(1), 400, "SV-01", "d", hours(4)),
                row(3, DAY, 0, "SV-01", "c", new Facts(20, 20, false, 100, null, null, null)));

        List<Outcome.Band> bands = outcome.results().get(Book.POINTS).get(0).bands();
        assertThat(bands.stream().map(Outcome.Band::before)).containsExactly(1, 1, 1, 0, 0, 0);
        assertThat(bands.stream().map(Outcome.Band::after)).containsExactly(1, 2, 0, 0, 0, 0);
    }

    private Outcome run(Rulebook draft, Awarded... rows) {
        DryRun dryRun = new DryRun(draft, day -> shipped, YEARS_END, branch -> true);
        List.of(rows).forEach(dryRun::take);
        return dryRun.outcome();
    }

    private static Awarded row(long holder, LocalDate day, long amount, String item, String source, Facts facts) {
        return new Awarded(holder, MemberCategory.FULL, 7, Book.POINTS, day, amount, item, source, facts);
    }

    private static Facts hours(int hours) {
        return new Facts(hours * 60, hours * 60, false, 100, null, null, null);
    }

    private static Facts times(int times) {
        return new Facts(null, null, null, null, times, null, null);
    }

    private Rulebook with(String code, long hundredths, Caps caps) {
        return with(code, hundredths, 100, caps);
    }

    private Rulebook with(String code, long hundredths, int percent, Caps caps) {
        List<RuleItem> items = shipped.items().stream().map(item -> !item.code().equals(code) ? item
                : new RuleItem(item.code(), Map.of("zh-CN", "改"), item.profile(), item.group(), item.measure(), hundredths,
                        item.unitMinutes(), percent, caps, item.stacking(), item.levels()))
                .toList();
        return new Rulebook(2, DAY, shipped.document(), shipped.cycle(), items, shipped.target(), shipped.classes(),
                shipped.hundred());
    }
}
