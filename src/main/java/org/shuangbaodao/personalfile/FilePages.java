package org.shuangbaodao.personalfile;

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

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.Amounts;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** One's own file, to read, to print, and to speak to. */
@Path("/me/file")
@RolesAllowed(Actor.MEMBER)
@Produces(MediaType.TEXT_HTML)
class FilePages {

    private final PersonalFiles files;
    private final Trainings trainings;
    private final Evaluations evaluations;
    private final CurrentActor actor;
    private final Flash flash;

    FilePages(PersonalFiles files, Trainings trainings, Evaluations evaluations, CurrentActor actor, Flash flash) {
        this.files = files;
        this.trainings = trainings;
        this.evaluations = evaluations;
        this.actor = actor;
        this.flash = flash;
    }

    @GET
    public TemplateInstance mine() {
        return mine(Form.blank(), "");
    }

    private TemplateInstance mine(Form form, String chosen) {
        PersonalFile file = files.of(actor.memberId());
        return Templates.file(file, Amounts.hours(file.minutes()), form, chosen);
    }

    @POST
    @Path("evaluations/{id}/answer")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        String text = form.text("answer", 500);
        if (form.isRejected()) {
            return form.answer(mine(form, id));
        }
        try {
            evaluations.answer(idOf(id), text, form.is("objects", "yes"), actor.memberId());
            flash.success("personalfile:answered");
            return Redirect.to("/me/file");
        } catch (Problem problem) {
            return form.reject(problem).answer(mine(form, id));
        }
    }

    @POST
    @Path("trainings/{id}/repudiation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response repudiate(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        trainings.repudiate(idOf(id), actor.memberId());
        flash.success("personalfile:repudiated");
        return Redirect.to("/me/file");
    }

    private static long idOf(String id) {
        return Ids.parse(id).orElseThrow(() -> new Problem(FileProblem.UNKNOWN));
    }

    @CheckedTemplate(basePath = "personalfile")
    static class Templates {

        /** @param chosen the evaluation whose answer was refused */
        static native TemplateInstance file(PersonalFile file, String hours, Form form, String chosen);
    }
}
