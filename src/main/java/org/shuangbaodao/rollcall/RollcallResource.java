package org.shuangbaodao.rollcall;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.shuangbaodao.activity.Activities;
import org.shuangbaodao.activity.ActivityFacts;
import org.shuangbaodao.activity.ActivityFacts.Slot;
import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.rollcall.AttendanceList.Entry;
import org.shuangbaodao.servicerecord.RecordDecisions.Outcome;
import org.shuangbaodao.servicerecord.RecordState;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A whole activity over JSON: the organizer's list, the confirmation, the public log. */
@Path("/api/activities")
@Produces(MediaType.APPLICATION_JSON)
class RollcallResource {

    private final AttendanceList list;
    private final WholeActivity whole;
    private final ActivityLog log;
    private final Activities activities;
    private final Organizations organizations;
    private final CurrentActor actor;
    private final BusinessTime time;

    RollcallResource(AttendanceList list, WholeActivity whole, ActivityLog log, Activities activities,
            Organizations organizations, CurrentActor actor, BusinessTime time) {
        this.list = list;
        this.whole = whole;
        this.log = log;
        this.activities = activities;
        this.organizations = organizations;
        this.actor = actor;
        this.time = time;
    }

    /** One record for each entry, entered on behalf. Repeating it changes nothing. */
    @POST
    @Path("/{id}/list")
    @RolesAllowed(Actor.MEMBER)
    public Entered enter(@PathParam("id") String id, @NotNull @Valid Sheet sheet) {
        ActivityFacts activity = activities.byText(id);
        Slot slot = sheet.slotId == null && activity.slots().size() == 1 ? activity.slots().get(0)
                : Ids.parse(sheet.slotId).flatMap(activity::slot).orElseThrow(() -> invalid("slotId", "unknown"));
        List<Entry> entries = sheet.rows.stream().map(row -> new Entry(row.memberNumber, row.minutes)).toList();
        return new Entered(list.enter(activity, slot, entries, sheet.consentNote, sheet.lateReason, actor.memberId()).stream()
                .map(each -> new EnteredRow(
                        each.memberNumber(), each.isDone(), each.isDone() ? Ids.text(each.record().id) : null,
                        each.isDone() ? null : each.problem().type().code()))
                .toList());
    }

    /** Everything ordinary, and of the rest what is named; each row answered for itself. Repeating it does what is left. */
    @POST
    @Path("/{id}/confirmation")
    @RolesAllowed(Actor.MEMBER)
    public Confirmed confirm(@PathParam("id") String id, @Valid Confirmation confirmation) {
        Set<Long> also = new HashSet<>();
        if (confirmation != null && confirmation.also != null) {
            confirmation.also.forEach(each -> Ids.parse(each).ifPresent(also::add));
        }
        ActivityFacts activity = activities.byText(id);
        List<Outcome> outcomes = whole.confirm(activity, also, confirmation == null ? null : confirmation.seen,
                actor.memberId());
        WholeActivity.Sheet left = whole.sheet(activity, actor.memberId());
        return new Confirmed(outcomes.stream().map(ConfirmedRow::of).toList(), left.confirmed(),
                left.remarkable().stream().map(line -> new Remarkable(Ids.text(line.record().id), List.copyOf(line.remarks())))
                        .toList());
    }

    /** What has taken place in a community; names nobody. */
    @GET
    @Path("/log")
    @PermitAll
    public Log log(@QueryParam("community") @NotBlank String community, @QueryParam("month") String month) {
        YearMonth shown = month(month);
        return new Log(community, shown.toString(), log.of(organizations.byCode(community.strip()), shown).stream()
                .map(LogRow::of).toList());
    }

    private YearMonth month(String text) {
        try {
            return text == null ? YearMonth.from(time.today()) : YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw invalid("month", "malformed");
        }
    }

    private static Problem invalid(String field, String reason) {
        return new Problem(CommonProblem.INVALID).with("errors", List.of(new FieldProblem(field, reason)));
    }

    /**
     * @param slotId may be left out where the activity has one slot
     * @param lateReason needed more than ten working days after the slot's end
     */
    record Sheet(@Size(max = 40) String slotId, @NotEmpty @Size(max = 1000) List<@NotNull @Valid SheetRow> rows,
            @Size(max = 200) String consentNote, @Size(max = 500) String lateReason) {
    }

    /** @param minutes left out: as long as he signed for, or the whole slot */
    record SheetRow(@NotBlank @Size(max = 40) String memberNumber, @Min(1) @Max(1440) Integer minutes) {
    }

    record Entered(List<EnteredRow> results) {
    }

    /** {@code problem} is the stable code of the refusal. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EnteredRow(String memberNumber, boolean done, String recordId, String problem) {
    }

    /**
     * @param also records with remarks that are to be confirmed too
     * @param seen of the page somebody looked at; left out, what lies there now
     */
    record Confirmation(@Size(max = 1000) List<@NotNull String> also, @Size(max = 40) String seen) {
    }

    /** @param remarkable what was left to be looked at one by one */
    record Confirmed(List<ConfirmedRow> results, int confirmed, List<Remarkable> remarkable) {
    }

    record Remarkable(String id, List<Remark> remarks) {
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConfirmedRow(String id, boolean done, RecordState state, String problem) {

        static ConfirmedRow of(Outcome outcome) {
            return new ConfirmedRow(Ids.text(outcome.recordId()), outcome.isDone(),
                    outcome.record() == null ? null : outcome.record().state,
                    outcome.isDone() ? null : outcome.problem().type().code());
        }
    }

    record Log(String communityCode, String month, List<LogRow> days) {
    }

    /**
     * @param activityId null for personal service
     * @param people null, as minutes, where they were fewer than five
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LogRow(LocalDate day, String activityId, String name, String place, boolean fewerThanFive, Integer people,
            Long minutes) {

        static LogRow of(ActivityLog.Line line) {
            ActivityFacts activity = line.activity();
            return new LogRow(line.day(), activity == null ? null : Ids.text(activity.id()),
                    activity == null ? null : activity.name(), activity == null ? null : activity.place(), line.isBanded(),
                    line.people(), line.minutes());
        }
    }
}
