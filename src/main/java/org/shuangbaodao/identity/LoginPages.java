package org.shuangbaodao.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
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
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.RestQuery;

/** Coming in and going out. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class LoginPages {

    private final Logins logins;
    private final Sessions sessions;
    private final CurrentActor actor;
    private final Event<LoggedInByPage> logIns;
    private final Flash flash;

    LoginPages(Logins logins, Sessions sessions, CurrentActor actor, Event<LoggedInByPage> logIns, Flash flash) {
        this.logins = logins;
        this.sessions = sessions;
        this.actor = actor;
        this.logIns = logIns;
        this.flash = flash;
    }

    @GET
    @Path("login")
    public Response login(@RestQuery String back) {
        if (!actor.get().isVisitor()) {
            return Redirect.to(Redirect.localOr(back, "/"));
        }
        return Response.ok(Templates.login(Form.blank().with("back", Redirect.localOr(back, "/")))).build();
    }

    @POST
    @Path("login")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response logIn(MultivaluedMap<String, String> posted, @Context HttpServerRequest request) {
        Form form = Form.of(posted);
        form.with("back", Redirect.localOr(form.value("back"), "/"));
        for (String field : new String[] { "login", "password" }) {
            if (form.value(field).isEmpty()) {
                form.reject(field, "required");
            }
        }
        if (form.isRejected()) {
            return form.answer(Templates.login(form));
        }
        try {
            Sessions.Opened opened = logins.logIn(form.value("login"), posted.getFirst("password"),
                    request.remoteAddress().hostAddress(), Channel.PAGE);
            logIns.fire(new LoggedInByPage(opened.memberId(), request));
            return Response.fromResponse(Redirect.to(form.value("back"))).cookie(Cookies.page(opened.token(), request)).build();
        } catch (Problem problem) {
            form.reject(problem);
            return Refusals.answer(form, Templates.login(form));
        }
    }

    @POST
    @Path("logout")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response logOut(@Context HttpServerRequest request) {
        if (!actor.get().isVisitor()) {
            sessions.end(actor.get().sessionId());
            flash.success("identity:logged_out");
        }
        return Response.fromResponse(Redirect.to("/")).cookie(Cookies.noPage(request)).build();
    }

    @CheckedTemplate(basePath = "identity")
    static class Templates {

        static native TemplateInstance login(Form form);
    }
}
