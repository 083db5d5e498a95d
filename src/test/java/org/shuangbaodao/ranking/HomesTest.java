package org.shuangbaodao.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.shuangbaodao.organization.OrganizationKind;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 1 holds 2 and 3; 2 holds the branches 20 to 22, 3 holds 30 and 31; 9 stands apart with its branch 90. */
class HomesTest {

    private final Map<Long, Place> places = new HashMap<>();

    @BeforeEach
    void tree() {
        put(1, null);
        put(2, 1L);
        put(3, 1L);
        put(9, null);
        List.of(20L, 21L, 22L).forEach(id -> put(id, 2L));
        List.of(30L, 31L).forEach(id -> put(id, 3L));
        put(90, 9L);
    }

    @Test
    void aCellThatLiesTogetherKeepsItsName() {
        Cell alone = new Cell(20, Set.of(20L), Set.of(20L), 12);
        Cell merged = new Cell(2, Set.of(21L, 22L), Set.of(21L, 22L), 13);

        assertThat(Homes.of(List.of(alone, merged), places)).containsExactly(alone, merged);
    }

    /** Branch 22 stood below 3 when the quarter was closed that put it together with 30. */
    @Test
    void oneThatWasMovedApartIsToldByWhatStandsAboveAllOfIt() {
        Cell apart = new Cell(3, Set.of(22L, 30L), Set.of(22L, 30L), 14);

        assertThat(Homes.of(List.of(apart), places)).containsExactly(new Cell(1, Set.of(22L, 30L), Set.of(2L, 3L), 14));
    }

    /** Two of one name would be counted as one where it is decided who can be named. */
    @Test
    void noTwoBearTheSameName() {
        List<Cell> cells = Homes.of(List.of(new Cell(3, Set.of(22L, 30L), Set.of(22L, 30L), 14),
                new Cell(2, Set.of(21L, 31L), Set.of(21L, 31L), 11)), places);

        assertThat(cells).containsExactly(new Cell(1, Set.of(21L, 22L, 30L, 31L), Set.of(2L, 3L), 25));
    }

    @Test
    void whatHasNothingInCommonIsNotShown() {
        assertThat(Homes.of(List.of(new Cell(3, Set.of(30L, 90L), Set.of(30L, 90L), 20)), places)).isEmpty();
    }

    private void put(long id, Long parent) {
        String path = (parent == null ? "/" : places.get(parent).path()) + id + "/";
        places.put(id, new Place(id, parent, parent == null ? OrganizationKind.COMMITTEE : OrganizationKind.BRANCH, "O" + id,
                "组织" + id, "zuzhi" + id, path, false));
    }
}
