package org.shuangbaodao.statement;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.Amounts;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.print.Pdf;
import org.shuangbaodao.servicerecord.RecordState;
import org.shuangbaodao.servicerecord.ServiceRecord;
import org.shuangbaodao.statement.Statements.Deed;
import org.shuangbaodao.statement.Statements.Line;
import org.shuangbaodao.statement.Statements.Paper;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** For a branch's secretary or a community's hands: who needs a statement on paper, printing them, noting who has his. */
@Path("/reports/statements")
@RolesAllowed(Actor.MEMBER)
@Produces(MediaType.TEXT_HTML)
class StatementPages {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final int QUARTERS = 2;

    private final Statements statements;
    private final Organizations organizations;
    private final Pdf pdf;
    private final CurrentActor actor;
    private final BusinessTime time;
    private final Flash flash;
    private final Optional<URI> publicAddress;

    StatementPages(Statements statements, Organizations organizations, Pdf pdf, CurrentActor actor, BusinessTime time,
            Flash flash, @ConfigProperty(name = "app.public-address") Optional<URI> publicAddress) {
        this.statements = statements;
        this.organizations = organizations;
        this.pdf = pdf;
        this.actor = actor;
        this.time = time;
        this.flash = flash;
        this.publicAddress = publicAddress;
    }

    @GET
    public TemplateInstance list(@QueryParam("organization") String organization, @QueryParam("period") String period) {
        return Templates.list(view(organization, period), Form.blank());
    }

    // Logins are known for half a year: two quarters back is as far as it goes.
    private ListView view(String organization, String period) {
        List<Organization> own = statements.offeredTo(actor.memberId());
        Period latest = statements.latest();
        Period shown = quarter(period);
        List<String> quarters = Stream
                .iterate(latest, each -> Period.quarterOf(each.firstDay().minusDays(1))).limit(QUARTERS).map(Period::key)
                .toList();
        String code = organization == null || organization.isBlank() ? own.isEmpty() ? null : own.get(0).code : organization;
        if (code == null) {
            return new ListView(List.of(), null, null, quarters, shown.key(), List.of());
        }
        Organization office = organizations.byCode(code.strip());
        return new ListView(own.stream().map(each -> new Choice(each.code, each.name)).toList(), office.code, office.name,
                quarters, shown.key(), statements.list(office, shown, actor.memberId()).stream().map(LineView::of).toList());
    }

    private Period quarter(String key) {
        return key == null || key.isBlank() ? statements.latest()
                : Period.parse(key).orElseThrow(() -> new Problem(StatementProblem.NO_QUARTER));
    }

    /** Answers with the papers; each printing is noted. */
    @POST
    @Path("/print")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces({ Pdf.TYPE, MediaType.TEXT_HTML })
    public Response print(MultivaluedMap<String, String> posted, @Context UriInfo uri) {
        Form form = Form.of(posted);
        try {
            Organization office = organizations.byCode(form.value("organization"));
            Period quarter = quarter(form.value("period"));
            List<Paper> papers = statements.print(office, quarter, form.values("member"), actor.memberId());
            String address = publicAddress.orElseGet(uri::getBaseUri).toString().replaceFirst("/+$", "") + "/records";
            byte[] file = pdf.of(Templates.papers(new PapersView(office.name, quarter.key(), time.today().toString(), address,
                    papers.stream().map(PaperView::of).toList())));
            return Response.ok(file, Pdf.TYPE).header(HttpHeaders.CONTENT_DISPOSITION,
                    "inline; filename=\"" + office.code + "-" + quarter + ".pdf\"").build();
        } catch (Problem problem) {
            return refused(form, problem);
        }
    }

    @POST
    @Path("/handover")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response handOver(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        try {
            Organization office = organizations.byCode(form.value("organization"));
            Period quarter = quarter(form.value("period"));
            statements.handOver(office, quarter, form.values("member"), actor.memberId());
            flash.success("statement:handed");
            return Redirect.to("/reports/statements?organization=" + office.code + "&period=" + quarter);
        } catch (Problem problem) {
            return refused(form, problem);
        }
    }

    private Response refused(Form form, Problem problem) {
        if (problem.type() != StatementProblem.NOBODY) {
            throw problem;
        }
        Response page = form.reject(problem)
                .answer(Templates.list(view(form.value("organization"), form.value("period")), form));
        return Response.fromResponse(page).type(MediaType.TEXT_HTML_TYPE).build();
    }

    /** @param office name, null where the reader has none to print for */
    record ListView(List<Choice> offices, String organization, String office, List<String> quarters, String period,
            List<LineView> lines) {
    }

    record Choice(String code, String name) {
    }

    /** @param printed when and by whom, null before */
    record LineView(String number, String name, int records, int prints, String printed, String handed) {

        static LineView of(Line line) {
            return new LineView(line.number(), line.name(), line.records(), line.prints(),
                    line.printedAt() == null ? null : day(line.printedAt()) + " " + line.printedBy(),
                    line.handedAt() == null ? null : day(line.handedAt()));
        }

        private static String day(Instant at) {
            return BusinessTime.dateOf(at).toString();
        }
    }

    record PapersView(String office, String period, String printedOn, String address, List<PaperView> papers) {
    }

    /** @param points null where the office does not know them */
    record PaperView(String name, String number, List<DeedView> deeds, String hours, int minutes, String points,
            String tell, String until) {

        static PaperView of(Paper paper) {
            return new PaperView(paper.name(), paper.number(), paper.deeds().stream().map(DeedView::of).toList(),
                    Amounts.hours(paper.minutes()), paper.minutes(),
                    paper.points() == null ? null : Amounts.points(paper.points()), String.join("、", paper.tell()),
                    paper.until().toString());
        }
    }

    record DeedView(String day, String times, String place, String what, String hours, String enteredBy, String confirmedBy,
            RecordState state, boolean held) {

        static DeedView of(Deed deed) {
            ServiceRecord record = deed.record();
            return new DeedView(record.servedOn().toString(), clock(record.startedAt) + "–" + clock(record.endedAt),
                    deed.place(),
                    record.summary, Amounts.hours(record.minutes), deed.enteredBy(), deed.confirmedBy(), record.state,
                    record.isHeld());
        }

        private static String clock(LocalDateTime at) {
            return at.format(CLOCK);
        }
    }

    @CheckedTemplate(basePath = "statement")
    static class Templates {

        static native TemplateInstance list(ListView view, Form form);

        static native TemplateInstance papers(PapersView view);
    }
}
