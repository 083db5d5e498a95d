package org.shuangbaodao.support;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.identity.Channel;
import org.shuangbaodao.identity.Sessions;
import org.shuangbaodao.identity.TestAccounts;
import org.shuangbaodao.member.Member;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;

/**
 * Requests in somebody's name. The session is a real one, only the password is left out; it is new with each call, so that a
 * moved clock does not end it.
 */
@ApplicationScoped
public class As {

    private final Sessions sessions;
    private final TestAccounts accounts;

    As(Sessions sessions, TestAccounts accounts) {
        this.sessions = sessions;
        this.accounts = accounts;
    }

    /** A JSON request to the API: {@code as.api(member).body(…).post("/api/records")}. */
    public RequestSpecification api(Member member) {
        return RestAssured.given().header("Authorization", "Bearer " + token(member)).contentType("application/json")
                .accept("application/json");
    }

    /** An access token for {@code Authorization: Bearer}. */
    public String token(Member member) {
        return open(member, Channel.API);
    }

    /** The value of the cookie {@code session} that pages read. */
    public String cookie(Member member) {
        return open(member, Channel.PAGE);
    }

    /** A browser in which this person is logged in. */
    public Pages pages(Member member) {
        return new Pages().session(cookie(member));
    }

    private String open(Member member, Channel channel) {
        if (!accounts.has(member.id)) {
            accounts.open(member.id, Given.loginOf(member), Given.PASSWORD);
        }
        return sessions.open(member.id, channel).token();
    }
}
