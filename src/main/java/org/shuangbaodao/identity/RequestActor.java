package org.shuangbaodao.identity;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.CurrentActor;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;

/** The person behind the request, as {@link ActorAugmentor} found him. */
@ApplicationScoped
class RequestActor implements CurrentActor {

    private final CurrentIdentityAssociation identity;

    RequestActor(CurrentIdentityAssociation identity) {
        this.identity = identity;
    }

    @Override
    public Actor get() {
        if (!Arc.container().requestContext().isActive()) {
            return Actor.VISITOR;
        }
        Actor actor = identity.getIdentity().getAttribute(ActorAugmentor.ACTOR);
        return actor == null ? Actor.VISITOR : actor;
    }
}
