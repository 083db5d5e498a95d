package org.shuangbaodao.identity;

import java.util.Set;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.ws.rs.core.HttpHeaders;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;

/**
 * Finds the token where it may stand: under {@code /api} in the Authorization header only, so that a cookie the browser sends
 * along by itself opens nothing there; elsewhere in the cookie only. The framework's own mechanism takes one or the other for
 * every address, the cookie first.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class SessionMechanism implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer ";

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        if (Channel.of(context.normalizedPath()) == Channel.API) {
            String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
            boolean bearer = header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
            return bearer ? identify(header.substring(BEARER.length()).strip(), context, identities)
                    : Uni.createFrom().nullItem();
        }
        Cookie cookie = context.request().getCookie(Cookies.PAGE);
        if (cookie == null || cookie.getValue().isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        // A cookie that is no longer good makes a visitor: the public pages stay open, the others lead to the login page.
        return identify(cookie.getValue(), context, identities)
                .onFailure(AuthenticationFailedException.class).recoverWithNull();
    }

    private static Uni<SecurityIdentity> identify(String token, RoutingContext context, IdentityProviderManager identities) {
        AuthenticationRequest request = new TokenAuthenticationRequest(new JsonWebTokenCredential(token));
        return identities.authenticate(HttpSecurityUtils.setRoutingContextAttribute(request, context));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(HttpResponseStatus.UNAUTHORIZED.code(), HttpHeaders.WWW_AUTHENTICATE,
                BEARER.strip()));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenAuthenticationRequest.class);
    }
}
