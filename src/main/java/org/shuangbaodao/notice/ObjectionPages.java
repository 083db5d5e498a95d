package org.shuangbaodao.notice;

import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.web.Form;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.RestQuery;

/** Objecting, without saying who one is. */
@Path("/notices")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class ObjectionPages {

    private final Objections objections;
    private final NoticeViews notices;
    private final Floodgate floodgate;
    private final CurrentActor actor;

    ObjectionPages(Objections objections, NoticeViews notices, Floodgate floodgate, CurrentActor actor) {
        this.objections = objections;
        this.notices = notices;
        this.floodgate = floodgate;
        this.actor = actor;
    }

    @GET
    @Path("/{id}/objections/new")
    public TemplateInstance blank(@PathParam("id") String id, @RestQuery String deed) {
        Form form = Form.blank().with("key", UUID.randomUUID()).with("deed", deed);
        return Templates.file(notices.row(Notices.idOf(id)), form);
    }

    /** Answers with the receipt itself: its code must not stand in any address. Sending the form again shows the same one. */
    @POST
    @Path("/{id}/objections/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response file(@PathParam("id") String id, MultivaluedMap<String, String> posted,
            @Context HttpServerRequest request) {
        Form form = Form.of(posted);
        long noticeId = Notices.idOf(id);
        check(form, "text", 2000);
        check(form, "about", 200);
        check(form, "name", 60);
        check(form, "contact", 100);
        if (form.value("text").isEmpty()) {
            form.reject("text", "required");
        }
        try {
            if (!form.isRejected()) {
                floodgate.admitObjection(noticeId, request.remoteAddress().hostAddress());
                Objections.Filed filed = objections.file(form.value("key"), noticeId,
                        new Filing(form.value("text"), form.value("about"), form.is("aboutDecider", "yes"), form.value("name"),
                                form.value("contact"), form.value("deed")),
                        actor.get().memberId());
                return Unkept.page(Templates.receipt(notices.row(noticeId), filed));
            }
        } catch (Problem problem) {
            form.reject(problem);
        }
        return Unkept.refused(form, Templates.file(notices.row(noticeId), form));
    }

    private static void check(Form form, String field, int longest) {
        if (form.value(field).length() > longest) {
            form.reject(field, "too-long");
        }
    }

    @CheckedTemplate(basePath = "notice")
    static class Templates {

        static native TemplateInstance file(NoticeViews.Row row, Form form);

        static native TemplateInstance receipt(NoticeViews.Row row, Objections.Filed filed);
    }
}
