package org.shuangbaodao.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

import org.shuangbaodao.activity.ActivityDesk.Scope;
import org.shuangbaodao.checkin.CheckIns;
import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** Publishing, changing and cancelling, for those with office over the organizer. */
@Path("/activities")
@Authenticated
@Produces(MediaType.TEXT_HTML)
class DeskPages {

    private final ActivityDesk desk;
    private final Activities activities;
    private final ActivityKeeping keeping;
    private final Posts posts;
    private final CheckIns checkIns;
    private final Organizations organizations;
    private final Members members;
    private final CurrentActor actor;
    private final BusinessTime time;
    private final Flash flash;

    DeskPages(ActivityDesk desk, Activities activities, ActivityKeeping keeping, Posts posts, CheckIns checkIns,
            Organizations organizations, Members members, CurrentActor actor, BusinessTime time, Flash flash) {
        this.desk = desk;
        this.activities = activities;
        this.keeping = keeping;
        this.posts = posts;
        this.checkIns = checkIns;
        this.organizations = organizations;
        this.members = members;
        this.actor = actor;
        this.time = time;
        this.flash = flash;
    }

    @GET
    @Path("/new")
    public TemplateInstance blank(@QueryParam("organizer") @DefaultValue("") String organizer,
            @QueryParam("q") @DefaultValue("") String search) {
        List<Organization> organizers = organizers(organizer);
        if (organizers.isEmpty()) {
            return Templates.organizer(new OrganizerSearch(search,
                    keeping.matching(actor.memberId(), search).stream().map(Choice::of).toList()));
        }
        return Templates.publish(choices(organizers, search), Form.blank().with("key", "page-" + Ids.text(Ids.next()))
                .with("organizerCode", organizers.get(0).code).with("day1", time.today().plusDays(1)));
    }

    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response publish(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        ActivityForm typed = new ActivityForm(form);
        try {
            ActivityPlan plan = typed.read();
            if (!form.isRejected()) {
                String first = desk.publish(form.value("key"), plan, actor.memberId()).ids().get(0);
                flash.success("activity:published");
                return Redirect.to("/activities/" + first);
            }
        } catch (Problem problem) {
            typed.reject(problem);
        }
        return form.answer(Templates.publish(choices(organizers(form.value("organizerCode")), form.value("communityCode")),
                form));
    }

    @GET
    @Path("/{id}/edit")
    public TemplateInstance edit(@PathParam("id") String id) {
        ActivityFacts activity = kept(id);
        return Templates.edit(view(activity), ActivityForm.of(activity, members.byId(activity.leadId()).number));
    }

    @POST
    @Path("/{id}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        ActivityFacts activity = kept(id);
        Form form = Form.of(posted);
        ActivityForm typed = new ActivityForm(form);
        try {
            ActivityPlan plan = typed.read();
            if (!form.isRejected()) {
                desk.change(activity.id(), form.number("version"), scope(form), plan, actor.memberId());
                flash.success("activity:edited");
                return Redirect.to("/activities/" + id);
            }
        } catch (Problem problem) {
            typed.reject(problem);
        }
        return form.answer(Templates.edit(view(activity), form));
    }

    @GET
    @Path("/{id}/cancellation")
    public TemplateInstance askToCancel(@PathParam("id") String id) {
        ActivityFacts activity = kept(id);
        return Templates.cancel(view(activity), Form.blank().with("version", activity.version()));
    }

    @POST
    @Path("/{id}/cancellation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response cancel(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        ActivityFacts activity = kept(id);
        Form form = Form.of(posted);
        try {
            desk.cancel(activity.id(), form.number("version"), scope(form), form.value("reason"), actor.memberId());
            flash.success("activity:called_off");
            return Redirect.to("/activities/" + id);
        } catch (Problem problem) {
            return form.reject(problem).answer(Templates.cancel(view(activity), form));
        }
    }

    private ActivityFacts kept(String id) {
        ActivityFacts activity = activities.byText(id);
        keeping.require(actor.memberId(), organizations.byId(activity.organizerId()));
        return activity;
    }

    private static Scope scope(Form form) {
        return form.is("scope", Scope.THIS_AND_LATER) ? Scope.THIS_AND_LATER : Scope.THIS;
    }

    // An officer of a street names the community; everybody else has few to choose from.
    private List<Organization> organizers(String code) {
        List<Organization> organizers = new ArrayList<>();
        organizations.find(Names.tidy(code)).filter(named -> keeping.mayKeep(actor.memberId(), named))
                .ifPresent(organizers::add);
        keeping.organizersFor(actor.memberId()).stream()
                .filter(each -> organizers.stream().noneMatch(other -> other.id.equals(each.id))).forEach(organizers::add);
        if (organizers.isEmpty() && !actor.get().has(Actor.OFFICER)) {
            throw new Problem(ActivityProblem.NOT_ORGANIZER);
        }
        return organizers;
    }

    private Choices choices(List<Organization> organizers, String search) {
        Map<Long, Organization> communities = new LinkedHashMap<>();
        organizers.stream().filter(each -> each.kind == OrganizationKind.COMMUNITY)
                .forEach(each -> communities.put(each.id, each));
        boolean guest = organizers.stream().anyMatch(each -> each.kind != OrganizationKind.COMMUNITY);
        if (guest) {
            organizers.stream().filter(each -> each.seatId != null).map(each -> organizations.byId(each.seatId))
                    .filter(seat -> seat.kind == OrganizationKind.COMMUNITY).forEach(seat -> communities.put(seat.id, seat));
            checkIns.acceptedCommunities(actor.memberId(), time.today()).forEach(each -> communities.put(each.id, each));
            Organizers.communities(search).forEach(each -> communities.put(each.id, each));
        }
        LocalDate today = time.today();
        List<PostChoice> open = communities.values().stream().flatMap(community -> posts.openOn(community.id, today).stream()
                .map(post -> new PostChoice(Ids.text(post.id()), post.name(), community.name))).toList();
        return new Choices(organizers.stream().map(Choice::of).toList(), guest,
                communities.values().stream().map(Choice::of).toList(), open, search, ActivityForm.slotRows(),
                List.of(Repeat.values()));
    }

    private EditView view(ActivityFacts activity) {
        int later = activities.laterInSeries(activity).size() - 1;
        List<PostChoice> open = posts.openOn(activity.communityId(), activity.startsAt().toLocalDate()).stream()
                .map(post -> new PostChoice(Ids.text(post.id()), post.name(), "")).toList();
        return new EditView(Ids.text(activity.id()), activity.name(), later, open, ActivityForm.slotRows());
    }

    /** @param guest whether somebody organizes who is no community, so that one is to be named */
    record Choices(List<Choice> organizers, boolean guest, List<Choice> communities, List<PostChoice> posts, String search,
            List<ActivityForm.SlotRow> rows, List<Repeat> repeats) {
    }

    /** Asked of an officer far above, whose offices organize nothing themselves. */
    record OrganizerSearch(String search, List<Choice> found) {
    }

    record Choice(String code, String name) {

        static Choice of(Organization organization) {
            return new Choice(organization.code, organization.name);
        }
    }

    record PostChoice(String id, String name, String community) {
    }

    /** @param later how many days of the series come after this one */
    record EditView(String id, String name, int later, List<PostChoice> posts, List<ActivityForm.SlotRow> rows) {
    }

    @CheckedTemplate(basePath = "activity")
    static class Templates {

        static native TemplateInstance organizer(OrganizerSearch view);

        static native TemplateInstance publish(Choices view, Form form);

        static native TemplateInstance edit(EditView view, Form form);

        static native TemplateInstance cancel(EditView view, Form form);
    }
}
