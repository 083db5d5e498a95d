package org.shuangbaodao.oversight;

import java.util.ArrayList;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.PageOf;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestQuery;

/** How long things wait and with whom; to be read by those above and, for their own place, by secretaries. */
@Path("/review")
@RolesAllowed({ Actor.DECIDER, Actor.OFFICER, Actor.AUDITOR })
class AgeingPages {

    /** More lines than a district has offices; a file without end is read by nobody. */
    private static final int LONGEST_FILE = 5_000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final AgeingViews views;
    private final CurrentActor actor;

    AgeingPages(AgeingViews views, CurrentActor actor) {
        this.views = views;
        this.actor = actor;
    }

    @GET
    @Path("ageing")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page(@RestQuery String within, @RestQuery Integer page) {
        return Templates.ageing(views.of(actor.memberId(), within, PageOf.clampPage(page), PageOf.DEFAULT_SIZE),
                within == null ? "" : within);
    }

    /** The same as a file for office programs, which take it for UTF-8 by its first character. */
    @GET
    @Path("ageing.csv")
    @Produces(MediaType.WILDCARD)
    public Response file(@RestQuery String within) {
        List<AgeingViews.Row> rows = new ArrayList<>();
        AgeingViews.View view;
        int page = 0;
        do {
            view = views.of(actor.memberId(), within, ++page, PageOf.LARGEST_SIZE);
            rows.addAll(view.rows().items());
        } while (view.rows().hasNext() && rows.size() < LONGEST_FILE);
        return Response.ok(Templates.file(BYTE_ORDER_MARK, rows).render()).type("text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"ageing.csv\"").build();
    }

    @CheckedTemplate(basePath = "oversight")
    static class Templates {

        static native TemplateInstance ageing(AgeingViews.View view, String within);

        static native TemplateInstance file(String mark, List<AgeingViews.Row> rows);
    }
}
