package org.shuangbaodao.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.ConsentPurpose;
import org.shuangbaodao.member.Consents;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.Cookie;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class LoginPagesTest {

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    Accounts accounts;
    @Inject
    Consents consents;
    @Inject
    Passwords passwords;
    @Inject
    TestClock clock;
    @ConfigProperty(name = "app.first-administrators-file")
    Path firstAdministrators;

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void loggingInLeadsBackWhereOneWasAndOutAgain() {
        Member member = given.member(given.town().branch());
        Pages pages = new Pages();
        Pages.Answer asked = pages.open("/me/consents");
        assertThat(asked.location()).isEqualTo("/login?back=%2Fme%2Fconsents");

        Pages.Answer answer = logIn(pages, asked.location(), member, Given.PASSWORD);
        Document page = pages.follow(answer);
        Cookie cookie = answer.response().getDetailedCookie("session");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(page.text()).contains("我的同意", member.name);

        pages.submit(Pages.form(page, "/logout"), Map.of());
        assertThat(pages.open("/me/consents").status()).isEqualTo(303);
    }

    @Test
    void aWrongPasswordKeepsTheNameAndSaysNothingAboutIt() {
        Member member = given.member(given.town().branch());

        Pages.Answer answer = logIn(new Pages(), "/login", member, "not the password");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.page().selectFirst("[name=login]").val()).isEqualTo(Given.loginOf(member));
        assertThat(answer.page().text()).contains("登录名或密码不对").doesNotContain(member.name);
        assertThat(answer.response().getCookies()).doesNotContainKey("session");
    }

    @ParameterizedTest
    @CsvSource({ "//evil.example/x", "https://evil.example", "/\\evil.example", "javascript:alert(1)" })
    void backLeadsNowhereElse(String back) {
        Member member = given.member(given.town().branch());

        Pages.Answer answer = logIn(new Pages(), "/login?back=" + java.net.URLEncoder.encode(back,
                java.nio.charset.StandardCharsets.UTF_8), member, Given.PASSWORD);

        assertThat(answer.location()).isEqualTo("/");
    }

    @Test
    void aLoginWithoutTheFormOfThePageIsRefused() {
        int status = RestAssured.given().redirects().follow(false).formParam("login", "x").formParam("password", "y")
                .post("/login").statusCode();

        assertThat(status).isEqualTo(400);
    }

    @Test
    void aSessionEndsAfterTwoIdleHoursButNotBefore() {
        clock.set("2027-03-01T08:00");
        Pages pages = as.pages(given.member(given.town().branch()));
        clock.advance(Duration.ofMinutes(90));
        assertThat(pages.open("/me/consents").status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(90));
        assertThat(pages.open("/me/consents").status()).isEqualTo(200);

        clock.advance(Duration.ofMinutes(121));

        assertThat(pages.open("/me/consents").status()).isEqualTo(303);
        assertThat(pages.open("/login").status()).isEqualTo(200);
    }

    @Test
    void aSessionEndsAfterTwelveHoursHoweverBusy() {
        clock.set("2027-03-01T08:00");
        Pages pages = as.pages(given.member(given.town().branch()));
        for (int hour = 1; hour < 12; hour++) {
            clock.advance(Duration.ofHours(1));
            assertThat(pages.open("/me/consents").status()).as("after %d hours", hour).isEqualTo(200);
        }

        clock.advance(Duration.ofHours(1));

        assertThat(pages.open("/me/consents").status()).isEqualTo(303);
    }

    @Test
    void administratorsShutAccountsAndNobodyElseDoes() {
        Given.Town town = given.town();
        Member administrator = given.administrator(town.area());
        Member member = given.member(town.branch());
        Pages pages = as.pages(member);

        assertThatThrownBy(() -> accounts.disable(member.id, given.officer(town.committee()).id))
                .isInstanceOfSatisfying(Problem.class, it -> assertThat(it.type()).isEqualTo(CommonProblem.FORBIDDEN));
        Pages desk = as.pages(administrator);
        Document page = desk.get("/accounts?member=" + member.number);
        desk.submit((FormElement) page.selectFirst("form[method=post][action=/accounts]"), Map.of());

        assertThat(pages.open("/me/consents").status()).isEqualTo(303);
        assertThat(desk.get("/accounts?member=" + member.number).text()).contains("已停用").doesNotContain(member.name);
        assertThat(as.pages(member).open("/accounts").status()).isNotEqualTo(200);
    }

    @Test
    void aConsentIsGivenAndWithdrawnAtOnce() {
        Member member = given.member(given.town().branch());
        Pages pages = as.pages(member);

        pages.submit(Pages.form(pages.get("/me/consents/recording"), "/me/consents"), Map.of());
        assertThat(consents.given(member.id, ConsentPurpose.RECORDING)).isFalse();
        as.api(member).body("{\"PUBLIC_NAME\":true}").put("/api/me/consents").then().statusCode(200);
        assertThat(consents.given(member.id, ConsentPurpose.PUBLIC_NAME)).isTrue();

        assertThat(pages.get("/me/consents").text()).contains("历次记录");
        as.api(member).body("{\"NAME\":true}").put("/api/me/consents").then().statusCode(422);
        assertThat(consents.historyOf(member.id)).hasSize(5);
    }

    @Test
    void aCrowdAtTheDoorWaitsOrIsAskedToComeBack() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(40);
        List<Callable<Object>> tries = IntStream.range(0, 40).<Callable<Object>> mapToObj(i -> () -> {
            try {
                return passwords.matches("some password", null);
            } catch (Problem problem) {
                return problem.type();
            }
        }).toList();

        List<Future<Object>> outcomes = threads.invokeAll(tries);
        threads.shutdown();

        assertThat(outcomes).extracting(Future::get).containsOnly(false, IdentityProblem.BUSY)
                .filteredOn(outcome -> outcome == IdentityProblem.BUSY).hasSizeBetween(1, 18);
    }

    @Test
    void anEmptyInstallationLeavesTwoCodesForItsOperatorOnly() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(firstAdministrators))).isEqualTo("rw-------");
        List<String> codes = Files.readAllLines(firstAdministrators).stream().filter(line -> !line.startsWith("#")).toList();
        assertThat(codes).hasSize(2).allSatisfy(code -> {
            String hash = InvitationCode.parse(code).orElseThrow().hash();
            assertThat(Invitation.count("codeHash", hash)).isEqualTo(1);
        });
    }

    private static Pages.Answer logIn(Pages pages, String path, Member member, String password) {
        return pages.submit(Pages.form(pages.get(path), "/login"),
                Map.of("login", Given.loginOf(member), "password", password));
    }
}
