package org.shuangbaodao.display;

import java.util.List;

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
import org.shuangbaodao.web.Appearance;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;
import org.shuangbaodao.web.Viewer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerRequest;

/** Where somebody says once how he wants pages to be, for all his devices. */
@Path("/me/display")
@Authenticated
@Produces(MediaType.TEXT_HTML)
class DisplayPages {

    private static final String HERE = "/me/display";

    private final Preferences preferences;
    private final CurrentActor actor;
    private final Viewer viewer;
    private final Flash flash;

    DisplayPages(Preferences preferences, CurrentActor actor, Viewer viewer, Flash flash) {
        this.preferences = preferences;
        this.actor = actor;
        this.viewer = viewer;
        this.flash = flash;
    }

    @GET
    public TemplateInstance choose() {
        Form form = preferences.of(actor.memberId())
                .map(kept -> Form.blank().with("language", kept.language).with("theme", kept.theme).with("text", kept.textSize))
                .orElseGet(Form::blank);
        return page(form);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response keep(MultivaluedMap<String, String> posted, @Context HttpServerRequest request) {
        Form form = Form.of(posted);
        var choices = new Preferences.Choices(offered(form, "language", viewer.languages()), offered(form, "theme", themes()),
                offered(form, "text", texts()));
        if (form.isRejected()) {
            return form.answer(page(form));
        }
        preferences.keep(actor.memberId(), choices);
        preferences.bring(choices, request);
        flash.success("display:kept");
        return Redirect.to(HERE);
    }

    private static String offered(Form form, String field, List<String> offered) {
        String value = form.value(field);
        if (value.isEmpty()) {
            return null;
        }
        if (!offered.contains(value)) {
            form.reject(field, "unknown");
        }
        return value;
    }

    private TemplateInstance page(Form form) {
        return Templates.display(form, List.of(Appearance.Theme.values()), List.of(Appearance.Text.values()));
    }

    private static List<String> themes() {
        return List.of(Appearance.Theme.values()).stream().map(Appearance.Choice::value).toList();
    }

    private static List<String> texts() {
        return List.of(Appearance.Text.values()).stream().map(Appearance.Choice::value).toList();
    }

    @CheckedTemplate(basePath = "display")
    static class Templates {

        static native TemplateInstance display(Form form, List<Appearance.Theme> themes, List<Appearance.Text> texts);
    }
}
