package org.shuangbaodao.explanation;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.shuangbaodao.kernel.CurrentActor;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** One entry with everything that led to it. */
@Path("/me/ledger/{id}")
@Authenticated
@Produces(MediaType.TEXT_HTML)
class EntryPages {

    private final EntryExplanations explanations;
    private final CurrentActor actor;

    EntryPages(EntryExplanations explanations, CurrentActor actor) {
        this.explanations = explanations;
        this.actor = actor;
    }

    @GET
    public TemplateInstance entry(@PathParam("id") String id) {
        return Templates.entry(EntryView.of(explanations.of(id, actor.memberId())), "/me/ledger");
    }

    @CheckedTemplate(basePath = "explanation")
    static class Templates {

        /** @param back where the list is, and the other entries below it */
        static native TemplateInstance entry(EntryView view, String back);
    }
}
