package org.shuangbaodao.identity;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.Ids;

import io.smallrye.jwt.build.Jwt;

/**
 * Signs the tokens of sessions (ES256). They carry who and which session, never a role. Issue and expiry follow the machine's
 * clock, as the library that verifies them does.
 */
@ApplicationScoped
class Tokens {

    static final String SESSION = "sid";
    static final String TYPE = "typ";
    static final Duration ACCESS_LASTS = Duration.ofMinutes(10);

    String issue(LoginSession session) {
        Duration lasts = session.channel == Channel.API ? ACCESS_LASTS : Sessions.LONGEST;
        return Jwt.subject(Ids.text(session.memberId))
                .claim(SESSION, Ids.text(session.id))
                .claim(TYPE, session.channel.tokenType())
                .expiresIn(lasts)
                .sign();
    }
}
