package org.shuangbaodao.notice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** One objection for those who answer it, whom it is about, and who raised it logged in. */
@Path("/objections")
@Authenticated
@Produces(MediaType.TEXT_HTML)
class CasePages {

    private static final int LONGEST_WORDS = 2000;

    private final Objections objections;
    private final Answers answers;
    private final CaseViews cases;
    private final CurrentActor actor;
    private final Flash flash;

    CasePages(Objections objections, Answers answers, CaseViews cases, CurrentActor actor, Flash flash) {
        this.objections = objections;
        this.answers = answers;
        this.cases = cases;
        this.actor = actor;
        this.flash = flash;
    }

    @GET
    @Path("/{id}")
    public TemplateInstance one(@PathParam("id") String id) {
        return Templates.objection(cases.one(Objections.idOf(id), actor.memberId()), Form.blank());
    }

    /** Says which entries it is about. */
    @POST
    @Path("/{id}/deeds")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response name(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        if (form.values("deed").isEmpty()) {
            form.reject("deed", "required");
        }
        return done(id, form, "objection:named", each -> objections.nameDeeds(each, form.values("deed"), actor.memberId()));
    }

    /** The holder's own words. */
    @POST
    @Path("/{id}/statement")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response state(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        check(form, "statement");
        return done(id, form, "objection:stated", each -> objections.state(each, form.value("statement"), actor.memberId()));
    }

    /** Passes it on to the superior; the reader may not see it any more afterwards. */
    @POST
    @Path("/{id}/referral")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response refer(@PathParam("id") String id) {
        objections.refer(Objections.idOf(id), actor.memberId());
        flash.success("objection:referred");
        return Redirect.to("/objections");
    }

    @POST
    @Path("/{id}/answer")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        return done(id, form, "objection:answered", each -> answers.answer(each, decision(form), actor.memberId()));
    }

    @POST
    @Path("/{id}/appeal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response appeal(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        return done(id, form, "objection:appealed", each -> answers.appeal(each, form.value("text"), actor.memberId()));
    }

    @POST
    @Path("/{id}/appeal-decision")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decideAppeal(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        return done(id, form, "objection:answered", each -> answers.decideAppeal(each, decision(form), actor.memberId()));
    }

    private Response done(String id, Form form, String said, LongConsumer step) {
        long objectionId = Objections.idOf(id);
        try {
            if (!form.isRejected()) {
                step.accept(objectionId);
                flash.success(said);
                return Redirect.to("/objections/" + id);
            }
        } catch (Problem problem) {
            if (problem.type().status() == 403 || problem.type().status() == 404) {
                // The page behind the form is not his to read.
                throw problem;
            }
            form.reject(problem);
        }
        return form.answer(Templates.objection(cases.one(objectionId, actor.memberId()), form));
    }

    private static Answers.Decision decision(Form form) {
        Outcome outcome = Stream.of(Outcome.DISMISSED, Outcome.UPHELD).filter(each -> form.is("outcome", each)).findFirst()
                .orElse(null);
        // Each value is <remedy>:<key of the deed>: one select per deed, all of one name.
        Map<String, Remedy> remedies = new HashMap<>();
        for (String chosen : form.values("remedy")) {
            List<String> parts = List.of(chosen.split(":", 2));
            Stream.of(Remedy.values()).filter(each -> each.name().equals(parts.get(0))).findFirst()
                    .filter(each -> parts.size() == 2).ifPresent(each -> remedies.put(parts.get(1), each));
        }
        return new Answers.Decision(outcome, form.value("reason"), remedies);
    }

    private static void check(Form form, String field) {
        if (form.value(field).isEmpty()) {
            form.reject(field, "required");
        } else if (form.value(field).length() > LONGEST_WORDS) {
            form.reject(field, "too-long");
        }
    }

    @CheckedTemplate(basePath = "notice")
    static class Templates {

        static native TemplateInstance objection(CaseViews.CaseView view, Form form);
    }
}
