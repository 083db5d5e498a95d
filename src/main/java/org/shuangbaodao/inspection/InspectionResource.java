package org.shuangbaodao.inspection;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.shuangbaodao.inspection.DrawnRecord.How;
import org.shuangbaodao.inspection.DrawnRecord.Result;
import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.organization.Organizations;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import org.jboss.resteasy.reactive.RestResponse;

/** Spot checks over JSON: what is public, and an inspector's work. */
@Path("/api/inspections")
@Produces(MediaType.APPLICATION_JSON)
class InspectionResource {

    private final SpotChecks checks;
    private final Inquiries inquiries;
    private final RecordLines lines;
    private final Organizations organizations;
    private final CurrentActor actor;

    InspectionResource(SpotChecks checks, Inquiries inquiries, RecordLines lines, Organizations organizations,
            CurrentActor actor) {
        this.checks = checks;
        this.inquiries = inquiries;
        this.lines = lines;
        this.organizations = organizations;
        this.actor = actor;
    }

    @GET
    @PermitAll
    public PageOf<PublicView> list(@QueryParam("page") Integer page, @QueryParam("size") Integer size) {
        PageOf<SpotChecks.Published> found = checks.published(PageOf.clampPage(page), PageOf.clampSize(size));
        return new PageOf<>(found.items().stream().map(PublicView::of).toList(), found.page(), found.size(), found.total());
    }

    @GET
    @Path("/{id}")
    @PermitAll
    public PublicView one(@PathParam("id") String id) {
        return PublicView.of(checks.published(SpotChecks.idOf(id)));
    }

    /** Fixes the list of a quarter; it is drawn when the seed comes to be known, once for organization and quarter. */
    @POST
    @RolesAllowed({ Actor.AUDITOR, Actor.OFFICER })
    public RestResponse<PublicView> order(@NotNull @Valid Order order) {
        Period quarter = Period.parse(order.quarter).filter(Period::isQuarter)
                .orElseThrow(() -> new Problem(CommonProblem.INVALID).with("errors",
                        List.of(new FieldProblem("quarter", "malformed"))));
        long id = checks.order(organizations.byCode(order.organizationCode.strip()), quarter,
                SampleSize.of(order.percent, order.least, order.most), actor.memberId());
        return RestResponse.ResponseBuilder.<PublicView> created(URI.create("/api/inspections/" + Ids.text(id)))
                .entity(PublicView.of(checks.published(id))).build();
    }

    /** The ids that were drawn from, one a line and in order: their SHA-256 is published as {@code listDigest}. */
    @GET
    @Path("/{id}/list")
    @RolesAllowed({ Actor.AUDITOR, Actor.OFFICER })
    @Produces(MediaType.TEXT_PLAIN)
    public String list(@PathParam("id") String id) {
        return String.join("\n", checks.list(SpotChecks.idOf(id), actor.memberId())) + "\n";
    }

    /** The drawn records, but for those the reader has a part in. */
    @GET
    @Path("/{id}/records")
    @RolesAllowed({ Actor.AUDITOR, Actor.OFFICER })
    public Work records(@PathParam("id") String id) {
        Inquiries.Work work = inquiries.work(SpotChecks.idOf(id), actor.memberId());
        Map<Long, RecordLines.Line> known = lines.of(work.questions().stream().map(Inquiries.Question::record).toList());
        return new Work(work.forOthers(), work.questions().stream().map(each -> view(each, known)).toList());
    }

    /** What whoever was served said. Once: the second answer is a 409. */
    @POST
    @Path("/questions/{id}/answer")
    @RolesAllowed({ Actor.AUDITOR, Actor.OFFICER })
    public Question answer(@PathParam("id") String id, @NotNull Answer answer) {
        inquiries.answer(SpotChecks.idOf(id),
                new Inquiry(answer.result, answer.whom, answer.how, answer.askedOn, answer.note), actor.memberId());
        return question(id);
    }

    /** Asks the member through his inbox. */
    @POST
    @Path("/questions/{id}/member")
    @RolesAllowed({ Actor.AUDITOR, Actor.OFFICER })
    public Question askMember(@PathParam("id") String id) {
        inquiries.askMember(SpotChecks.idOf(id), actor.memberId());
        return question(id);
    }

    /** The member says that he took part. That he did not, he says by repudiating the record. */
    @POST
    @Path("/asked/{id}")
    @Authenticated
    public void affirm(@PathParam("id") String id) {
        inquiries.affirm(SpotChecks.idOf(id), actor.memberId());
    }

    private Question question(String id) {
        Inquiries.Question question = inquiries.question(SpotChecks.idOf(id), actor.memberId());
        return view(question, lines.of(List.of(question.record())));
    }

    private static Question view(Inquiries.Question question, Map<Long, RecordLines.Line> lines) {
        DrawnRecord drawn = question.drawn();
        return new Question(Ids.text(drawn.id), drawn.place, lines.get(drawn.recordId), drawn.askedAt, drawn.affirmedAt,
                drawn.result, drawn.whom, drawn.how, drawn.askedOn, drawn.note);
    }

    /** {@code percent}, {@code least} and {@code most} may be left out, or raised. */
    record Order(@NotBlank String organizationCode, @NotBlank String quarter, Integer percent, Integer least, Integer most) {
    }

    record Answer(Result result, String whom, How how, LocalDate askedOn, String note) {
    }

    /** @param forOthers how many were drawn that the reader has a part in */
    record Work(int forOthers, List<Question> questions) {
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Question(String id, int place, RecordLines.Line record, Instant memberAskedAt, Instant memberAffirmedAt,
            Result result, String whom, How how, LocalDate askedOn, String note) {
    }
}
