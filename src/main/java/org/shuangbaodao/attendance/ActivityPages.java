package org.shuangbaodao.attendance;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
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

import org.shuangbaodao.activity.Activities;
import org.shuangbaodao.activity.ActivityFacts;
import org.shuangbaodao.activity.ActivityKeeping;
import org.shuangbaodao.activity.Organizers;
import org.shuangbaodao.attendance.ActivityViews.ActivityView;
import org.shuangbaodao.attendance.ActivityViews.RowView;
import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What takes place where and when, for everybody; signing up, for members. */
@Path("/activities")
@Produces(MediaType.TEXT_HTML)
class ActivityPages {

    private final Activities activities;
    private final ActivityKeeping keeping;
    private final ActivityViews views;
    private final SignUps signUps;
    private final CurrentActor actor;
    private final BusinessTime time;
    private final Flash flash;

    ActivityPages(Activities activities, ActivityKeeping keeping, ActivityViews views, SignUps signUps, CurrentActor actor,
            BusinessTime time, Flash flash) {
        this.activities = activities;
        this.keeping = keeping;
        this.views = views;
        this.signUps = signUps;
        this.actor = actor;
        this.time = time;
        this.flash = flash;
    }

    @GET
    @PermitAll
    public TemplateInstance list(@QueryParam("community") @DefaultValue("") String community,
            @QueryParam("from") @DefaultValue("") String from, @QueryParam("page") Integer page) {
        LocalDate day = dayOr(from, time.today());
        List<Organization> communities = Organizers.communities(community);
        PageOf<RowView> rows = views.next(day, community.isBlank() ? null : communities.stream().map(each -> each.id).toList(),
                PageOf.clampPage(page), PageOf.DEFAULT_SIZE);
        boolean organizes = !actor.get().isVisitor() && !keeping.organizersFor(actor.memberId()).isEmpty();
        return Templates.list(new ListView(rows, community, day.toString(),
                communities.size() == 1 ? communities.get(0).code : null, organizes));
    }

    // A crawler's or a typing error's day is not worth a refusal.
    private static LocalDate dayOr(String text, LocalDate otherwise) {
        try {
            return text.isBlank() ? otherwise : LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    @GET
    @Path("/{id}")
    @PermitAll
    public TemplateInstance one(@PathParam("id") String id) {
        return page(activities.byText(id), Form.blank());
    }

    private TemplateInstance page(ActivityFacts activity, Form form) {
        return Templates.activity(views.one(activity, actor.get().memberId()), form);
    }

    @POST
    @Path("/{id}/sign-up")
    @RolesAllowed(Actor.MEMBER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signUp(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        ActivityFacts activity = activities.byText(id);
        try {
            SignUpState state = signUps.signUp(activity.id(), slotOf(form), actor.memberId());
            if (state == SignUpState.TAKEN) {
                flash.success("attendance:signed_up");
            } else {
                flash.warning("attendance:waiting_now");
            }
            return Redirect.to("/activities/" + id);
        } catch (Problem problem) {
            return form.reject(problem).answer(page(activity, form));
        }
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed(Actor.MEMBER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        ActivityFacts activity = activities.byText(id);
        try {
            signUps.withdraw(activity.id(), slotOf(form), actor.memberId());
            flash.success("attendance:withdrawn");
            return Redirect.to("/activities/" + id);
        } catch (Problem problem) {
            return form.reject(problem).answer(page(activity, form));
        }
    }

    private static long slotOf(Form form) {
        return Ids.parse(form.value("slot")).orElseThrow(() -> new Problem(AttendanceProblem.UNKNOWN_SLOT));
    }

    /**
     * @param search as typed: a community's code or a part of its name
     * @param community the one that was found, null for none or several
     * @param organizes whether the reader may publish
     */
    record ListView(PageOf<RowView> rows, String search, String from, String community, boolean organizes) {
    }

    @CheckedTemplate(basePath = "attendance")
    static class Templates {

        static native TemplateInstance list(ListView view);

        static native TemplateInstance activity(ActivityView view, Form form);
    }
}
