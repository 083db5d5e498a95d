package org.shuangbaodao.servicerecord;

import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.servicerecord.RecordDecisions.Item;
import org.shuangbaodao.servicerecord.RecordViews.RecordView;
import org.shuangbaodao.servicerecord.RecordViews.RowView;
import org.shuangbaodao.servicerecord.ReportForm.Choices;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** A member's own service: the list, the report in three fields, one record with everything that happened to it. */
@Path("/records")
@Authenticated
@Produces(MediaType.TEXT_HTML)
class RecordPages {

    private final ServiceRecords records;
    private final RecordDecisions decisions;
    private final RecordViews views;
    private final ReportForm reportForm;
    private final CurrentActor actor;
    private final Flash flash;

    RecordPages(ServiceRecords records, RecordDecisions decisions, RecordViews views, ReportForm reportForm, CurrentActor actor,
            Flash flash) {
        this.records = records;
        this.decisions = decisions;
        this.views = views;
        this.reportForm = reportForm;
        this.actor = actor;
        this.flash = flash;
    }

    @GET
    public TemplateInstance list(@QueryParam("page") Integer page) {
        PageOf<ServiceRecord> own = records.of(actor.memberId(), PageOf.clampPage(page), PageOf.DEFAULT_SIZE);
        return Templates.list(new ListView(
                new PageOf<>(views.rows(own.items()), own.page(), own.size(), own.total()),
                views.rows(records.enteredFor(actor.memberId()))));
    }

    @GET
    @Path("/new")
    public TemplateInstance blank(@QueryParam("q") @DefaultValue("") String search) {
        return Templates.report(reportForm.blank(actor.memberId()), reportForm.choices(actor.memberId(), search));
    }

    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response report(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        try {
            Report report = reportForm.read(form);
            if (!form.isRejected()) {
                RecordAnswer taken = records.report(form.value("key"), report, actor.memberId());
                flash.success("servicerecord:reported");
                return Redirect.to("/records/" + taken.id());
            }
        } catch (Problem problem) {
            form.reject(problem);
        }
        return form.answer(Templates.report(form, reportForm.choices(actor.memberId(), form.value("community"))));
    }

    @GET
    @Path("/{id}")
    public TemplateInstance one(@PathParam("id") String id) {
        return Templates.record(views.one(records.visible(ServiceRecords.idOf(id), actor.memberId()), actor.memberId()),
                Form.blank());
    }

    @GET
    @Path("/{id}/correction")
    public TemplateInstance correction(@PathParam("id") String id) {
        ServiceRecord record = records.visible(ServiceRecords.idOf(id), actor.memberId());
        return Templates.correction(id, reportForm.filled(record), reportForm.choicesFor(record));
    }

    @POST
    @Path("/{id}/correction")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response correct(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        ServiceRecord record = records.visible(ServiceRecords.idOf(id), actor.memberId());
        try {
            Report report = reportForm.read(form);
            if (!form.isRejected()) {
                records.correct(record.id, ReportForm.number(form.value("version")), report, actor.memberId());
                flash.success("servicerecord:corrected");
                return Redirect.to("/records/" + id);
            }
        } catch (Problem problem) {
            form.reject(problem);
        }
        return form.answer(Templates.correction(id, form, reportForm.choicesFor(record)));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        return decide(Verb.WITHDRAW, id, Form.of(posted), "servicerecord:withdrawn");
    }

    @POST
    @Path("/{id}/repudiation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response repudiate(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        return decide(Verb.REPUDIATE, id, Form.of(posted), "servicerecord:repudiated");
    }

    @POST
    @Path("/{id}/undoing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response undo(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        return decide(Verb.UNDO, id, Form.of(posted), "servicerecord:undone");
    }

    @POST
    @Path("/{id}/release")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response release(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        return decide(Verb.RELEASE, id, form, form.value("settled"), "servicerecord:released");
    }

    private Response decide(Verb verb, String id, Form form, String done) {
        return decide(verb, id, form, form.value("reason"), done);
    }

    private Response decide(Verb verb, String id, Form form, String reason, String done) {
        long recordId = ServiceRecords.idOf(id);
        try {
            decisions.decide(verb, new Item(recordId, ReportForm.number(form.value("version"))), reason,
                    actor.memberId());
            flash.success(done);
            return Redirect.to("/records/" + id);
        } catch (Problem problem) {
            form.reject(problem);
            return form.answer(Templates.record(
                    views.one(records.visible(recordId, actor.memberId()), actor.memberId()), form));
        }
    }

    /** The member's own records, and the last ones he entered for others. */
    record ListView(PageOf<RowView> own, List<RowView> entered) {
    }

    @CheckedTemplate(basePath = "servicerecord")
    static class Templates {

        static native TemplateInstance list(ListView view);

        static native TemplateInstance report(Form form, Choices choices);

        static native TemplateInstance record(RecordView view, Form form);

        static native TemplateInstance correction(String id, Form form, Choices choices);
    }
}
