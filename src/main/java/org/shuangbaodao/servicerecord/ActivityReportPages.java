package org.shuangbaodao.servicerecord;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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
import org.shuangbaodao.activity.ActivityFacts.Slot;
import org.shuangbaodao.attendance.Signings;
import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The report of somebody who took part in an activity: from and to, filled in from signing or from the slot. */
@Path("/activities")
@RolesAllowed(Actor.MEMBER)
@Produces(MediaType.TEXT_HTML)
class ActivityReportPages {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final ServiceRecords records;
    private final Activities activities;
    private final Signings signings;
    private final CurrentActor actor;
    private final BusinessTime time;
    private final Flash flash;

    ActivityReportPages(ServiceRecords records, Activities activities, Signings signings, CurrentActor actor, BusinessTime time,
            Flash flash) {
        this.records = records;
        this.activities = activities;
        this.signings = signings;
        this.actor = actor;
        this.time = time;
        this.flash = flash;
    }

    @GET
    @Path("/{id}/report")
    public TemplateInstance blank(@PathParam("id") String id, @QueryParam("slot") String slotId) {
        ActivityFacts activity = activities.byText(id);
        Slot slot = Ids.parse(slotId).flatMap(activity::slot).orElseGet(() -> latest(activity));
        Signings.Times signed = signings.times(List.of(slot.id())).getOrDefault(slot.id(), Map.of())
                .getOrDefault(actor.memberId(), new Signings.Times(null, null, false));
        LocalDateTime from = signed.in() == null ? slot.startsAt() : signed.in();
        LocalDateTime to = signed.out() == null ? slot.endsAt() : signed.out();
        return page(activity, slot, Form.blank().with("key", "page-" + Ids.text(Ids.next())).with("slot", Ids.text(slot.id()))
                .with("from", from.format(CLOCK)).with("to", to.format(CLOCK)).with("summary", activity.content()));
    }

    // The last one that has begun: nobody reports what is still to come.
    private Slot latest(ActivityFacts activity) {
        LocalDateTime now = time.localNow();
        return activity.slots().stream().filter(slot -> !slot.startsAt().isAfter(now)).reduce((first, second) -> second)
                .orElse(activity.slots().get(0));
    }

    @POST
    @Path("/{id}/report")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response report(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        ActivityFacts activity = activities.byText(id);
        Slot slot = Ids.parse(form.value("slot")).flatMap(activity::slot).orElseGet(() -> latest(activity));
        try {
            Report report = read(form, activity, slot);
            if (!form.isRejected()) {
                RecordAnswer taken = records.report(form.value("key"), report, actor.memberId());
                flash.success("servicerecord:reported");
                return Redirect.to("/records/" + taken.id());
            }
        } catch (Problem problem) {
            form.reject(problem);
        }
        return form.answer(page(activity, slot, form));
    }

    private static Report read(Form form, ActivityFacts activity, Slot slot) {
        LocalTime from = time(form, "from");
        LocalTime to = time(form, "to");
        if (form.value("summary").length() > 500) {
            form.reject("summary", "too-long");
        }
        LocalDateTime start = from == null ? null : near(slot.startsAt(), from);
        LocalDateTime end = start == null || to == null ? null : near(slot.endsAt(), to);
        return new Report(start, end, form.value("summary"), Ids.text(activity.id()), Ids.text(slot.id()), null, null, null,
                null, form.is("working", "yes"), null, null, null, null, null, form.value("late"));
    }

    // A slot may run across midnight: the clock time nearest to it is meant, on whichever of its days.
    private static LocalDateTime near(LocalDateTime moment, LocalTime clock) {
        LocalDateTime same = moment.toLocalDate().atTime(clock);
        if (same.isBefore(moment.minusHours(12))) {
            return same.plusDays(1);
        }
        return same.isAfter(moment.plusHours(12)) ? same.minusDays(1) : same;
    }

    private static LocalTime time(Form form, String field) {
        String typed = form.value(field);
        try {
            return typed.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(typed).withSecond(0).withNano(0);
        } catch (DateTimeException e) {
            form.reject(field, typed.isEmpty() ? "required" : "not-a-time");
            return null;
        }
    }

    private TemplateInstance page(ActivityFacts activity, Slot chosen, Form form) {
        List<SlotChoice> slots = activity.slots().stream().map(slot -> new SlotChoice(Ids.text(slot.id()), slot.day()
                + " " + slot.startsAt().format(CLOCK) + "–" + slot.endsAt().format(CLOCK), slot.id() == chosen.id())).toList();
        return Templates.activityReport(new PageView(Ids.text(activity.id()), activity.name(), activity.place(), slots), form);
    }

    /** @param slots all of the activity's, one of them chosen */
    record PageView(String id, String name, String place, List<SlotChoice> slots) {
    }

    record SlotChoice(String id, String when, boolean chosen) {
    }

    @CheckedTemplate(basePath = "servicerecord")
    static class Templates {

        static native TemplateInstance activityReport(PageView view, Form form);
    }
}
