package org.shuangbaodao.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.ConsentPurpose;
import org.shuangbaodao.member.Consents;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Given.Town;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.TestClock;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ActivationTest {

    private static final String PASSWORD = "四月里的三只燕子";

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    Invitations invitations;
    @Inject
    Consents consents;
    @Inject
    TestClock clock;

    private Town town;
    private Member secretary;
    private Member newcomer;

    @BeforeEach
    void somebodyNewOnTheRoster() {
        town = given.town();
        secretary = given.secretary(town.branch());
        newcomer = given.person().in(town.branch()).notActivated().saved();
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void aSlipLeadsToAnAccountAndToSeparateConsents() {
        Pages office = as.pages(secretary);
        Document slips = office.submit(Pages.form(office.get("/members/slips?branch=" + town.branch().code), "/members/slips"),
                Map.of("member", newcomer.number)).page();
        String code = slips.selectFirst(".slip-code").text();
        assertThat(slips.selectFirst(".slip").text()).contains(newcomer.name, town.branch().name, "/activate");
        assertThat(slips.select(".slip svg path").attr("d")).hasSizeGreaterThan(1000);

        Pages visitor = new Pages();
        Document page = visitor.submit(Pages.form(visitor.get("/activate"), "/activate"), Map.of("code", code.toLowerCase()))
                .page();
        assertThat(page.selectFirst("h1").text()).contains(newcomer.name);
        assertThat(page.select("input[type=checkbox][checked]")).isEmpty();
        Pages.Answer done = visitor.submit(Pages.form(page, "/activate/account"), account("", "exchange", "yes"));

        assertThat(done.location()).isEqualTo("/");
        assertThat(visitor.get("/me/consents").text()).contains("您已登录");
        assertThat(consents.given(newcomer.id, ConsentPurpose.RECORDING)).isTrue();
        assertThat(consents.given(newcomer.id, ConsentPurpose.EXCHANGE)).isTrue();
        assertThat(consents.given(newcomer.id, ConsentPurpose.PUBLIC_NAME)).isFalse();
        assertThat(SessionTest.logIn("n-" + newcomer.number, PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsWrongStandsBesideItsField() {
        Pages visitor = new Pages();
        Document page = visitor.get("/activate?code=" + code(newcomer));

        Pages.Answer refused = visitor.submit(Pages.form(page, "/activate/account"),
                Map.of("login", "?", "password", "12345678", "repeated", "87654321"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("[aria-invalid=true]").eachAttr("name"))
                .containsExactly("login", "password", "repeated", "recording");
        assertThat(refused.page().select("input[type=password]").eachAttr("value")).isEmpty();
    }

    @Test
    void aLoginNameThatIsTakenIsSaidSo() {
        Pages visitor = new Pages();
        Map<String, Object> fields = account("", "recording", "yes");
        fields.put("login", Given.loginOf(secretary).toUpperCase());

        Pages.Answer refused = visitor.submit(
                Pages.form(visitor.get("/activate?code=" + code(newcomer)), "/activate/account"), fields);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("[aria-invalid=true]").eachAttr("name")).containsExactly("login");
    }

    @Test
    void aCodeWorksOnce() {
        String code = code(newcomer);
        assertThat(activate(code, "").status()).isEqualTo(303);

        assertThat(activate(code, "2").page().text()).contains("激活码无效");
    }

    @Test
    void aCodeUsedByManyAtOnceWorksForExactlyOne() throws Exception {
        InvitationCode code = InvitationCode.parse(code(newcomer)).orElseThrow();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Boolean>> tries = IntStream.range(0, 8).<Callable<Boolean>> mapToObj(i -> () -> {
            try {
                invitations.redeem(new Invitations.Acceptance(code, "p%d-%s".formatted(i, newcomer.number), "hash",
                        Map.of(ConsentPurpose.RECORDING, true)));
                return true;
            } catch (Problem problem) {
                assertThat(problem.type()).isEqualTo(IdentityProblem.INVITATION_NOT_VALID);
                return false;
            }
        }).toList();

        List<Boolean> outcomes = threads.invokeAll(tries).stream().map(ActivationTest::get).toList();
        threads.shutdown();

        assertThat(outcomes).containsOnlyOnce(true);
    }

    @Test
    void expiredRevokedAndReplacedCodesAreWorthNothing() {
        String replaced = code(newcomer);
        String expired = code(newcomer);
        assertThat(activate(replaced, "").page().text()).contains("激活码无效");

        clock.set(LocalDate.now().plusDays(31) + "T09:00");
        assertThat(activate(expired, "").page().text()).contains("激活码无效");
        String revoked = code(newcomer);
        invitations.revoke(newcomer.id, secretary.id);
        assertThat(activate(revoked, "").page().text()).contains("激活码无效");
    }

    @Test
    void aMistypedCodeIsToldApartFromAnInvalidOne() {
        String code = code(newcomer);
        String mistyped = (code.startsWith("0") ? "2" : "0") + code.substring(1);

        assertThat(new Pages().open("/activate?code=" + mistyped).page().text()).contains("激活码有误");
        assertThat(new Pages().open("/activate?code=" + InvitationCode.random().grouped()).page().text()).contains("激活码无效");
    }

    @Test
    void aNewCodeIsTheWayToANewPasswordAndEndsEarlierSessions() {
        activate(code(newcomer), "");
        String token = as.token(newcomer);

        activate(code(newcomer), "");

        assertThat(SessionTest.whoAmI(token).statusCode()).isEqualTo(401);
    }

    @Test
    void peopleUnderEighteenGetNoCode() {
        Member young = given.person().in(town.branch()).born(LocalDate.now().minusYears(18).plusDays(2)).notActivated().saved();

        assertThatThrownBy(() -> code(young)).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.type()).isEqualTo(IdentityProblem.TOO_YOUNG));
    }

    @Test
    void nobodyHandsACodeToHimselfOrToThoseAboveHim() {
        Member officer = given.person().in(town.branch()).holding(Office.COMMITTEE_OFFICER, town.committee()).saved();
        Member stranger = given.secretary(given.town().branch());
        Member administrator = given.administrator(town.area());

        assertNoCode(secretary, secretary);
        assertNoCode(officer, secretary);
        assertNoCode(newcomer, stranger);
        assertNoCode(newcomer, administrator);
        assertNoCode(secretary, administrator);
    }

    private void assertNoCode(Member member, Member actor) {
        assertThatThrownBy(() -> invitations.issue(member.id, actor.id)).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.type()).isEqualTo(CommonProblem.FORBIDDEN));
    }

    @Test
    void onlyHashesAreKept() {
        String code = code(newcomer);

        Invitation kept = QuarkusTransaction.requiringNew().call(() -> Invitation.openOf(newcomer.id).orElseThrow());

        assertThat(kept.codeHash).hasSize(64).isEqualTo(InvitationCode.parse(code).orElseThrow().hash());
        assertThat(Ids.text(kept.id)).isNotEqualTo(code);
    }

    private String code(Member member) {
        return invitations.issue(member.id, secretary.id).code();
    }

    private Pages.Answer activate(String code, String suffix) {
        Pages visitor = new Pages();
        Pages.Answer start = visitor.open("/activate?code=" + code);
        if (start.status() != 200) {
            return start;
        }
        return visitor.submit(Pages.form(start.page(), "/activate/account"), account(suffix, "recording", "yes"));
    }

    private Map<String, Object> account(String suffix, String field, String value) {
        Map<String, Object> fields = new HashMap<>(Map.of("login", "n-" + newcomer.number + suffix, "password", PASSWORD,
                "repeated", PASSWORD, "recording", "yes"));
        fields.put(field, value);
        return fields;
    }

    private static <T> T get(java.util.concurrent.Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
