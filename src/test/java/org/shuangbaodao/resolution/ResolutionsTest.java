package org.shuangbaodao.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Pages;

import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The branch resolves, the secretary writes it down, the superior countersigns. */
@QuarkusTest
class ResolutionsTest {

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    Resolutions resolutions;
    @Inject
    BusinessTime time;

    @ParameterizedTest
    @CsvSource({ "20, 10, 10, majority", "20, 9, 9, quorum majority", "20, 11, 11, ''", "20, 20, 10, majority",
            "21, 11, 11, ''", "20, 21, 15, quorum", "3, 3, 2, ''" })
    void theMajorityIsChecked(int eligible, int present, int inFavour, String expected) {
        LocalDate today = LocalDate.of(2026, 6, 1);
        Resolutions.Vote vote = new Resolutions.Vote(false, today, eligible, present, inFavour, "支会〔2026〕1号", 2026);

        assertThat(Resolutions.problems(vote, today).stream().map(FieldProblem::reason)
                .map(reason -> reason.replace("resolution-", "")).reduce((a, b) -> a + " " + b).orElse("")).isEqualTo(expected);
    }

    @Test
    void itCountsOnlyOnceTheSuperiorHasSignedAndEndsWithTheNextYear() {
        Given.Town town = given.town();
        Member secretary = given.secretary(town.branch());
        Member officer = given.officer(town.committee());
        int year = time.today().getYear();
        Pages mine = as.pages(secretary);

        Document page = mine.get("/points/resolutions");
        Pages.Answer sent = mine.submit(Pages.form(page, "/points/resolutions"), Map.of("branch", town.branch().code, "kind",
                "ADOPT", "resolvedOn", year + "-01-01", "eligible", "12", "present", "10", "inFavour", "9", "documentNumber",
                "支会〔" + year + "〕2号", "fromYear", String.valueOf(year)));
        assertThat(sent.status()).as(sent.page() == null ? "" : sent.page().text()).isEqualTo(303);
        assertThat(resolutions.countsHundred(town.branch().id, year)).isFalse();
        assertThat(as.pages(secretary).get("/points/resolutions").select("form[action$=signature]")).isEmpty();

        Pages above = as.pages(officer);
        Document waiting = above.get("/points/resolutions");
        assertThat(waiting.text()).contains("赞成 9 人");
        assertThat(above.submit((FormElement) waiting.selectFirst("form[action$=signature]"), Map.of()).status())
                .isEqualTo(303);

        assertThat(resolutions.countsHundred(town.branch().id, year)).isTrue();
        assertThat(resolutions.countsHundred(town.branch().id, year - 1)).isFalse();
        Resolutions.Vote stop = new Resolutions.Vote(true, time.today(), 12, 12, 12, "支会3号", year);
        assertThatThrownBy(() -> resolutions.propose(town.branch().code, stop, secretary.id)).isInstanceOf(Problem.class)
                .hasMessage("common/invalid");
        long id = resolutions.propose(town.branch().code,
                new Resolutions.Vote(true, time.today(), 12, 12, 12, "支会3号", year + 1), secretary.id);
        assertThatThrownBy(() -> resolutions.sign(id, true, secretary.id)).hasMessage("resolution/not-superior");
        resolutions.sign(id, true, officer.id);
        assertThat(resolutions.countsHundred(town.branch().id, year)).isTrue();
        assertThat(resolutions.countsHundred(town.branch().id, year + 1)).isFalse();
        assertThatThrownBy(() -> resolutions.sign(id, true, officer.id)).hasMessage("resolution/decided");
    }

    @Test
    void onlyTheBranchsOwnSecretaryWritesItDown() {
        Given.Town town = given.town();
        Resolutions.Vote vote = new Resolutions.Vote(false, time.today(), 3, 3, 3, "1号", time.today().getYear());

        for (Member other : new Member[] { given.deputy(town.branch()), given.officer(town.committee()),
                given.secretary(given.branch(town.committee())) }) {
            assertThatThrownBy(() -> resolutions.propose(town.branch().code, vote, other.id))
                    .hasMessage("resolution/not-secretary");
        }
    }
}
