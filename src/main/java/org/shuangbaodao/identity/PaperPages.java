package org.shuangbaodao.identity;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Entering and checking what people signed on paper. Whom one may enter for is asked of the facade, paper by paper. */
@Path("/paper-acceptances")
@RolesAllowed(Actor.MEMBER)
@Produces(MediaType.TEXT_HTML)
class PaperPages {

    record Row(String id, String name, String number, LocalDate signedOn, boolean exchange, boolean publicName,
            LocalDate enteredOn, boolean mayCheck) {

        static Row of(PaperAcceptances.Waiting waiting) {
            PaperAcceptance paper = waiting.paper();
            return new Row(Ids.text(paper.id), waiting.member().name, waiting.member().number, paper.signedOn, paper.exchange,
                    paper.publicName, BusinessTime.dateOf(paper.enteredAt), waiting.mayCheck());
        }
    }

    private final PaperAcceptances papers;
    private final CurrentActor actor;
    private final Flash flash;
    private final BusinessTime time;

    PaperPages(PaperAcceptances papers, CurrentActor actor, Flash flash, BusinessTime time) {
        this.papers = papers;
        this.actor = actor;
        this.flash = flash;
        this.time = time;
    }

    @GET
    public TemplateInstance list() {
        return page(Form.blank().with("signedOn", time.today()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enter(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        if (form.value("memberNumber").isEmpty()) {
            form.reject("memberNumber", "required");
        }
        LocalDate signedOn = date(form);
        if (!form.is("recording", "yes")) {
            form.reject("recording", "identity-recording-needed");
        }
        try {
            if (!form.isRejected()) {
                papers.enter(new PaperAcceptances.Paper(form.value("memberNumber"), signedOn, form.is("exchange", "yes"),
                        form.is("publicName", "yes")), actor.memberId());
                flash.success("identity:paper_entered");
                return Redirect.to("/paper-acceptances");
            }
        } catch (Problem problem) {
            form.reject(problem);
        }
        return form.answer(page(form));
    }

    @POST
    @Path("{id}/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(String id) {
        papers.check(parsed(id), actor.memberId());
        flash.success("identity:paper_checked");
        return Redirect.to("/paper-acceptances");
    }

    @POST
    @Path("{id}/refusal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response refuse(String id) {
        papers.refuse(parsed(id), actor.memberId());
        flash.success("identity:paper_refused");
        return Redirect.to("/paper-acceptances");
    }

    private TemplateInstance page(Form form) {
        return Templates.papers(form, papers.waitingFor(actor.memberId()).stream().map(Row::of).toList(), time.today());
    }

    private static LocalDate date(Form form) {
        try {
            return LocalDate.parse(form.value("signedOn"));
        } catch (DateTimeParseException e) {
            form.reject("signedOn", form.value("signedOn").isEmpty() ? "required" : "not-a-date");
            return null;
        }
    }

    private static long parsed(String id) {
        return Ids.parse(id).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    @CheckedTemplate(basePath = "identity")
    static class Templates {

        static native TemplateInstance papers(Form form, List<Row> rows, LocalDate today);
    }
}
