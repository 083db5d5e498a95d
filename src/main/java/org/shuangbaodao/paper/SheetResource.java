package org.shuangbaodao.paper;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.paper.PaperTyping.Applied;
import org.shuangbaodao.paper.PaperTyping.Checked;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jboss.resteasy.reactive.RestResponse;

/** Sheets over JSON; the paper itself is at {@code /sheets/{code}/sheet.pdf}. */
@Path("/api/sheets")
@RolesAllowed({ Actor.MEMBER, Actor.AUDITOR })
@Produces(MediaType.APPLICATION_JSON)
class SheetResource {

    private final PaperSheets sheets;
    private final PaperTyping typing;
    private final CurrentActor actor;

    SheetResource(PaperSheets sheets, PaperTyping typing, CurrentActor actor) {
        this.sheets = sheets;
        this.typing = typing;
        this.actor = actor;
    }

    /** Of a community, or of an activity. */
    @GET
    public PageOf<SheetAnswer> list(@QueryParam("community") String community, @QueryParam("activity") String activity,
            @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
        return sheets.of(community, activity, PageOf.clampPage(page), PageOf.clampSize(size), actor.memberId());
    }

    @POST
    public RestResponse<SheetAnswer> print(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid SheetOrder order) {
        SheetAnswer sheet = sheets.print(key, order, actor.memberId());
        return RestResponse.ResponseBuilder.<SheetAnswer> created(URI.create("/api/sheets/" + sheet.code())).entity(sheet)
                .build();
    }

    @GET
    @Path("/{code}")
    public SheetAnswer one(@PathParam("code") String code) {
        return sheets.one(code, actor.memberId());
    }

    @POST
    @Path("/{code}/receipt")
    public SheetAnswer receive(@PathParam("code") String code, @NotNull @Valid Received received) {
        return sheets.receive(code, received.receivedOn, actor.memberId());
    }

    @POST
    @Path("/{code}/voiding")
    public SheetAnswer discard(@PathParam("code") String code, @NotNull @Valid Voiding voiding) {
        return sheets.discard(code, voiding.reason, actor.memberId());
    }

    /** What would become of the rows; keeps nothing. */
    @POST
    @Path("/{code}/check")
    public List<CheckedRow> check(@PathParam("code") String code, @NotNull @Valid Rows rows) {
        return typing.check(code, rows.rows, rows.lateReason, actor.memberId()).stream().map(CheckedRow::of).toList();
    }

    /** All rows or none. */
    @POST
    @Path("/{code}/entries")
    public Applied apply(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code,
            @NotNull @Valid Rows rows) {
        return typing.apply(key, code, rows.rows, rows.lateReason, actor.memberId());
    }

    /** @param receivedOn the day the office got it */
    record Received(@NotNull LocalDate receivedOn) {
    }

    record Voiding(@NotBlank @Size(max = 300) String reason) {
    }

    /** @param lateReason needed where the sheet came more than ten working days after the service */
    record Rows(@NotNull @Size(max = SheetRow.MOST) List<@NotNull @Valid SheetRow> rows, @Size(max = 500) String lateReason) {
    }

    /** @param problem code of what stands against it, null where nothing does */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CheckedRow(int row, LocalDateTime startedAt, LocalDateTime endedAt, String problem) {

        static CheckedRow of(Checked checked) {
            return new CheckedRow(checked.row().row(), checked.from(), checked.to(),
                    checked.isSound() ? null : checked.problem().type().code());
        }
    }
}
