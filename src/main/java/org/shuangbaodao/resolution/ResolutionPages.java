package org.shuangbaodao.resolution;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Resolutions of one's own branches, and those that wait for one's signature. */
@Path("/points/resolutions")
@RolesAllowed({ Actor.DECIDER, Actor.OFFICER })
@Produces(MediaType.TEXT_HTML)
class ResolutionPages {

    private final Resolutions resolutions;
    private final ResolutionBook book;
    private final CurrentActor actor;
    private final BusinessTime time;
    private final Flash flash;

    ResolutionPages(Resolutions resolutions, ResolutionBook book, CurrentActor actor, BusinessTime time, Flash flash) {
        this.resolutions = resolutions;
        this.book = book;
        this.actor = actor;
        this.time = time;
        this.flash = flash;
    }

    @GET
    public TemplateInstance list() {
        return page(Form.blank().with("fromYear", time.today().getYear()));
    }

    private TemplateInstance page(Form form) {
        ResolutionBook.Pages found = book.of(actor.memberId());
        return Templates.resolutions(
                new PageView(rows(found.own(), found.places()), rows(found.waiting(), found.places()),
                        found.branches().stream().map(each -> new BranchView(each.code, each.name,
                                resolutions.countsHundred(each.id, time.today().getYear()))).toList()),
                form);
    }

    private static List<RowView> rows(List<Resolution> found, Map<Long, Organization> places) {
        return found.stream().map(each -> new RowView(Ids.text(each.id), places.get(each.branchId).name, each.kind, each.state,
                each.resolvedOn, each.eligible, each.present, each.inFavour, each.documentNumber, each.fromYear)).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response propose(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        LocalDate day = null;
        try {
            day = LocalDate.parse(form.value("resolvedOn"));
        } catch (DateTimeParseException e) {
            form.reject("resolvedOn", form.value("resolvedOn").isEmpty() ? "required" : "not-a-date");
        }
        int eligible = number(form, "eligible");
        int present = number(form, "present");
        int inFavour = number(form, "inFavour");
        int fromYear = number(form, "fromYear");
        if (form.value("branch").isEmpty()) {
            form.reject("branch", "required");
        }
        try {
            if (!form.isRejected()) {
                resolutions.propose(form.value("branch"), new Resolutions.Vote(form.is("kind", "REVOKE"), day, eligible,
                        present, inFavour, form.value("documentNumber"), fromYear), actor.memberId());
                flash.success("resolution:proposed");
                return Redirect.to("/points/resolutions");
            }
        } catch (Problem problem) {
            form.reject(problem);
        }
        return form.answer(page(form));
    }

    @POST
    @Path("{id}/signature")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response sign(@PathParam("id") String id) {
        resolutions.sign(idOf(id), true, actor.memberId());
        flash.success("resolution:signed");
        return Redirect.to("/points/resolutions");
    }

    @POST
    @Path("{id}/refusal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decline(@PathParam("id") String id) {
        resolutions.sign(idOf(id), false, actor.memberId());
        flash.success("resolution:declined");
        return Redirect.to("/points/resolutions");
    }

    private static int number(Form form, String field) {
        if (form.value(field).matches("\\d{1,5}")) {
            return Integer.parseInt(form.value(field));
        }
        form.reject(field, form.value(field).isEmpty() ? "required" : "not-a-number");
        return 0;
    }

    private static long idOf(String id) {
        return Ids.parse(id).orElseThrow(() -> new Problem(ResolutionProblem.UNKNOWN));
    }

    /** @param branches those the reader is secretary of */
    record PageView(List<RowView> own, List<RowView> waiting, List<BranchView> branches) {
    }

    record BranchView(String code, String name, boolean hundred) {
    }

    record RowView(String id, String branch, Resolution.Kind kind, Resolution.State state, LocalDate resolvedOn, int eligible,
            int present, int inFavour, String document, int fromYear) {
    }

    @CheckedTemplate(basePath = "resolution")
    static class Templates {

        static native TemplateInstance resolutions(PageView view, Form form);
    }
}
