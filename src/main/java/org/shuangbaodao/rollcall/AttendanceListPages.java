package org.shuangbaodao.rollcall;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.rollcall.AttendanceList.Entry;
import org.shuangbaodao.rollcall.AttendanceList.Outcome;
import org.shuangbaodao.rollcall.AttendanceList.Row;
import org.shuangbaodao.servicerecord.RecordState;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.ProblemTexts;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Who was there: one screen, ticked in advance, with minutes only where somebody came late or left early. */
@Path("/activities")
@RolesAllowed(Actor.MEMBER)
@Produces(MediaType.TEXT_HTML)
class AttendanceListPages {

    /** A form holds a thousand fields, and each row has two. Who has been handed in makes room for the next. */
    private static final int MOST_SHOWN = 400;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final AttendanceList list;
    private final Activities activities;
    private final ProblemTexts texts;
    private final CurrentActor actor;
    private final BusinessTime time;

    AttendanceListPages(AttendanceList list, Activities activities, ProblemTexts texts, CurrentActor actor, BusinessTime time) {
        this.list = list;
        this.activities = activities;
        this.texts = texts;
        this.actor = actor;
        this.time = time;
    }

    @GET
    @Path("/{id}/list")
    public TemplateInstance sheet(@PathParam("id") String id, @QueryParam("slot") String slotId) {
        ActivityFacts activity = activities.byText(id);
        return Templates.list(view(activity, slot(activity, slotId), null, false), Form.blank());
    }

    @POST
    @Path("/{id}/list")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enter(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        ActivityFacts activity = activities.byText(id);
        Slot slot = slot(activity, form.value("slot"));
        List<Entry> entries = entries(form);
        if (entries.isEmpty()) {
            form.reject("present", "rollcall-nobody");
        }
        if (form.value("consent").length() > 200) {
            form.reject("consent", "too-long");
        }
        if (form.value("late").length() > 500) {
            form.reject("late", "too-long");
        }
        try {
            if (!form.isRejected()) {
                List<Outcome> outcomes = list.enter(activity, slot, entries, form.value("consent"),
                        form.value("late"), actor.memberId());
                return Response.ok(Templates.list(view(activity, slot, results(outcomes), true), Form.blank())).build();
            }
        } catch (Problem problem) {
            form.reject(problem);
        }
        return form.answer(Templates.list(view(activity, slot, null, true), form));
    }

    // Ticked rows by number, with minutes where they were typed; further numbers one a line, each with minutes behind if need be.
    private static List<Entry> entries(Form form) {
        List<Entry> entries = new ArrayList<>();
        form.values("present").forEach(number -> entries.add(new Entry(number, form.number("minutes-" + number))));
        for (String line : form.value("others").split("[\\r\\n,，、;；]+")) {
            String[] parts = line.strip().split("\\s+");
            if (parts[0].isEmpty()) {
                continue;
            }
            if (parts.length > 2 || parts[0].length() > 40 || parts.length == 2 && !parts[1].matches("\\d{1,4}")) {
                form.reject("others", "rollcall-line");
            } else {
                entries.add(new Entry(parts[0], parts.length == 2 ? Integer.valueOf(parts[1]) : null));
            }
        }
        return entries;
    }

    // The last that has begun: lists are made afterwards.
    private Slot slot(ActivityFacts activity, String id) {
        return Ids.parse(id).flatMap(activity::slot).orElseGet(() -> activity.slots().stream()
                .filter(slot -> !slot.startsAt().isAfter(time.localNow())).reduce((first, second) -> second)
                .orElse(activity.slots().get(0)));
    }

    /** @param again the form came back: what was ticked then counts, not who is expected */
    private ListView view(ActivityFacts activity, Slot chosen, ResultView result, boolean again) {
        List<RowView> rows = list.rows(activity, chosen, actor.memberId()).stream().map(RowView::of).toList();
        List<RowView> open = rows.stream().filter(row -> row.state == null).toList();
        return new ListView(Ids.text(activity.id()), activity.name(), activity.slots().stream()
                .map(slot -> new SlotChoice(Ids.text(slot.id()), slot.day() + " " + slot.startsAt().format(CLOCK) + "–"
                        + slot.endsAt().format(CLOCK), slot.id() == chosen.id()))
                .toList(), Ids.text(chosen.id()), !chosen.endsAt().isAfter(time.localNow()),
                open.subList(0, Math.min(MOST_SHOWN, open.size())), Math.max(0, open.size() - MOST_SHOWN),
                rows.stream().filter(row -> row.state != null).toList(), again, result);
    }

    private ResultView results(List<Outcome> outcomes) {
        List<RefusedView> refused = outcomes.stream().filter(each -> !each.isDone()).map(each -> new RefusedView(
                each.memberNumber(), texts.title(each.problem()), texts.detail(each.problem()))).toList();
        return new ResultView(outcomes.size() - refused.size(), refused);
    }

    /**
     * @param over whether the slot is over, so that there is something to hand in
     * @param rows of whom there is no record yet
     * @param more how many come after those
     * @param handedIn of whom there is
     * @param result of what was just handed in, null before
     */
    record ListView(String id, String name, List<SlotChoice> slots, String slot, boolean over, List<RowView> rows,
            int more, List<RowView> handedIn, boolean again, ResultView result) {
    }

    record SlotChoice(String id, String when, boolean chosen) {
    }

    /** @param signed when he came and went by the code, null if he did not use it */
    record RowView(String number, String name, boolean expected, boolean ticked, String signed, boolean claimed, int minutes,
            RecordState state) {

        static RowView of(Row row) {
            String signed = row.isSigned() ? clock(row.signed().in()) + "–" + clock(row.signed().out()) : null;
            return new RowView(row.number(), row.name(), row.expected(), row.expected() || row.isSigned(), signed,
                    row.signed().claimed(), row.minutes(), row.state());
        }

        /** For templates: the field in which somebody's own minutes are typed. */
        public String field() {
            return "minutes-" + number;
        }

        private static String clock(LocalDateTime at) {
            return Optional.ofNullable(at).map(CLOCK::format).orElse("");
        }
    }

    record ResultView(int done, List<RefusedView> refused) {
    }

    record RefusedView(String number, String title, String detail) {
    }

    @CheckedTemplate(basePath = "rollcall")
    static class Templates {

        static native TemplateInstance list(ListView view, Form form);
    }
}
