package org.shuangbaodao.notice;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.kernel.Amounts;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import org.jboss.resteasy.reactive.RestQuery;

/** Starting and closing notices, and the states of the branches below. */
@Path("/notices")
@Authenticated
@Produces(MediaType.TEXT_HTML)
class ManagePages {

    private final Notices notices;
    private final ManageViews views;
    private final Organizations organizations;
    private final CurrentActor actor;
    private final Flash flash;

    ManagePages(Notices notices, ManageViews views, Organizations organizations, CurrentActor actor, Flash flash) {
        this.notices = notices;
        this.views = views;
        this.organizations = organizations;
        this.actor = actor;
        this.flash = flash;
    }

    @GET
    @Path("/manage")
    public TemplateInstance manage(@RestQuery Integer page) {
        return Templates.manage(view(PageOf.clampPage(page)), Form.blank());
    }

    /** What a notice started today would show, before anybody sees it. */
    @GET
    @Path("/manage/preview")
    public TemplateInstance preview(@RestQuery String branch, @RestQuery Integer days) {
        return Templates.preview(previewed(branch, days == null ? Notices.USUAL_DAYS : days), Form.blank());
    }

    @POST
    @Path("/manage/start")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response start(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        Organization branch = own(form.value("branch"));
        try {
            Period quarter = Period.parse(form.value("period")).filter(Period::isQuarter)
                    .orElseThrow(() -> new Problem(NoticeProblem.NOTHING_TO_SHOW));
            long id = notices.start(branch, quarter, number(form.value("days")), actor.memberId());
            flash.success("notice:started");
            return Redirect.to("/notices/" + Ids.text(id));
        } catch (Problem problem) {
            form.reject(problem);
            return form.answer(Templates.manage(view(1), form));
        }
    }

    @POST
    @Path("/{id}/closing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response close(@PathParam("id") String id) {
        try {
            notices.close(Notices.idOf(id), actor.memberId());
            flash.success("notice:closed_now");
            return Redirect.to("/notices/" + id);
        } catch (Problem problem) {
            Form form = Form.blank().reject(problem);
            return form.answer(Templates.manage(view(1), form));
        }
    }

    private ManageViews.ManageView view(int page) {
        return views.of(actor.memberId(), page, PageOf.DEFAULT_SIZE);
    }

    private PreviewView previewed(String code, int days) {
        Organization branch = own(code);
        Notices.Preview preview = notices.preview(branch, days)
                .orElseThrow(() -> new Problem(NoticeProblem.NOTHING_TO_SHOW));
        NoticeFigures.Totals totals = preview.totals();
        return new PreviewView(branch.code, branch.name, days, preview, Amounts.points(totals.amount(Book.POINTS)),
                Amounts.hours(totals.amount(Book.VOLUNTEER_MINUTES)), Amounts.hours(totals.amount(Book.DUTY_MINUTES)));
    }

    private Organization own(String code) {
        return views.branchesOf(actor.memberId()).stream().filter(branch -> branch.code.equals(code)).findFirst()
                .orElseThrow(() -> new Problem(organizations.find(code).isPresent() ? CommonProblem.FORBIDDEN
                        : CommonProblem.NOT_FOUND));
    }

    private static int number(String text) {
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    }

    record PreviewView(String code, String branch, int days, Notices.Preview preview, String points, String volunteered,
            String duty) {
    }

    @CheckedTemplate(basePath = "notice")
    static class Templates {

        static native TemplateInstance manage(ManageViews.ManageView view, Form form);

        static native TemplateInstance preview(PreviewView view, Form form);
    }
}
