package org.shuangbaodao.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.shuangbaodao.ranking.Listing.Person;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ListingTest {

    @Test
    void everybodyIsNamedWhereEverybodyAgreed() {
        assertThat(Listing.of(cell(7, 10, 0))).hasSize(10);
    }

    @Test
    void fiveWhoDidNotAgreeHideEachOther() {
        assertThat(Listing.of(cell(7, 6, 5))).hasSize(6);
    }

    /** The cell's total less those named would be about four people. */
    @Test
    void fourWhoDidNotAgreeKeepTheWholeCellSilent() {
        assertThat(Listing.of(cell(7, 30, 4))).isEmpty();
    }

    /** What the moved one earned before he moved is all that is left when the others there are named. */
    @Test
    void somebodyWhoMovedAwayIsLeftOutWhereHeWasBefore() {
        List<Person> people = new ArrayList<>(cell(7, 12, 0));
        people.addAll(cell(8, 10, 6));
        people.add(new Person(999, false, 8L, Set.of(7L, 8L)));

        assertThat(Listing.of(people)).hasSize(10).noneMatch(id -> id / 1000 == 7);
    }

    /** 8 falls silent because of its own four; the one who came from 7 is no longer named and leaves 7 with one unknown. */
    @Test
    void silenceSpreadsToWhereItWouldBeBroken() {
        List<Person> people = new ArrayList<>(cell(7, 12, 0));
        people.addAll(cell(8, 10, 4));
        people.add(new Person(999, true, 8L, Set.of(7L, 8L)));

        assertThat(Listing.of(people)).isEmpty();
    }

    @Test
    void whoBelongsToNoCellThatIsShownIsNotNamed() {
        assertThat(Listing.of(List.of(new Person(1, true, null, Set.of())))).isEmpty();
    }

    @Property(tries = 2000)
    void noSumOfCellsLessTheNamedIsAboutOneToFourPeople(@ForAll Random random) {
        int cells = 1 + random.nextInt(5);
        List<Person> people = new ArrayList<>();
        for (long id = 0; id < cells * 12L; id++) {
            long home = 1 + id % cells;
            Set<Long> counted = new HashSet<>(Set.of(home));
            if (random.nextInt(8) == 0) {
                counted.add(1L + random.nextInt(cells));
            }
            people.add(new Person(id, random.nextInt(6) > 0, random.nextInt(15) > 0 ? home : null, counted));
        }

        Set<Long> listed = Listing.of(people);

        assertThat(people).filteredOn(person -> listed.contains(person.id())).allMatch(Person::agreed);
        for (int chosen = 1; chosen < 1 << cells; chosen++) {
            Set<Long> leftOut = new HashSet<>();
            for (Person person : people) {
                for (long cell = 1; cell <= cells; cell++) {
                    if ((chosen >> (cell - 1) & 1) == 1 && person.cells().contains(cell) && !listed.contains(person.id())) {
                        leftOut.add(person.id());
                    }
                }
            }
            assertThat(leftOut.size()).as("left out of cells %s", Integer.toBinaryString(chosen))
                    .satisfiesAnyOf(size -> assertThat(size).isZero(),
                            size -> assertThat(size).isGreaterThanOrEqualTo(Listing.FEWEST_LEFT_OUT));
        }
    }

    private static List<Person> cell(long home, int agreed, int others) {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < agreed + others; i++) {
            people.add(new Person(home * 1000 + i, i < agreed, home, Set.of(home)));
        }
        return people;
    }
}
