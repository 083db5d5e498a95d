package org.shuangbaodao.notice;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.PageOf;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Notices over JSON: what is public, and objecting. */
@Path("/api/notices")
@Tag(name = "notices")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class NoticeResource {

    private final NoticeViews views;
    private final Objections objections;
    private final Floodgate floodgate;
    private final CurrentActor actor;

    NoticeResource(NoticeViews views, Objections objections, Floodgate floodgate, CurrentActor actor) {
        this.views = views;
        this.objections = objections;
        this.floodgate = floodgate;
        this.actor = actor;
    }

    @GET
    @Operation(summary = "Notices, running ones first; `branch` takes the code of a branch or of anything above it")
    public PageOf<Item> list(@RestQuery String branch, @RestQuery Integer page, @RestQuery Integer size) {
        PageOf<NoticeViews.Row> rows = views.list(branch == null ? "" : branch, PageOf.clampPage(page), PageOf.clampSize(size));
        return new PageOf<>(rows.items().stream().map(Item::of).toList(), rows.page(), rows.size(), rows.total());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One notice: who agreed to be named, sums where they give nobody away, the chain it rests on")
    public One one(@PathParam("id") String id) {
        return One.of(views.one(Notices.idOf(id)));
    }

    @POST
    @Path("/{id}/objections")
    @Operation(summary = "Object while the notice runs; no login needed. The receipt code is told once and reads the answer")
    public RestResponse<Receipt> file(@PathParam("id") String id, @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid Filing filing, @Context HttpServerRequest request) {
        long noticeId = Notices.idOf(id);
        floodgate.admitObjection(noticeId, request.remoteAddress().hostAddress());
        Objections.Filed filed = objections.file(key, noticeId, filing, actor.get().memberId());
        return RestResponse.ResponseBuilder.<Receipt> created(URI.create("/objections/" + filed.id()))
                .entity(new Receipt(filed.id(), filed.receipt())).build();
    }

    record Receipt(String id, String receiptCode) {
    }

    record Item(String id, String branchCode, String branch, String period, String firstDay, String lastDay, NoticeState state,
            boolean provisionalDates, int objections, int overdue) {

        static Item of(NoticeViews.Row row) {
            return new Item(row.id(), row.branchCode(), row.branch(), row.period().key(), row.firstDay(), row.lastDay(),
                    row.state(), row.provisional(), row.objections().all(), row.objections().overdue());
        }
    }

    /** @param sums left out where they would give somebody away */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record One(Item notice, List<Named> members, Sums sums, int late, String head) {

        static One of(NoticeViews.PublicView view) {
            return new One(Item.of(view.row()), view.named().stream().map(Named::of).toList(),
                    view.sums() == null ? null
                            : new Sums(new BigDecimal(view.sums().points()), new BigDecimal(view.sums().volunteered()),
                                    new BigDecimal(view.sums().duty())),
                    view.late(), view.chain() == null ? null : view.chain().head());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Named(String name, BigDecimal points) {

        static Named of(NoticeViews.Named named) {
            return new Named(named.name(), named.points() == null ? null : new BigDecimal(named.points()));
        }
    }

    /** Hours to one decimal, as they are shown. */
    record Sums(BigDecimal points, BigDecimal volunteerHours, BigDecimal dutyHours) {
    }
}
