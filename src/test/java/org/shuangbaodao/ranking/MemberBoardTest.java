package org.shuangbaodao.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.shuangbaodao.ledger.BoardEdition.Edition;
import org.shuangbaodao.ledger.BoardEdition.Trees;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.ranking.MemberBoard.CellAt;
import org.shuangbaodao.ranking.MemberBoard.Cut;

import org.junit.jupiter.api.Test;

/** A board of three cells of ten, everybody named; ids 0–9, 10–19, 20–29. */
class MemberBoardTest {

    private static final int PEOPLE = 30;

    @Test
    void nobodyIsSilentWhileNobodyWithdraws() {
        assertThat(board(Map.of()).silentWithout(List.of()).isEmpty()).isTrue();
    }

    /** Nine named ones and a sum would tell what the tenth did. */
    @Test
    void aCellFallsSilentWithTheFirstWhoWithdraws() {
        MemberBoard board = board(Map.of());

        BitSet silent = board.silentWithout(List.of(12L));

        assertThat(silent.stream()).containsExactly(1);
        assertThat(board.isListed(13, silent)).isFalse();
        assertThat(board.isListed(3, silent)).isTrue();
    }

    /** 25 once worked in cell 0, and falls silent with 24. */
    @Test
    void silenceSpreadsToWhereTheSilentWorkedBefore() {
        assertThat(board(Map.of(25L, Set.of(0))).silentWithout(List.of(24L)).stream()).containsExactly(0, 2);
        assertThat(board(Map.of(25L, Set.of(0))).silentWithout(List.of(14L)).stream()).containsExactly(1);
    }

    @Test
    void whoWasNeverNamedChangesNothing() {
        assertThat(board(Map.of()).silentWithout(List.of(77L)).isEmpty()).isTrue();
    }

    private static MemberBoard board(Map<Long, Set<Integer>> elsewhere) {
        People people = new People(LongStream.range(0, PEOPLE).toArray(),
                IntStream.range(0, PEOPLE).map(index -> index / 10).toArray(), new long[PEOPLE], new int[PEOPLE]);
        BitSet listed = new BitSet();
        listed.set(0, PEOPLE);
        List<CellAt> cells = IntStream.range(0, 3).mapToObj(number -> new CellAt(place(number), false)).toList();
        return new MemberBoard(new BoardStamp(new Edition(1, new Trees(1, 0, LocalDate.EPOCH)), Instant.EPOCH, false, 1),
                people,
                listed, IntStream.range(0, PEOPLE).toArray(), new Cut(cells, elsewhere, Map.of()));
    }

    private static Place place(int number) {
        return new Place((long) number, 0L, OrganizationKind.BRANCH, "B" + number, "支部" + number, "zhibu" + number,
                "/" + number + "/", false);
    }
}
