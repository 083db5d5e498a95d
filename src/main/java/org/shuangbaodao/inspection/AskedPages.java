package org.shuangbaodao.inspection;

import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** What a member is asked about a drawn record of his: one button for yes, the way of every record for no. */
@Path("/inspections/asked")
@Authenticated
@Produces(MediaType.TEXT_HTML)
class AskedPages {

    private final Inquiries inquiries;
    private final RecordLines lines;
    private final CurrentActor actor;
    private final Flash flash;

    AskedPages(Inquiries inquiries, RecordLines lines, CurrentActor actor, Flash flash) {
        this.inquiries = inquiries;
        this.lines = lines;
        this.actor = actor;
        this.flash = flash;
    }

    @GET
    @Path("/{id}")
    public TemplateInstance asked(@PathParam("id") String id) {
        return asked(id, Form.blank());
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response affirm(@PathParam("id") String id) {
        try {
            inquiries.affirm(SpotChecks.idOf(id), actor.memberId());
            flash.success("inspection:affirmed_thanks");
            return Redirect.to("/inspections/asked/" + id);
        } catch (Problem problem) {
            Form form = Form.blank().reject(problem);
            return form.answer(asked(id, form));
        }
    }

    private TemplateInstance asked(String id, Form form) {
        Inquiries.Asked asked = inquiries.asked(SpotChecks.idOf(id), actor.memberId());
        return Templates.asked(new AskedView(id, lines.of(List.of(asked.record())).get(asked.record().id),
                asked.record().version, asked.drawn().affirmedAt != null, asked.mayDeny()), form);
    }

    /** @param version of the record, for the form that denies it */
    record AskedView(String id, RecordLines.Line record, int version, boolean affirmed, boolean mayDeny) {
    }

    @CheckedTemplate(basePath = "inspection")
    static class Templates {

        static native TemplateInstance asked(AskedView view, Form form);
    }
}
