package org.shuangbaodao.attendance;

import java.time.LocalDateTime;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.shuangbaodao.activity.Activities;
import org.shuangbaodao.attendance.SigningDesk.Signed;
import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.CurrentActor;

/** Signing in and out over JSON. */
@Path("/api/activities")
@Produces(MediaType.APPLICATION_JSON)
class SigningResource {

    private final SigningDesk desk;
    private final Activities activities;
    private final CurrentActor actor;

    SigningResource(SigningDesk desk, Activities activities, CurrentActor actor) {
        this.desk = desk;
        this.activities = activities;
        this.actor = actor;
    }

    @POST
    @Path("/{id}/signings")
    @RolesAllowed(Actor.MEMBER)
    public Signed sign(@PathParam("id") String id, @NotNull @Valid Token token) {
        return desk.sign(activities.byText(id), token.direction, token.code, token.at, null, actor.memberId());
    }

    /** @param at local time of Asia/Shanghai, for a code noted without network; within 24 hours */
    record Token(@NotNull Direction direction, @NotNull @Size(max = 20) String code, LocalDateTime at) {
    }
}
