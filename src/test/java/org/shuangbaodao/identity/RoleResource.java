package org.shuangbaodao.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.CurrentActor;

/** An endpoint for tests that asks for a role nothing else in this package asks for. */
@Path("/api/test/administrator")
class RoleResource {

    private final CurrentActor actor;

    RoleResource(CurrentActor actor) {
        this.actor = actor;
    }

    @GET
    @RolesAllowed(Actor.ADMINISTRATOR)
    public String number() {
        return String.valueOf(actor.memberId());
    }
}
