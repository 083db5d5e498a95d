package org.shuangbaodao.privacy;

import java.time.LocalDate;
import java.util.List;

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

/** Who asked to be forgotten, for the officer above his branch. */
@Path("/erasures")
@RolesAllowed(Actor.OFFICER)
@Produces(MediaType.TEXT_HTML)
class ErasurePages {

    private final Erasures erasures;
    private final CurrentActor actor;
    private final Flash flash;

    ErasurePages(Erasures erasures, CurrentActor actor, Flash flash) {
        this.erasures = erasures;
        this.actor = actor;
        this.flash = flash;
    }

    @GET
    public TemplateInstance list() {
        return list(Form.blank(), "");
    }

    private TemplateInstance list(Form form, String chosen) {
        return Templates.erasures(erasures.waiting(actor.memberId()).stream()
                .map(each -> new WaitingView(Ids.text(each.request().id), each.member().name, each.member().number,
                        each.branch().name, BusinessTime.dateOf(each.request().askedAt), each.obstacles()))
                .toList(), form, chosen);
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response carryOut(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        try {
            erasures.carryOut(idOf(id), form.value("number"), actor.memberId());
            flash.success("privacy:done");
            return Redirect.to("/erasures");
        } catch (Problem problem) {
            return form.reject(problem).answer(list(form, id));
        }
    }

    @POST
    @Path("{id}/refusal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response refuse(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        try {
            erasures.refuse(idOf(id), form.value("reason"), actor.memberId());
            flash.success("privacy:refused");
            return Redirect.to("/erasures");
        } catch (Problem problem) {
            return form.reject(problem).answer(list(form, id));
        }
    }

    private static long idOf(String id) {
        return Ids.parse(id).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    record WaitingView(String id, String name, String number, String branch, LocalDate askedOn, List<Obstacle> obstacles) {
    }

    @CheckedTemplate(basePath = "privacy")
    static class Templates {

        /** @param chosen the request the form was about, when it was refused */
        static native TemplateInstance erasures(List<WaitingView> waiting, Form form, String chosen);
    }
}
