package org.shuangbaodao.activity;

import java.net.URI;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.shuangbaodao.activity.ActivityDesk.Published;
import org.shuangbaodao.activity.ActivityDesk.Scope;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;

import io.quarkus.security.Authenticated;
import org.jboss.resteasy.reactive.RestResponse;

/** Publishing, changing and cancelling activities over JSON. */
@Path("/api/activities")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
class DeskResource {

    private final ActivityDesk desk;
    private final CurrentActor actor;

    DeskResource(ActivityDesk desk, CurrentActor actor) {
        this.desk = desk;
        this.actor = actor;
    }

    @POST
    public RestResponse<Published> publish(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid ActivityPlan plan) {
        Published published = desk.publish(key, plan, actor.memberId());
        return RestResponse.ResponseBuilder.<Published> created(URI.create("/api/activities/" + published.ids().get(0)))
                .entity(published).build();
    }

    @PUT
    @Path("/{id}")
    public void change(@PathParam("id") String id, @QueryParam("version") Integer version, @QueryParam("scope") Scope scope,
            @NotNull @Valid ActivityPlan plan) {
        desk.change(idOf(id), version, scope == null ? Scope.THIS : scope, plan, actor.memberId());
    }

    @POST
    @Path("/{id}/cancellation")
    public void cancel(@PathParam("id") String id, @NotNull @Valid Cancellation cancellation) {
        desk.cancel(idOf(id), cancellation.version, cancellation.scope == null ? Scope.THIS : cancellation.scope,
                cancellation.reason, actor.memberId());
    }

    private static long idOf(String id) {
        return Ids.parse(id).orElseThrow(() -> new Problem(ActivityProblem.UNKNOWN));
    }

    /** @param scope left out: this day only */
    record Cancellation(@NotNull String reason, Scope scope, Integer version) {
    }
}
