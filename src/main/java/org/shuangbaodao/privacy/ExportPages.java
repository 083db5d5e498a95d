package org.shuangbaodao.privacy;

import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** One's own data: a copy to take along, and asking to be forgotten. */
@Path("/me/export")
@RolesAllowed(Actor.MEMBER)
@Produces(MediaType.TEXT_HTML)
class ExportPages {

    private final OwnData data;
    private final Erasures erasures;
    private final ObjectMapper json;
    private final CurrentActor actor;
    private final BusinessTime time;
    private final Flash flash;

    ExportPages(OwnData data, Erasures erasures, ObjectMapper json, CurrentActor actor, BusinessTime time, Flash flash) {
        this.data = data;
        this.erasures = erasures;
        this.json = json;
        this.actor = actor;
        this.time = time;
        this.flash = flash;
    }

    @GET
    public TemplateInstance page() {
        return page(Form.blank());
    }

    private TemplateInstance page(Form form) {
        return Templates.export(erasures.latestOf(actor.memberId()).map(RequestView::of).orElse(null),
                erasures.obstacles(actor.memberId()), form);
    }

    /** A form, not a link: what a page of somebody else's can make a browser fetch must not be this. */
    @POST
    @Path("copy")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.WILDCARD)
    public Response copy(MultivaluedMap<String, String> posted) {
        return Response.ok(written(data.of(actor.memberId())), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"shuangbaodao-%s.json\"".formatted(time.today()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    // Written here, since a browser asks for a page and gets a file.
    private byte[] written(OwnData.Copy copy) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(copy);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @POST
    @Path("erasure")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ask(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        if (!form.is("sure", "yes")) {
            form.reject("sure", "not-accepted");
            return form.answer(page(form));
        }
        erasures.ask(actor.memberId());
        flash.success("privacy:asked");
        return Redirect.to("/me/export");
    }

    @POST
    @Path("erasure/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(MultivaluedMap<String, String> posted) {
        erasures.withdraw(actor.memberId());
        flash.success("privacy:withdrawn");
        return Redirect.to("/me/export");
    }

    record RequestView(ErasureState state, LocalDate askedOn, String reason) {

        static RequestView of(ErasureRequest request) {
            return new RequestView(request.state, BusinessTime.dateOf(request.askedAt), request.reason);
        }

        public boolean isWaiting() {
            return state == ErasureState.WAITING;
        }
    }

    @CheckedTemplate(basePath = "privacy")
    static class Templates {

        static native TemplateInstance export(RequestView request, List<Obstacle> obstacles, Form form);
    }
}
