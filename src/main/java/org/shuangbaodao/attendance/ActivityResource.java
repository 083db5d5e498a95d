package org.shuangbaodao.attendance;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.shuangbaodao.activity.Activities;
import org.shuangbaodao.activity.ActivityFacts;
import org.shuangbaodao.activity.ActivityState;
import org.shuangbaodao.attendance.SignUps.Places;
import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;

/** Activities over JSON: what is public about them, and signing up. */
@Path("/api/activities")
@Produces(MediaType.APPLICATION_JSON)
class ActivityResource {

    private final Activities activities;
    private final SignUps signUps;
    private final Organizations organizations;
    private final CurrentActor actor;
    private final BusinessTime time;

    ActivityResource(Activities activities, SignUps signUps, Organizations organizations, CurrentActor actor,
            BusinessTime time) {
        this.activities = activities;
        this.signUps = signUps;
        this.organizations = organizations;
        this.actor = actor;
        this.time = time;
    }

    @GET
    @PermitAll
    public PageOf<View> list(@QueryParam("community") String community, @QueryParam("from") LocalDate from,
            @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
        PageOf<ActivityFacts> found = activities.from(from == null ? time.today() : from,
                community == null ? null : List.of(organizations.byCode(community.strip()).id), PageOf.clampPage(page),
                PageOf.clampSize(size));
        return new PageOf<>(views(found.items()), found.page(), found.size(), found.total());
    }

    @GET
    @Path("/{id}")
    @PermitAll
    public View one(@PathParam("id") String id) {
        return views(List.of(activities.byText(id))).get(0);
    }

    /** A place, or one on the waiting list. Asking twice changes nothing. */
    @POST
    @Path("/{id}/sign-up")
    @RolesAllowed(Actor.MEMBER)
    public Standing signUp(@PathParam("id") String id, @NotNull @Valid Choice choice) {
        return new Standing(choice.slotId, signUps.signUp(activities.byText(id).id(), choice.slot(), actor.memberId()));
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed(Actor.MEMBER)
    public Standing withdraw(@PathParam("id") String id, @NotNull @Valid Choice choice) {
        signUps.withdraw(activities.byText(id).id(), choice.slot(), actor.memberId());
        return new Standing(choice.slotId, SignUpState.WITHDRAWN);
    }

    /** The reader's own places. */
    @GET
    @Path("/{id}/sign-up")
    @Authenticated
    public List<Standing> mine(@PathParam("id") String id) {
        return signUps.of(activities.byText(id).id(), actor.memberId()).entrySet().stream()
                .map(each -> new Standing(Ids.text(each.getKey()), each.getValue())).toList();
    }

    private List<View> views(List<ActivityFacts> found) {
        Map<Long, Places> places = signUps.places(found.stream().flatMap(each -> each.slots().stream())
                .map(ActivityFacts.Slot::id).toList());
        Map<Long, Organization> known = organizations.byIds(found.stream()
                .flatMap(each -> Stream.of(each.organizerId(), each.communityId())).distinct().toList());
        return found.stream().map(each -> view(each, places, known)).toList();
    }

    private static View view(ActivityFacts activity, Map<Long, Places> places, Map<Long, Organization> known) {
        return new View(Ids.text(activity.id()), activity.seriesId() == null ? null : Ids.text(activity.seriesId()),
                activity.name(), activity.state(), known.get(activity.organizerId()).code,
                known.get(activity.communityId()).code, activity.place(), activity.content(), activity.conditions(),
                activity.riskNote(), activity.skills(), activity.voluntary(), activity.workingTime(), activity.late(),
                activity.cancelReason(), activity.version(), activity.slots().stream()
                        .map(slot -> new SlotView(Ids.text(slot.id()), slot.startsAt(), slot.endsAt(), slot.capacity(),
                                places.get(slot.id()).taken(), places.get(slot.id()).waiting()))
                        .toList());
    }

    record Choice(@NotNull String slotId) {

        long slot() {
            return Ids.parse(slotId).orElseThrow(() -> new Problem(AttendanceProblem.UNKNOWN_SLOT));
        }
    }

    record Standing(String slotId, SignUpState state) {
    }

    /** Names nobody. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(String id, String seriesId, String name, ActivityState state, String organizerCode, String communityCode,
            String place, String content, String conditions, String riskNote, String skills, boolean voluntary,
            boolean workingTime, boolean late, String cancelReason, int version, List<SlotView> slots) {
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SlotView(String id, LocalDateTime startsAt, LocalDateTime endsAt, Integer capacity, int taken, int waiting) {
    }
}
