package org.shuangbaodao.web;

import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Problem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** A page with everything on it, and every way a page can fail. */
@Path("/trial")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class TrialPages {

    private final Flash flash;
    private final SharedPages shared;
    private final AtomicInteger drawn = new AtomicInteger();

    TrialPages(Flash flash, SharedPages shared) {
        this.flash = flash;
        this.shared = shared;
    }

    /** Numbers its drawings; {@code old} has figures that are not the present ones. */
    @GET
    @Path("shared")
    public Response shared(@QueryParam("old") boolean old) {
        return shared.answer(() -> new SharedPages.Drawing(Templates.numbered(drawn.incrementAndGet()),
                old ? older -> true : null));
    }

    @GET
    public TemplateInstance all() {
        return Templates.all(Form.blank().with("day", "2026-03-05"), new PageOf<>(List.of("a", "b"), 2, 2, 7));
    }

    @POST
    @Consumes({ MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA })
    public Response send(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        if (form.value("summary").isEmpty()) {
            form.reject("summary", "required");
        }
        if (form.value("summary").equals("conflict")) {
            form.reject(new Problem(CommonProblem.CONFLICT));
        }
        if (form.isRejected()) {
            return form.answer(Templates.all(form, new PageOf<>(List.of(), 1, 2, 0)));
        }
        flash.success("web:save");
        return Redirect.to("/trial/after?value=" + form.value("day"));
    }

    @POST
    @Path("upload")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.TEXT_PLAIN)
    public String upload(@RestForm("file") FileUpload file) {
        return file.fileName() + " " + file.size();
    }

    @GET
    @Path("after")
    public TemplateInstance after() {
        return Templates.after();
    }

    @GET
    @Path("members-only")
    @RolesAllowed("member")
    public TemplateInstance membersOnly() {
        return Templates.after();
    }

    public TemplateInstance notAnEndpoint() {
        return Templates.after();
    }

    @GET
    @Path("failing")
    public TemplateInstance failing(@QueryParam("how") String how) throws Exception {
        throw switch (how) {
            case "missing" -> new Problem(CommonProblem.NOT_FOUND);
            case "database" -> new IllegalStateException(new SQLTransientConnectionException("secret-host is away"));
            case "lock" -> new OptimisticLockException();
            default -> new IllegalStateException("secret detail");
        };
    }

    @CheckedTemplate(basePath = "trial")
    static class Templates {

        static native TemplateInstance all(Form form, PageOf<String> list);

        static native TemplateInstance after();

        static native TemplateInstance numbered(int number);
    }
}
