package org.shuangbaodao.inbox;

import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.inbox.Robots.Kept;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.web.CurrentLocale;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** Where whoever runs an organization connects it to the chat group its people read anyway. */
@Path("/robots")
@Authenticated
@Produces(MediaType.TEXT_HTML)
class RobotPages {

    private final Robots robots;
    private final CurrentActor actor;
    private final CurrentLocale locale;
    private final Flash flash;

    RobotPages(Robots robots, CurrentActor actor, CurrentLocale locale, Flash flash) {
        this.robots = robots;
        this.actor = actor;
        this.locale = locale;
        this.flash = flash;
    }

    @GET
    public TemplateInstance list() {
        return Templates.robots(robots.keptBy(actor.memberId()));
    }

    @GET
    @Path("{code}")
    public TemplateInstance one(@PathParam("code") String code) {
        return Templates.robot(robots.kept(code, actor.memberId()), Form.blank());
    }

    @POST
    @Path("{code}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response set(@PathParam("code") String code, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        try {
            robots.set(code, form.value("address"), form.value("secret"), locale.get(), actor.memberId());
            flash.success("inbox:robot_set");
            return Redirect.to("/robots/" + code);
        } catch (Problem problem) {
            form.reject(problem);
            return form.answer(Templates.robot(robots.kept(code, actor.memberId()), form));
        }
    }

    @POST
    @Path("{code}/test")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response test(@PathParam("code") String code) {
        robots.test(code, actor.memberId());
        flash.success("inbox:robot_tested");
        return Redirect.to("/robots/" + code);
    }

    @POST
    @Path("{code}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(@PathParam("code") String code) {
        robots.remove(code, actor.memberId());
        flash.success("inbox:robot_removed");
        return Redirect.to("/robots");
    }

    @CheckedTemplate(basePath = "inbox")
    static class Templates {

        static native TemplateInstance robots(List<Kept> kept);

        static native TemplateInstance robot(Kept kept, Form form);
    }
}
