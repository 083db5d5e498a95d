package org.shuangbaodao.identity;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.database.DatabaseWatch;
import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.CurrentActor;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

/** The person behind the request, as {@link ActorAugmentor} found him. */
@ApplicationScoped
class RequestActor implements CurrentActor {

    private static final SecurityIdentity ANYBODY = QuarkusSecurityIdentity.builder().setAnonymous(true).build();

    private final CurrentIdentityAssociation identity;
    private final DatabaseWatch watch;

    RequestActor(CurrentIdentityAssociation identity, DatabaseWatch watch) {
        this.identity = identity;
        this.watch = watch;
    }

    @Override
    public Actor get() {
        if (!Arc.container().requestContext().isActive()) {
            return Actor.VISITOR;
        }
        Actor actor = identity().getAttribute(ActorAugmentor.ACTOR);
        return actor == null ? Actor.VISITOR : actor;
    }

    // While the database is away nobody can be told apart: what is public stays open, to everybody as to a visitor. What is
    // not public asked for the identity before, and was refused.
    private SecurityIdentity identity() {
        try {
            return identity.getIdentity();
        } catch (RuntimeException unknown) {
            if (watch.isAway()) {
                return ANYBODY;
            }
            throw unknown;
        }
    }
}
