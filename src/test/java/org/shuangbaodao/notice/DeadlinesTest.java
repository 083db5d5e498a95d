package org.shuangbaodao.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.ledger.BranchPeriod;
import org.shuangbaodao.ledger.BranchPeriods;
import org.shuangbaodao.ledger.LedgerProof;
import org.shuangbaodao.ledger.Standings;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.SoundBooks;
import org.shuangbaodao.support.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens when nobody does anything. */
@QuarkusTest
class DeadlinesTest {

    @Inject
    SoundBooks soundBooks;
    @Inject
    Quarter quarter;
    @Inject
    Deadlines deadlines;
    @Inject
    BranchPeriods periods;
    @Inject
    Standings standings;
    @Inject
    LedgerProof proof;
    @Inject
    As as;
    @Inject
    TestClock clock;

    private Quarter.Cast cast;
    private String record;

    @BeforeEach
    void inJune() {
        clock.set("2026-06-11T18:00");
        cast = quarter.cast(0);
        record = quarter.awarded(cast, cast.silent(), "2026-06-10T09:00", "2026-06-10T11:00");
    }

    @AfterEach
    void letTheClockRun() throws SQLException {
        clock.reset();
        soundBooks.of(cast.town().branch());
    }

    @Test
    void aSilentBranchIsShownTwentyWorkingDaysAfterTheQuarterAndClosesByItself() {
        on("2026-07-27");
        assertThat(notice()).isEmpty();

        on("2026-07-28");
        deadlines.act();

        Notice notice = notice().orElseThrow();
        assertThat(notice.openedBy).isNull();
        assertThat(notice.lastDay).isEqualTo(LocalDate.of(2026, 8, 4));
        on("2026-08-04");
        assertThat(state()).isEqualTo(BranchPeriod.State.IN_NOTICE);
        on("2026-08-05");
        assertThat(state()).isEqualTo(BranchPeriod.State.CLOSED);
    }

    @Test
    void aQuarterWithoutEntriesEndsWithoutANotice() {
        clock.set("2026-07-02T18:00");
        Quarter.Cast other = quarter.cast(0);
        quarter.awarded(other, other.silent(), "2026-07-02T09:00", "2026-07-02T10:00");
        on("2026-07-28");

        assertThat(Notice.of(other.town().branch().id, Quarter.SECOND)).isEmpty();
        quarter.awarded(other, other.silent(), "2026-06-20T09:00", "2026-06-20T10:00");
        assertThat(points(other.silent(), Quarter.SECOND)).isZero();
        assertThat(points(other.silent(), Quarter.THIRD)).isEqualTo(200);
    }

    @Test
    void whatNobodyAnswersMovesUpTwiceAndIsSeenToBeLate() {
        on("2026-07-28");
        String notice = Ids.text(notice().orElseThrow().id);
        String receipt = quarter.objected(notice, Map.of("text", "时间不对"));
        long id = Ids.parse(quarter.idOfOnly(notice)).orElseThrow();

        on("2026-08-11");
        assertThat(responsible(id)).isEqualTo(cast.town().branch().id);
        assertThat(quarter.status(receipt).text()).doesNotContain("超期");
        on("2026-08-12");
        assertThat(responsible(id)).isEqualTo(cast.town().committee().id);
        assertThat(quarter.status(receipt).text()).contains("超期未答复");
        assertThat(new Pages().get("/notices/" + notice).text()).contains("1 件超期未答复");
        assertThat(as.pages(cast.officer()).get("/notices/manage").text()).contains(cast.town().branch().name);
        on("2026-08-18");
        assertThat(responsible(id)).isEqualTo(cast.town().committee().id);
        on("2026-08-19");
        assertThat(responsible(id)).isEqualTo(cast.town().workingCommittee().id);
        on("2026-09-30");
        assertThat(responsible(id)).isEqualTo(cast.town().workingCommittee().id);
    }

    /** The quarter does not wait for ever: what is disputed goes on in the next one, everything else stays. */
    @Test
    void disputedDeedsAreCarriedOver() {
        clock.set("2026-06-12T18:00");
        quarter.awarded(cast, cast.named(), "2026-06-11T09:00", "2026-06-11T11:00");
        on("2026-07-28");
        Notice notice = notice().orElseThrow();
        String id = quarter.objectedTo(cast.named(), Ids.text(notice.id), record);

        on("2026-08-18");
        assertThat(state()).isEqualTo(BranchPeriod.State.IN_NOTICE);
        on("2026-08-19");
        assertThat(state()).isEqualTo(BranchPeriod.State.CLOSED);

        assertThat(points(cast.silent(), Quarter.SECOND)).isZero();
        assertThat(points(cast.silent(), Quarter.THIRD)).isEqualTo(200);
        assertThat(points(cast.named(), Quarter.SECOND)).isEqualTo(200);
        as.api(cast.silent()).get("/api/records/" + record).then().body("state", equalTo("AWARDED"), "revision", equalTo(2));
        assertThat(as.pages(cast.silent()).get("/records/" + record).text()).contains("有争议，转入下一季度");

        assertThat(quarter.uphold(cast.superior(), id, record, "ALL").status()).isEqualTo(303);
        assertThat(standings.of(cast.silent().id, Period.ALL).values()).containsOnly(0L);
        assertThat(points(cast.silent(), Quarter.THIRD)).isZero();
        assertThat(proof.firstBreak(cast.town().branch().id)).isEmpty();
        assertThat(proof.differences()).isEmpty();
    }

    /** A calendar that is loaded while a notice runs changes nothing about it: its last day is a fact, not a sum. */
    @Test
    void theNextYearIsProvisionalUntilItsCalendarIsKnown() {
        clock.set("2026-12-20T18:00");
        Quarter.Cast other = quarter.cast(0);
        quarter.awarded(other, other.silent(), "2026-12-18T09:00", "2026-12-18T10:00");
        clock.set("2027-01-15T09:00");

        assertThat(as.pages(other.secretary()).get("/notices/manage/preview?branch=" + other.town().branch().code + "&days=3")
                .text()).contains("放假安排尚未公布");
        String notice = quarter.started(other);
        assertThat(new Pages().get("/notices/" + notice).text()).contains("日期暂定");
    }

    private void on(String day) {
        clock.set(day + "T09:00");
        deadlines.act();
    }

    private Optional<Notice> notice() {
        return Notice.of(cast.town().branch().id, Quarter.SECOND);
    }

    private BranchPeriod.State state() {
        Notice.getEntityManager().clear();
        return periods.find(cast.town().branch().id, Quarter.SECOND).orElseThrow().state();
    }

    private static long responsible(long objectionId) {
        Objection.getEntityManager().clear();
        return Objection.<Objection> findById(objectionId).responsibleId;
    }

    private long points(Member member, Period period) {
        return standings.of(member.id, period).get(Book.POINTS);
    }
}
