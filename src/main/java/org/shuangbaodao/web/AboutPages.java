package org.shuangbaodao.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Who runs this, what becomes of one's data, and where to complain. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class AboutPages {

    private final OperatorSettings settings;

    AboutPages(OperatorSettings settings) {
        this.settings = settings;
    }

    @GET
    @Path("privacy")
    public TemplateInstance privacy() {
        return Templates.privacy(operator());
    }

    @GET
    @Path("complaints")
    public TemplateInstance complaints() {
        return Templates.complaints(operator());
    }

    private OperatorView operator() {
        return new OperatorView(settings.name().orElse(null), settings.contact().orElse(null));
    }

    /** Both null as long as the operator has not been configured. */
    record OperatorView(String name, String contact) {
    }

    @CheckedTemplate(basePath = "web")
    static class Templates {

        static native TemplateInstance privacy(OperatorView operator);

        static native TemplateInstance complaints(OperatorView operator);
    }
}
