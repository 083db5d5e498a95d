package org.shuangbaodao.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import jakarta.inject.Inject;

import org.shuangbaodao.member.Appointment;
import org.shuangbaodao.member.Appointments;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Given.Town;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionTest {

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    Appointments appointments;

    @Test
    void theRightPasswordOpensASession() {
        Member member = given.member(given.town().branch());

        Response answer = logIn(Given.loginOf(member).toUpperCase(), Given.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getInt("expiresIn")).isEqualTo(600);
        assertThat(answer.getHeader("Set-Cookie")).contains("HttpOnly", "SameSite=Strict", "Path=/api/session");
        Response me = whoAmI(answer.jsonPath().getString("accessToken"));
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(me.jsonPath().getString("memberNumber")).isEqualTo(member.number);
        assertThat(me.jsonPath().getBoolean("consents.RECORDING.given")).isTrue();
    }

    @Test
    void unknownLoginAndWrongPasswordLookTheSame() {
        Member member = given.member(given.town().branch());

        Response wrong = logIn(Given.loginOf(member), "not the password");
        Response unknown = logIn("nobody-" + member.number, "not the password");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.jsonPath().getString("type")).isEqualTo("urn:shuangbaodao:problem:identity/bad-credentials");
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.body().asString()).isEqualTo(wrong.body().asString());
    }

    @Test
    void aMissingFieldIsNamed() {
        Response answer = RestAssured.given().contentType("application/json").body(Map.of("login", "somebody"))
                .post("/api/session");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("errors.field")).containsExactly("password");
    }

    @Test
    void logoutActsAtOnceOnATokenThatHasNotExpired() {
        String token = as.token(given.member(given.town().branch()));
        assertThat(whoAmI(token).statusCode()).isEqualTo(200);

        RestAssured.given().header("Authorization", "Bearer " + token).delete("/api/session").then().statusCode(204);

        assertThat(whoAmI(token).statusCode()).isEqualTo(401);
    }

    @Test
    void aDisabledAccountIsOutAtOnce() {
        Member member = given.member(given.town().branch());
        String token = as.token(member);

        QuarkusTransaction.requiringNew()
                .run(() -> Account.update("state = ?1 where memberId = ?2", Account.State.DISABLED, member.id));

        assertThat(whoAmI(token).statusCode()).isEqualTo(401);
        assertThat(logIn(Given.loginOf(member), Given.PASSWORD).jsonPath().getString("type"))
                .endsWith("identity/bad-credentials");
    }

    @Test
    void anEndedAppointmentTakesItsRightsAtTheNextRequest() {
        Town town = given.town();
        Member officer = given.officer(town.committee());
        Member worker = given.holder(Office.GRID_WORKER, town.grid());
        Appointment appointment = given.appointed(worker, Office.LIAISON, town.branch());
        String token = as.token(worker);
        assertThat(whoAmI(token).jsonPath().getList("offices.office")).contains("LIAISON");

        appointments.end(appointment.id, officer.id);

        assertThat(whoAmI(token).jsonPath().getList("offices.office")).containsExactly("GRID_WORKER");
    }

    @Test
    void aRefreshTokenIsGoodOnceAndItsReuseEndsTheSession() {
        Member member = given.member(given.town().branch());
        Response login = logIn(Given.loginOf(member), Given.PASSWORD);
        String first = login.getCookie("refresh");

        Response renewed = refresh(first);
        assertThat(renewed.statusCode()).isEqualTo(200);
        assertThat(renewed.getCookie("refresh")).isNotEqualTo(first);
        String token = renewed.jsonPath().getString("accessToken");
        assertThat(whoAmI(token).statusCode()).isEqualTo(200);

        assertThat(refresh(first).statusCode()).isEqualTo(401);
        assertThat(whoAmI(token).statusCode()).isEqualTo(401);
        assertThat(refresh(renewed.getCookie("refresh")).statusCode()).isEqualTo(401);
    }

    @Test
    void manyWrongPasswordsLockTheNameAlikeWhetherItExistsOrNot() {
        Member member = given.member(given.town().branch());
        for (String login : new String[] { Given.loginOf(member), "nobody-" + member.number }) {
            for (int attempt = 0; attempt < 5; attempt++) {
                assertThat(logIn(login, "not the password").statusCode()).isEqualTo(401);
            }

            Response locked = logIn(login, Given.PASSWORD);

            assertThat(locked.statusCode()).isEqualTo(429);
            assertThat(locked.jsonPath().getString("type")).endsWith("identity/too-many-attempts");
            assertThat(Integer.parseInt(locked.getHeader("Retry-After"))).isBetween(1, 30);
        }
    }

    static Response logIn(String login, String password) {
        return RestAssured.given().contentType("application/json").body(Map.of("login", login, "password", password))
                .post("/api/session");
    }

    static Response whoAmI(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token).get("/api/me");
    }

    private static Response refresh(String refreshToken) {
        return RestAssured.given().contentType("application/json").cookie("refresh", refreshToken)
                .post("/api/session/refresh");
    }
}
