package org.shuangbaodao.explanation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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
import jakarta.ws.rs.core.UriInfo;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The holder's links: make one, see which work, take one back. */
@Path("/me/ledger/links")
@Authenticated
@Produces(MediaType.TEXT_HTML)
class LinkPages {

    private static final int YEARS = 5;

    private final LedgerLinks links;
    private final CurrentActor actor;
    private final BusinessTime time;
    private final Flash flash;
    private final Optional<String> publicUrl;

    LinkPages(LedgerLinks links, CurrentActor actor, BusinessTime time, Flash flash,
            @ConfigProperty(name = "app.identity.public-url") Optional<String> publicUrl) {
        this.links = links;
        this.actor = actor;
        this.time = time;
        this.flash = flash;
        this.publicUrl = publicUrl;
    }

    @GET
    public TemplateInstance list() {
        return page(Form.blank().with("year", time.today().getYear()).with("days", LedgerLinks.USUAL_DAYS), null);
    }

    /** Not redirected: the link is known on this answer only. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(MultivaluedMap<String, String> posted, @Context UriInfo uri) {
        Form form = Form.of(posted);
        int days = number(form, "days", LedgerLinks.MOST_DAYS);
        if (!years().contains(form.value("year"))) {
            form.reject("year", "out-of-range");
        }
        if (!form.isRejected()) {
            try {
                String token = links.create(actor.memberId(), Integer.parseInt(form.value("year")), days);
                String address = publicUrl.orElseGet(() -> uri.getBaseUri().toString()).replaceFirst("/+$", "");
                return Response.ok(page(form, address + "/shared/ledger/" + token)).build();
            } catch (Problem problem) {
                form.reject(problem);
            }
        }
        return form.answer(page(form, null));
    }

    @POST
    @Path("/{id}/revocation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response revoke(@PathParam("id") String id) {
        links.revoke(id, actor.memberId());
        flash.success("explanation:link_revoked");
        return Redirect.to("/me/ledger/links");
    }

    private static int number(Form form, String field, int most) {
        String given = form.value(field);
        if (given.matches("\\d{1,4}") && Integer.parseInt(given) >= 1 && Integer.parseInt(given) <= most) {
            return Integer.parseInt(given);
        }
        form.reject(field, "out-of-range");
        return 0;
    }

    private TemplateInstance page(Form form, String fresh) {
        return Templates.links(new LinksView(links.of(actor.memberId()).stream().map(LinkView::of).toList(), years(), fresh),
                form);
    }

    private List<String> years() {
        int present = time.today().getYear();
        return IntStream.range(0, YEARS).mapToObj(back -> String.valueOf(present - back)).toList();
    }

    /** @param fresh the link just made, null where none was */
    record LinksView(List<LinkView> links, List<String> years, String fresh) {
    }

    record LinkView(String id, int year, String createdAt, String expiresAt, String revokedAt, boolean open) {

        static LinkView of(LedgerLinks.Link link) {
            return new LinkView(link.id(), link.year(), minute(link.createdAt()), minute(link.expiresAt()),
                    link.revokedAt() == null ? null : minute(link.revokedAt()), link.open());
        }

        private static String minute(Instant at) {
            return EntryView.minute(at);
        }
    }

    @CheckedTemplate(basePath = "explanation")
    static class Templates {

        static native TemplateInstance links(LinksView view, Form form);
    }
}
