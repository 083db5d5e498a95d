package org.shuangbaodao.award;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.servicerecord.RecordDecisions.Item;
import org.shuangbaodao.servicerecord.RecordProblem;

import org.jboss.resteasy.reactive.RestResponse;

/** Reversals that take two, over JSON; smaller ones are a decision on the record itself. */
@Path("/api/reversals")
@RolesAllowed({ Actor.DECIDER, Actor.OFFICER })
@Produces(MediaType.APPLICATION_JSON)
class ReversalResource {

    private final Reversals reversals;
    private final CurrentActor actor;

    ReversalResource(Reversals reversals, CurrentActor actor) {
        this.reversals = reversals;
        this.actor = actor;
    }

    @POST
    public RestResponse<Answer> propose(@NotNull @Valid Proposal proposal) {
        List<Item> items = proposal.records.stream().map(row -> new Item(
                Ids.parse(row.id).orElseThrow(() -> new Problem(RecordProblem.UNKNOWN)), row.version)).toList();
        String id = Ids.text(reversals.propose(items, proposal.reason, actor.memberId()));
        return RestResponse.ResponseBuilder.<Answer> created(URI.create("/api/reversals/" + id))
                .entity(new Answer(id, ReversalProposal.State.PROPOSED)).build();
    }

    @POST
    @Path("{id}/confirmation")
    public Answer confirm(@PathParam("id") String id) {
        reversals.confirm(idOf(id), actor.memberId());
        return new Answer(id, ReversalProposal.State.CONFIRMED);
    }

    @POST
    @Path("{id}/refusal")
    public Answer refuse(@PathParam("id") String id) {
        reversals.refuse(idOf(id), actor.memberId());
        return new Answer(id, ReversalProposal.State.REFUSED);
    }

    private static long idOf(String id) {
        return Ids.parse(id).orElseThrow(() -> new Problem(ReversalProblem.UNKNOWN));
    }

    record Proposal(@NotEmpty @Size(max = 200) List<@NotNull @Valid Row> records, @NotBlank @Size(max = 500) String reason) {
    }

    record Row(@NotNull String id, Integer version) {
    }

    record Answer(String id, ReversalProposal.State state) {
    }
}
