package org.shuangbaodao.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Set;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a thief or a tinkerer could hold in his hands. */
@QuarkusTest
class TokenTest {

    @Inject
    Given given;
    @Inject
    As as;

    private Member member;
    private long session;

    @BeforeEach
    void openASession() {
        member = given.member(given.town().branch());
        as.token(member);
        session = QuarkusTransaction.requiringNew()
                .call(() -> LoginSession.<LoginSession> find("memberId", member.id).firstResult().id);
    }

    @Test
    void aTokenAsWeSignItIsTaken() {
        assertThat(SessionTest.whoAmI(claims().sign()).statusCode()).isEqualTo(200);
    }

    @Test
    void anExpiredOneIsNot() {
        assertRefused(claims().expiresAt(System.currentTimeMillis() / 1000 - 60).sign());
    }

    @Test
    void oneForAnotherAudienceOrFromAnotherIssuerIsNot() {
        assertRefused(claims().audience("somebody-else").sign());
        assertRefused(claims().issuer("somebody-else").sign());
    }

    @Test
    void oneSignedWithAnotherKeyIsNot() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair foreign = generator.generateKeyPair();

        assertRefused(claims().sign(foreign.getPrivate()));
    }

    @Test
    void oneWithoutSignatureIsNot() {
        String payload = claims().sign().split("\\.")[1];

        assertRefused(encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + payload + ".");
    }

    @Test
    void onesOfAnotherSessionOrPersonAreNot() {
        Member other = given.member(given.town().branch());

        assertRefused(claims().subject(Ids.text(other.id)).sign());
        assertRefused(claims().claim(Tokens.SESSION, Ids.text(Ids.next())).sign());
        assertRefused(claims().claim(Tokens.SESSION, "not an id").sign());
    }

    @Test
    void groupsInATokenGiveNoRole() {
        String token = claims().groups(Set.of(Actor.ADMINISTRATOR, Actor.OFFICER)).sign();

        RestAssured.given().header("Authorization", "Bearer " + token).get("/api/test/administrator").then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/me", "/%61pi/me", "/x/../api/me" })
    void aPageCookieOpensNothingUnderApi(String path) {
        String cookie = as.cookie(member);

        // Addresses that are no addresses of ours are refused, not found, or lead to the login page.
        assertThat(plain().cookie("session", cookie).get(path).statusCode()).isIn(303, 400, 401, 404);
        assertThat(plain().header("Authorization", "Bearer " + cookie).get(path).statusCode()).isIn(303, 400, 401, 404);
    }

    private static RequestSpecification plain() {
        return RestAssured.given().urlEncodingEnabled(false).redirects().follow(false);
    }

    @Test
    void anAccessTokenIsNoPageCookie() {
        RestAssured.given().redirects().follow(false).accept("text/html").cookie("session", as.token(member))
                .get("/me/consents").then().statusCode(303);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "x", "a.b.c", "....", "\uFFFD" })
    void rubbishIsRefusedPolitely(String token) {
        assertRefused(encoded(token));
        assertRefused(token.replaceAll("[^ -~]", "?"));
    }

    private JwtClaimsBuilder claims() {
        return Jwt.subject(Ids.text(member.id)).claim(Tokens.SESSION, Ids.text(session))
                .claim(Tokens.TYPE, Channel.API.tokenType()).expiresIn(60);
    }

    private static void assertRefused(String token) {
        var answer = SessionTest.whoAmI(token);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.getHeader("WWW-Authenticate")).isEqualTo("Bearer");
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
