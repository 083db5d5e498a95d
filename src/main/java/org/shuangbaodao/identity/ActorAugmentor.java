package org.shuangbaodao.identity;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.Ids;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Turns a verified token into the person it stands for now: session alive, account open, offices as they are at this moment.
 * Groups a token may carry are left behind.
 */
@ApplicationScoped
class ActorAugmentor implements SecurityIdentityAugmentor {

    static final String ACTOR = Actor.class.getName();

    private final Sessions sessions;

    ActorAugmentor(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return augment(identity, context, Map.of());
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context,
            Map<String, Object> attributes) {
        if (identity.isAnonymous()) {
            return Uni.createFrom().item(identity);
        }
        RoutingContext request = HttpSecurityUtils.getRoutingContextAttribute(attributes);
        Channel channel = Channel.of(request.normalizedPath());
        return context.runBlocking(() -> known(identity, channel));
    }

    private SecurityIdentity known(SecurityIdentity identity, Channel channel) {
        Actor actor = actor((JsonWebToken) identity.getPrincipal(), channel);
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .addAttribute(ACTOR, actor)
                .addRoles(actor.roles())
                .build();
    }

    private Actor actor(JsonWebToken token, Channel channel) {
        if (!channel.tokenType().equals(token.getClaim(Tokens.TYPE))) {
            throw new AuthenticationFailedException("A token of another kind");
        }
        return Ids.parse(token.getClaim(Tokens.SESSION))
                .flatMap(session -> Ids.parse(token.getSubject()).flatMap(member -> sessions.actor(session, member, channel)))
                .orElseThrow(() -> new AuthenticationFailedException("The session is over"));
    }
}
