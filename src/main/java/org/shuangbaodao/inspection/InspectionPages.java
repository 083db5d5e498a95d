package org.shuangbaodao.inspection;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.web.SharedPages;
import org.shuangbaodao.web.SharedPages.Drawing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestQuery;

/** Spot checks for everybody: how they are drawn, by which seed, and what came out. */
@Path("/inspections")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class InspectionPages {

    private final SpotChecks checks;
    private final SharedPages shared;

    InspectionPages(SpotChecks checks, SharedPages shared) {
        this.checks = checks;
        this.shared = shared;
    }

    @GET
    public Response list(@RestQuery Integer page) {
        return shared.answer(() -> {
            PageOf<SpotChecks.Published> found = checks.published(PageOf.clampPage(page), PageOf.DEFAULT_SIZE);
            return Drawing.ofNow(Templates.list(new PageOf<>(found.items().stream().map(PublicView::of).toList(),
                    found.page(), found.size(), found.total())));
        });
    }

    @GET
    @Path("/{id}")
    public Response one(@PathParam("id") String id) {
        return shared.answer(() -> Drawing.ofNow(Templates.one(PublicView.of(checks.published(SpotChecks.idOf(id))))));
    }

    @CheckedTemplate(basePath = "inspection")
    static class Templates {

        static native TemplateInstance list(PageOf<PublicView> checks);

        static native TemplateInstance one(PublicView check);
    }
}
