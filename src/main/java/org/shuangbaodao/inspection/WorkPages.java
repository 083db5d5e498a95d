package org.shuangbaodao.inspection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.inspection.DrawnRecord.How;
import org.shuangbaodao.inspection.DrawnRecord.Result;
import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** An inspector's own pages: ordering a check, the drawn records, one question after the other. */
@Path("/inspections")
@RolesAllowed({ Actor.AUDITOR, Actor.OFFICER })
@Produces(MediaType.TEXT_HTML)
class WorkPages {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int QUARTERS = 4;

    private final SpotChecks checks;
    private final Inquiries inquiries;
    private final Inspectors inspectors;
    private final RecordLines lines;
    private final Organizations organizations;
    private final CurrentActor actor;
    private final BusinessTime time;
    private final Flash flash;

    WorkPages(SpotChecks checks, Inquiries inquiries, Inspectors inspectors, RecordLines lines, Organizations organizations,
            CurrentActor actor, BusinessTime time, Flash flash) {
        this.checks = checks;
        this.inquiries = inquiries;
        this.inspectors = inspectors;
        this.lines = lines;
        this.organizations = organizations;
        this.actor = actor;
        this.time = time;
        this.flash = flash;
    }

    @GET
    @Path("/work")
    public TemplateInstance work() {
        return work(Form.blank().with("percent", SampleSize.USUAL.percent()).with("least", SampleSize.USUAL.least())
                .with("most", SampleSize.USUAL.most()).with("quarter", Quarters.before(time.today(), 1).get(0)));
    }

    @POST
    @Path("/work")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response order(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        try {
            Optional<Period> quarter = Period.parse(form.value("quarter")).filter(Period::isQuarter);
            Optional<Organization> scope = organizations.find(form.text("organization", 40));
            Integer percent = form.number("percent");
            Integer least = form.number("least");
            Integer most = form.number("most");
            if (quarter.isEmpty()) {
                form.reject("quarter", "unknown");
            }
            if (scope.isEmpty()) {
                form.reject("organization", "unknown");
            }
            if (!form.isRejected()) {
                checks.order(scope.get(), quarter.get(), SampleSize.of(percent, least, most), actor.memberId());
                flash.success("inspection:ordered");
                return Redirect.to("/inspections/work");
            }
        } catch (Problem problem) {
            form.reject(problem);
        }
        return form.answer(work(form));
    }

    private TemplateInstance work(Form form) {
        List<Organization> scopes = inspectors.scopes(actor.memberId());
        return Templates.work(form, new WorkView(scopes.stream().map(each -> new Choice(each.code, each.name)).toList(),
                Quarters.before(time.today(), QUARTERS),
                checks.within(scopes.stream().map(each -> each.id).toList()).stream().map(PublicView::of).toList()));
    }

    @GET
    @Path("/{id}/records")
    public TemplateInstance records(@PathParam("id") String id) {
        Inquiries.Work work = inquiries.work(SpotChecks.idOf(id), actor.memberId());
        Map<Long, RecordLines.Line> known = lines.of(work.questions().stream().map(Inquiries.Question::record).toList());
        return Templates.records(new RecordsView(id, work.scope().name, work.check().quarter, work.forOthers(),
                work.questions().stream()
                        .map(each -> new Row(Ids.text(each.drawn().id), each.drawn().place,
                                known.get(each.record().id), Tally.Line.of(each.drawn().result), each.drawn().askedAt != null,
                                each.drawn().affirmedAt != null))
                        .toList()));
    }

    @GET
    @Path("/questions/{id}")
    public TemplateInstance question(@PathParam("id") String id) {
        return question(id, Form.blank().with("askedOn", time.today()));
    }

    @POST
    @Path("/questions/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        try {
            LocalDate askedOn = form.date("askedOn");
            Inquiry inquiry = new Inquiry(one(Result.values(), form.value("result")), form.value("whom"),
                    one(How.values(), form.value("how")), askedOn, form.value("note"));
            if (!form.isRejected()) {
                inquiries.answer(SpotChecks.idOf(id), inquiry, actor.memberId());
                flash.success("inspection:answered");
                return Redirect.to("/inspections/questions/" + id);
            }
        } catch (Problem problem) {
            form.reject(problem);
        }
        return form.answer(question(id, form));
    }

    @POST
    @Path("/questions/{id}/member")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response askMember(@PathParam("id") String id) {
        inquiries.askMember(SpotChecks.idOf(id), actor.memberId());
        flash.success("inspection:member_asked");
        return Redirect.to("/inspections/questions/" + id);
    }

    private static <E extends Enum<E>> E one(E[] choices, String name) {
        return Arrays.stream(choices).filter(each -> each.name().equals(name)).findFirst().orElse(null);
    }

    private TemplateInstance question(String id, Form form) {
        Inquiries.Question question = inquiries.question(SpotChecks.idOf(id), actor.memberId());
        DrawnRecord drawn = question.drawn();
        boolean unfavourable = drawn.result == Result.DID_NOT_HAPPEN || drawn.result == Result.PARTLY;
        return Templates.question(new QuestionView(id, Ids.text(drawn.spotCheckId), drawn.place,
                lines.of(List.of(question.record())).get(question.record().id), drawn.result, drawn.whom, drawn.how,
                drawn.askedOn == null ? "" : drawn.askedOn.toString(), drawn.note,
                drawn.answeredBy == null ? null : lines.nameOf(drawn.answeredBy), minute(drawn.answeredAt),
                minute(drawn.askedAt), minute(drawn.affirmedAt), unfavourable), form, Result.values(), How.values());
    }

    private static String minute(Instant at) {
        return at == null ? null : LocalDateTime.ofInstant(at, BusinessTime.ZONE).format(MINUTE);
    }

    record Choice(String code, String name) {
    }

    record WorkView(List<Choice> scopes, List<String> quarters, List<PublicView> checks) {
    }

    /** @param asked whether the member was */
    record Row(String id, int place, RecordLines.Line record, Tally.Line result, boolean asked, boolean affirmed) {

        public String tone() {
            return switch (result) {
                case OPEN -> "wait";
                case HAPPENED -> "good";
                case PARTLY, DID_NOT_HAPPEN -> "bad";
                case NOT_FOUND -> "plain";
            };
        }
    }

    /** @param forOthers drawn ones the reader has a part in */
    record RecordsView(String id, String scope, String quarter, int forOthers, List<Row> rows) {
    }

    /**
     * @param result null while nobody has answered
     * @param askedAt when the member was asked, null before
     * @param unfavourable then somebody has to look whether it is taken back
     */
    record QuestionView(String id, String checkId, int place, RecordLines.Line record, Result result, String whom, How how,
            String askedOn, String note, String answeredBy, String answeredAt, String askedAt, String affirmedAt,
            boolean unfavourable) {
    }

    @CheckedTemplate(basePath = "inspection")
    static class Templates {

        static native TemplateInstance work(Form form, WorkView view);

        static native TemplateInstance records(RecordsView view);

        static native TemplateInstance question(QuestionView view, Form form, Result[] results, How[] hows);
    }
}
