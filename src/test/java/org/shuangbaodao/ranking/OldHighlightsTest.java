package org.shuangbaodao.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.PublicFigures;
import org.shuangbaodao.ledger.BoardEdition;
import org.shuangbaodao.support.Pages;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The visitors' first page while a large board is being made: it must not outlast the older board it shows. */
@QuarkusTest
class OldHighlightsTest {

    @Inject
    BoardEdition editions;
    @Inject
    PublicFigures figures;
    @Inject
    BusinessTime time;

    private Highlights highlights;

    @BeforeEach
    void theBoardIsWhatTheTestSays() {
        forgetPages();
        QuarkusMock.installMockForType(new Rankings(null, null, null, null, null, null, null, null, null) {

            @Override
            public Optional<Highlights> highlights(int most) {
                return Optional.of(highlights);
            }
        }, Rankings.class);
    }

    @AfterEach
    void forgetPages() {
        QuarkusTransaction.requiringNew().run(figures::changed);
    }

    @Test
    void theNextOneIsDrawnAsSoonAsTheBoardIsThere() {
        highlights = led("旧的第一名", present().unfinished());
        assertThat(home()).contains("旧的第一名");

        highlights = led("新的第一名", present());
        assertThat(home()).contains("新的第一名").doesNotContain("旧的第一名");
    }

    @Test
    void ofThePresentBoardItIsKept() {
        highlights = led("第一名", present());
        assertThat(home()).contains("第一名");

        highlights = led("未曾问过", present());
        assertThat(home()).contains("第一名");
    }

    private BoardStamp present() {
        return new BoardStamp(editions.now(), time.now(), true, "basis");
    }

    private static Highlights led(String name, BoardStamp made) {
        return new Highlights(new Period("2026-Q4"), "2026-10-19 18:00", true,
                List.of(new Highlights.Leader(1, name, BigDecimal.ONE)), 12, "1.0", made);
    }

    private static String home() {
        return new Pages().get("/").text();
    }
}
