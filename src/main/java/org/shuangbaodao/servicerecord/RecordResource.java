package org.shuangbaodao.servicerecord;

import java.net.URI;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.PageOf;

import io.quarkus.security.Authenticated;
import org.jboss.resteasy.reactive.RestResponse;

/** Service records over JSON: report, look, correct. Decisions are {@link DecisionResource}. */
@Path("/api/records")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
class RecordResource {

    private final ServiceRecords records;
    private final CurrentActor actor;

    RecordResource(ServiceRecords records, CurrentActor actor) {
        this.records = records;
        this.actor = actor;
    }

    @POST
    public RestResponse<RecordAnswer> report(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid Report report) {
        RecordAnswer taken = records.report(key, report, actor.memberId());
        return RestResponse.ResponseBuilder.<RecordAnswer> created(URI.create("/api/records/" + taken.id())).entity(taken)
                .build();
    }

    @GET
    public PageOf<RecordAnswer> mine(@QueryParam("page") Integer page, @QueryParam("size") Integer size) {
        PageOf<ServiceRecord> found = records.of(actor.memberId(), PageOf.clampPage(page), PageOf.clampSize(size));
        return new PageOf<>(records.answers(found.items()), found.page(), found.size(), found.total());
    }

    @GET
    @Path("/{id}")
    public RecordAnswer one(@PathParam("id") String id) {
        return records.answer(records.visible(ServiceRecords.idOf(id), actor.memberId()));
    }

    @PUT
    @Path("/{id}")
    public RecordAnswer correct(@PathParam("id") String id, @QueryParam("version") Integer version,
            @NotNull @Valid Report report) {
        return records.answer(records.correct(ServiceRecords.idOf(id), version, report, actor.memberId()));
    }
}
