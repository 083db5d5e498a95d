package org.shuangbaodao.appraisal;

import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.PermitAll;
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

import org.shuangbaodao.appraisal.Commendations.Facts;
import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestQuery;

/** 表彰: the list everybody may read, and where offices keep it. */
@Path("/commendations")
@Produces(MediaType.TEXT_HTML)
class CommendationPages {

    private final Commendations commendations;
    private final CurrentActor actor;
    private final Flash flash;

    CommendationPages(Commendations commendations, CurrentActor actor, Flash flash) {
        this.commendations = commendations;
        this.actor = actor;
        this.flash = flash;
    }

    @GET
    @PermitAll
    public TemplateInstance list(@RestQuery Integer page) {
        boolean keeps = actor.get().has(Actor.DECIDER) || actor.get().has(Actor.OFFICER);
        return Templates.commendations(rows(commendations.shown(PageOf.clampPage(page))), keeps);
    }

    @GET
    @Path("own")
    @RolesAllowed({ Actor.DECIDER, Actor.OFFICER })
    public TemplateInstance own(@RestQuery Integer page) {
        return own(Form.blank(), PageOf.clampPage(page));
    }

    @POST
    @Path("own")
    @RolesAllowed({ Actor.DECIDER, Actor.OFFICER })
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response record(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        for (String field : List.of("title", "grantedBy", "documentNumber", "subject")) {
            form.text(field, 100);
        }
        LocalDate grantedOn = form.date("grantedOn");
        if (form.value("content").length() > 500) {
            form.reject("content", "too-long");
        }
        CommendationLevel level = level(form);
        if (!form.isRejected()) {
            try {
                commendations.record(new Facts(form.value("title"), form.value("content"), level, form.value("grantedBy"),
                        form.value("documentNumber"), grantedOn), form.value("subject"), actor.memberId());
                flash.success("appraisal:commendation_recorded");
                return Redirect.to("/commendations/own");
            } catch (Problem problem) {
                form.reject(problem);
            }
        }
        return form.answer(own(form, 1));
    }

    private static CommendationLevel level(Form form) {
        if (form.value("level").isEmpty()) {
            return null;
        }
        for (CommendationLevel level : CommendationLevel.values()) {
            if (level.name().equals(form.value("level"))) {
                return level;
            }
        }
        form.reject("level", "unknown");
        return null;
    }

    @POST
    @Path("own/{id}/withdrawal")
    @RolesAllowed({ Actor.DECIDER, Actor.OFFICER })
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("id") String id) {
        commendations.withdraw(Ids.parse(id).orElseThrow(() -> new Problem(AppraisalProblem.UNKNOWN)), actor.memberId());
        flash.success("appraisal:commendation_withdrawn");
        return Redirect.to("/commendations/own");
    }

    private TemplateInstance own(Form form, int page) {
        return Templates.kept(form, List.of(CommendationLevel.values()),
                rows(commendations.recordedBy(actor.memberId(), page)));
    }

    private static PageOf<Row> rows(PageOf<Commendations.Shown> found) {
        return new PageOf<>(found.items().stream()
                .map(each -> new Row(Ids.text(each.commendation().id), each.commendation().title, each.name(),
                        each.commendation().grantedBy, each.commendation().documentNumber, each.commendation().grantedOn))
                .toList(), found.page(), found.size(), found.total());
    }

    record Row(String id, String title, String name, String grantedBy, String documentNumber, LocalDate grantedOn) {
    }

    @CheckedTemplate(basePath = "appraisal")
    static class Templates {

        static native TemplateInstance commendations(PageOf<Row> rows, boolean keeps);

        static native TemplateInstance kept(Form form, List<CommendationLevel> levels, PageOf<Row> rows);
    }
}
