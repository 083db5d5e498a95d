package org.shuangbaodao.notice;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.web.Form;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;

/** Reading the answer, and appealing, with nothing but the receipt code; for readers logged in also what concerns them. */
@Path("/objections")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class ReceiptPages {

    private final Answers answers;
    private final CaseViews cases;
    private final Floodgate floodgate;
    private final CurrentActor actor;

    ReceiptPages(Answers answers, CaseViews cases, Floodgate floodgate, CurrentActor actor) {
        this.answers = answers;
        this.cases = cases;
        this.floodgate = floodgate;
        this.actor = actor;
    }

    @GET
    public TemplateInstance start() {
        return Templates.objections(own(), Form.blank());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response read(MultivaluedMap<String, String> posted, @Context HttpServerRequest request) {
        Form form = Form.of(posted);
        try {
            String address = request.remoteAddress().hostAddress();
            return Unkept.page(Templates.status(floodgate.withCode(address, () -> cases.status(form.value("code"))), form));
        } catch (Problem problem) {
            form.reject(problem);
            return Unkept.refused(form, Templates.objections(own(), form));
        }
    }

    @POST
    @Path("/appeal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response appeal(MultivaluedMap<String, String> posted, @Context HttpServerRequest request) {
        Form form = Form.of(posted);
        String address = request.remoteAddress().hostAddress();
        CaseViews.Status status;
        try {
            status = floodgate.withCode(address, () -> cases.status(form.value("code")));
        } catch (Problem problem) {
            form.reject(problem);
            return Unkept.refused(form, Templates.objections(own(), form));
        }
        try {
            answers.appeal(Objections.idOf(status.id()), form.value("text"), null);
            return Unkept.page(Templates.status(cases.status(form.value("code")), form));
        } catch (Problem problem) {
            form.reject(problem);
            return Unkept.refused(form, Templates.status(status, form));
        }
    }

    private OwnView own() {
        Actor reader = actor.get();
        return reader.isVisitor() ? new OwnView(List.of(), List.of(), List.of())
                : new OwnView(cases.waitingFor(reader.memberId()), cases.hearingsOf(reader.memberId()),
                        cases.concerning(reader.memberId()));
    }

    /** What concerns a reader who is logged in. */
    record OwnView(List<CaseViews.CaseRow> waiting, List<CaseViews.CaseRow> hearings, List<CaseViews.CaseRow> concerning) {
    }

    @CheckedTemplate(basePath = "notice")
    static class Templates {

        static native TemplateInstance objections(OwnView view, Form form);

        static native TemplateInstance status(CaseViews.Status status, Form form);
    }
}
