package org.shuangbaodao.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.shuangbaodao.member.Appointments;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;

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

        Response answer = logIn(Given.loginOf(member), Given.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getInt("expiresIn")).isEqualTo(600);
        assertThat(answer.getHeader("Set-Cookie")).contains("HttpOnly", "SameSite=Strict", "Path=/api/session");
        assertThat(whoAmI(answer.jsonPath().getString("accessToken")).statusCode()).isEqualTo(200);
    }

    static Response logIn(String login, String password) {
        return RestAssured.given().contentType("application/json")
                .body("{\"login\":\"%s\",\"password\":\"%s\"}".formatted(login, password)).post("/api/session");
    }

    static Response whoAmI(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token).get("/api/me");
    }
}
