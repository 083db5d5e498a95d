package org.shuangbaodao.rollcall;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

import org.shuangbaodao.activity.Activities;
import org.shuangbaodao.activity.ActivityFacts;
import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.Amounts;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.rollcall.WholeActivity.Group;
import org.shuangbaodao.rollcall.WholeActivity.Line;
import org.shuangbaodao.rollcall.WholeActivity.Sheet;
import org.shuangbaodao.servicerecord.RecordDecisions.Outcome;
import org.shuangbaodao.servicerecord.RecordState;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.ProblemTexts;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A whole activity on one screen for the community: headcount by unit, exceptions one by one, one button. */
@Path("/activities")
@RolesAllowed(Actor.MEMBER)
@Produces(MediaType.TEXT_HTML)
class ConfirmationPages {

    private final WholeActivity whole;
    private final WaitingActivities waiting;
    private final Activities activities;
    private final ProblemTexts texts;
    private final CurrentActor actor;

    ConfirmationPages(WholeActivity whole, WaitingActivities waiting, Activities activities, ProblemTexts texts,
            CurrentActor actor) {
        this.whole = whole;
        this.waiting = waiting;
        this.activities = activities;
        this.texts = texts;
        this.actor = actor;
    }

    /** Which activities wait for the reader. */
    @GET
    @Path("/confirmations")
    public TemplateInstance waiting() {
        return Templates.waiting(waiting.of(actor.memberId()).stream().map(each -> new WaitingView(
                Ids.text(each.activity().id()), each.activity().name(), each.activity().startsAt().toLocalDate().toString(),
                each.records())).toList());
    }

    @GET
    @Path("/{id}/confirmation")
    public TemplateInstance sheet(@PathParam("id") String id) {
        ActivityFacts activity = activities.byText(id);
        return Templates.confirmation(view(activity, null), Form.blank());
    }

    /** Confirms, then shows what became of each and what still waits. Safe to repeat. */
    @POST
    @Path("/{id}/confirmation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        ActivityFacts activity = activities.byText(id);
        Set<Long> also = new HashSet<>();
        form.values("also").forEach(each -> Ids.parse(each).ifPresent(also::add));
        try {
            List<Outcome> outcomes = whole.confirm(activity, also, form.value("seen"), actor.memberId());
            return Response.ok(Templates.confirmation(view(activity, results(outcomes)), Form.blank())).build();
        } catch (Problem problem) {
            return form.reject(problem).answer(Templates.confirmation(view(activity, null), form));
        }
    }

    private SheetView view(ActivityFacts activity, ResultView result) {
        Sheet sheet = whole.sheet(activity, actor.memberId());
        return new SheetView(Ids.text(activity.id()), activity.name(), activity.startsAt().toLocalDate().toString(),
                activity.place(), activity.late(), sheet.ordinary(),
                Amounts.hours(sheet.groups().stream().mapToLong(Group::minutes).sum()),
                sheet.groups().stream().map(GroupView::of).toList(), sheet.remarkable().stream().map(LineView::of).toList(),
                sheet.forOthers(), sheet.confirmed(), sheet.seen(), result);
    }

    private ResultView results(List<Outcome> outcomes) {
        List<RefusedView> refused = outcomes.stream().filter(each -> !each.isDone()).map(each -> new RefusedView(
                Ids.text(each.recordId()), texts.title(each.problem()), texts.detail(each.problem()))).toList();
        long handedUp = outcomes.stream().filter(each -> each.isDone() && each.record().state == RecordState.SUBMITTED).count();
        return new ResultView(outcomes.size() - refused.size() - (int) handedUp, (int) handedUp, refused);
    }

    record WaitingView(String id, String name, String day, long records) {
    }

    /**
     * @param ordinary how many are confirmed by the button alone
     * @param forOthers how many wait for somebody else
     */
    record SheetView(String id, String name, String day, String place, boolean late, int ordinary, String hours,
            List<GroupView> groups, List<LineView> remarkable, int forOthers, int confirmed, String seen, ResultView result) {
    }

    record GroupView(String unit, int people, String hours, List<LineView> lines) {

        static GroupView of(Group group) {
            return new GroupView(group.unit().name, group.lines().size(), Amounts.hours(group.minutes()),
                    group.lines().stream().map(LineView::of).toList());
        }
    }

    record LineView(String id, String name, String unit, String from, String to, int minutes, boolean byOrganizer,
            List<Remark> remarks) {

        static LineView of(Line line) {
            return new LineView(Ids.text(line.record().id), line.member().name, line.unit().name,
                    line.record().startedAt.toLocalTime().toString(), line.record().endedAt.toLocalTime().toString(),
                    line.record().minutes, line.record().isEnteredBySomebodyElse(), List.copyOf(line.remarks()));
        }
    }

    /** @param handedUp signed by the reader, and now with the second who has to */
    record ResultView(int done, int handedUp, List<RefusedView> refused) {
    }

    record RefusedView(String id, String title, String detail) {
    }

    @CheckedTemplate(basePath = "rollcall")
    static class Templates {

        static native TemplateInstance waiting(List<WaitingView> waiting);

        static native TemplateInstance confirmation(SheetView view, Form form);
    }
}
