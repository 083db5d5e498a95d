package org.shuangbaodao.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.ledger.EntryKind;
import org.shuangbaodao.ledger.Ledger;
import org.shuangbaodao.ledger.Posting;
import org.shuangbaodao.ledger.Source;
import org.shuangbaodao.member.ConsentEvent;
import org.shuangbaodao.member.ConsentPurpose;
import org.shuangbaodao.member.Consents;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.MemberCategory;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AppraisalPagesTest {

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    Ledger ledger;
    @Inject
    Consents consents;
    @Inject
    TestClock clock;

    Given.Town town;
    Member member;
    Member secretary;

    @BeforeEach
    void aBranch() {
        clock.set("2026-11-20T10:00");
        town = given.town();
        member = given.member(town.branch());
        secretary = given.secretary(town.branch());
    }

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void progressIsShownAgainstTheNearestTarget() {
        served(member, LocalDate.of(2026, 3, 1), 600);
        assertThat(as.pages(member).get("/me/appraisal").text()).contains("10.0 / 20.0 小时", "1 / 4 次");

        Pages pages = as.pages(secretary);
        FormElement form = Pages.form(pages.get("/targets"), "/targets");
        assertThat(pages.submit(form, Map.of("organization", town.branch().code, "year", "2026", "hours", "50", "times", ""))
                .status()).isEqualTo(303);

        String text = as.pages(member).get("/me/appraisal").text();
        assertThat(text).contains("10.0 / 50.0 小时").doesNotContain("/ 4 次").doesNotContain("未达标", "不达标");
    }

    @Test
    void nobodySetsTheTargetOfAnotherBranchOrExemptsHimself() {
        Pages pages = as.pages(secretary);
        FormElement form = Pages.form(pages.get("/targets"), "/targets");
        assertThat(pages.submit(form, Map.of("organization", given.branch(town.committee()).code, "year", "2026", "hours", "1"))
                .status()).isEqualTo(403);

        FormElement exemption = Pages.form(pages.get("/targets"), "/targets/exemptions");
        assertThat(pages.submit(exemption, Map.of("member", secretary.number, "first", "2026-01-01", "last", "2026-06-30",
                "document", "支委会〔2026〕1号")).status()).isEqualTo(403);
        assertThat(pages.submit(exemption, Map.of("member", member.number, "first", "2026-01-01", "last", "2026-06-30",
                "document", "支委会〔2026〕1号")).status()).isEqualTo(303);
        assertThat(as.pages(member).get("/me/appraisal").text()).contains("按 184/365 天折算");
    }

    @Test
    void theMeetingsDecisionStandsBesideTheSuggestionAndIsNeverOverwritten() {
        decide(0, "EXCELLENT", "表现突出");
        assertThat(as.pages(member).get("/me/appraisal").text()).contains("优秀", "表现突出");

        assertThat(decide(0, "QUALIFIED", "另一个窗口").status()).isEqualTo(409);
        assertThat(decide(1, "QUALIFIED", "更正").status()).isEqualTo(303);

        String text = as.pages(member).get("/me/appraisal").text();
        assertThat(text).contains("表现突出", "更正");
    }

    @Test
    void onlyTheBranchAndThoseAboveSeeTheSheet() {
        Member stranger = given.secretary(given.branch(town.committee()));
        assertThat(as.pages(stranger).open("/appraisals?branch=" + town.branch().code).status()).isEqualTo(403);
        assertThat(as.pages(given.administrator(town.workingCommittee())).open("/appraisals?branch=" + town.branch().code)
                .status()).isEqualTo(403);
        assertThat(as.pages(member).open("/appraisals?branch=" + town.branch().code).status()).isEqualTo(403);
        assertThat(as.pages(given.officer(town.committee())).get("/appraisals?branch=" + town.branch().code).text())
                .contains(member.name);
    }

    @Test
    void probationaryMembersAreNotSuggestedAGrade() {
        Member probationary = given.person().in(town.branch()).category(MemberCategory.PROBATIONARY).saved();

        assertThat(as.pages(probationary).get("/me/appraisal").text()).contains("预备党员参加评议，不定等次");
    }

    @Test
    void aCommendedPersonIsNamedWithConsentOnlyAndGoneWithIt() {
        String title = "优秀志愿者" + Ids.text(Ids.next());
        record(title, member.number);
        assertThat(open("/commendations").text()).doesNotContain(title);
        assertThat(as.pages(member).get("/me/appraisal").text()).contains(title);

        consents.decide(member.id, Map.of(ConsentPurpose.PUBLIC_NAME, true), member.id, ConsentEvent.Channel.PAGE);
        assertThat(open("/commendations").text()).contains(title, member.name);

        consents.decide(member.id, Map.of(ConsentPurpose.PUBLIC_NAME, false), member.id, ConsentEvent.Channel.PAGE);
        assertThat(open("/commendations").text()).doesNotContain(title);
    }

    @Test
    void aCollectiveIsListedAndCanBeTakenOffByWhoRecordedIt() {
        String title = "先进基层党组织" + Ids.text(Ids.next());
        record(title, town.branch().code);
        assertThat(open("/commendations").text()).contains(title);

        Pages pages = as.pages(secretary);
        FormElement off = (FormElement) pages.get("/commendations/own").selectFirst("form[action$=/withdrawal]");
        Pages stranger = as.pages(given.secretary(given.branch(town.committee())));
        FormElement theirs = Pages.form(stranger.get("/commendations/own"), "/commendations/own");
        theirs.attr("action", off.attr("action"));
        assertThat(stranger.submit(theirs, Map.of()).status()).isEqualTo(404);
        assertThat(pages.submit(off, Map.of()).status()).isEqualTo(303);
        assertThat(open("/commendations").text()).doesNotContain(title);
    }

    @Test
    void nobodyCommendsHimself() {
        Pages pages = as.pages(secretary);
        FormElement form = Pages.form(pages.get("/commendations/own"), "/commendations/own");

        assertThat(pages.submit(form, Map.of("subject", secretary.number, "title", "优秀", "grantedBy", "县委", "documentNumber",
                "〔2026〕1号", "grantedOn", "2026-07-01")).status()).isEqualTo(403);
    }

    private Document open(String path) {
        return new Pages().get(path);
    }

    private void record(String title, String subject) {
        Pages pages = as.pages(secretary);
        FormElement form = Pages.form(pages.get("/commendations/own"), "/commendations/own");
        assertThat(pages.submit(form, Map.of("subject", subject, "title", title, "grantedBy", "县委", "documentNumber",
                "〔2026〕1号", "grantedOn", "2026-07-01")).status()).isEqualTo(303);
    }

    private Pages.Answer decide(int revision, String grade, String reason) {
        Pages pages = as.pages(secretary);
        Document sheet = pages.get("/appraisals?branch=" + town.branch().code);
        FormElement form = (FormElement) sheet.selectFirst("#m-" + Ids.text(member.id) + " form");
        return pages.submit(form, Map.of("revision", String.valueOf(revision), "grade", grade, "meetingOn", "2026-11-18",
                "reason", reason));
    }

    private void served(Member holder, LocalDate day, long minutes) {
        ledger.post(List.of(new Posting(Book.DUTY_MINUTES, EntryKind.SERVICE, town.branch().id, holder.id, null, day, minutes,
                "HOURS", 1, Posting.parameters(Map.of()), new Source("TEST", Ids.text(Ids.next()), 1), null)), holder.id);
    }
}
