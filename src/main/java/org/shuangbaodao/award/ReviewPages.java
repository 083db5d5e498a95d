package org.shuangbaodao.award;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.servicerecord.Capacity.Step;
import org.shuangbaodao.servicerecord.RecordDecisions;
import org.shuangbaodao.servicerecord.RecordDecisions.Item;
import org.shuangbaodao.servicerecord.RecordDecisions.Outcome;
import org.shuangbaodao.servicerecord.RecordProblem;
import org.shuangbaodao.servicerecord.RecordState;
import org.shuangbaodao.servicerecord.ServiceRecord;
import org.shuangbaodao.servicerecord.Verb;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.ProblemTexts;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The secretaries' queue: the oldest first, many at once, each row answered for itself. */
@Path("/review")
@Authenticated
@Produces(MediaType.TEXT_HTML)
class ReviewPages {

    private final ReviewQueue queue;
    private final QueueViews views;
    private final RecordDecisions decisions;
    private final Reversals reversals;
    private final ProblemTexts texts;
    private final CurrentActor actor;
    private final Flash flash;

    ReviewPages(ReviewQueue queue, QueueViews views, RecordDecisions decisions, Reversals reversals, ProblemTexts texts,
            CurrentActor actor, Flash flash) {
        this.queue = queue;
        this.views = views;
        this.decisions = decisions;
        this.reversals = reversals;
        this.texts = texts;
        this.actor = actor;
        this.flash = flash;
    }

    @GET
    public Response list(@Context UriInfo address) {
        Asked asked = Asked.of(address.getQueryParameters());
        return Response.status(asked.form.isRejected() ? 422 : 200).entity(Templates.queue(view(asked, null), Form.blank()))
                .build();
    }

    /** Decides on the ticked rows, then shows what became of each and what still waits. Safe to repeat. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(@Context UriInfo address, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        Step step = stepOf(form.value("step"));
        Asked asked = Asked.of(address.getQueryParameters()).again(step);
        List<Item> items = items(form.values("item"));
        if (items.isEmpty()) {
            form.reject("item", "award-none-chosen");
            return form.answer(Templates.queue(view(asked, null), form));
        }
        try {
            List<Outcome> outcomes = decisions.decideAll(verbOf(form.value("verb")), items, reason(form), actor.memberId());
            return Response.ok(Templates.queue(view(asked, results(verbOf(form.value("verb")), outcomes)), Form.blank()))
                    .build();
        } catch (Problem problem) {
            form.reject(problem);
            return form.answer(Templates.queue(view(asked, null), form));
        }
    }

    /** Takes a step back, from the page of the record. */
    @POST
    @Path("/reversal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response reverse(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        String id = form.value("id");
        List<Item> items = items(List.of(id + ":" + form.value("version")));
        if (items.isEmpty()) {
            return Redirect.to("/review");
        }
        try {
            decisions.decide(Verb.REVERSE, items.get(0), form.value("reason"), actor.memberId());
            flash.success("award:reversed");
        } catch (Problem problem) {
            if (problem.type() != RecordProblem.SECOND_NEEDED) {
                throw problem;
            }
            reversals.propose(items, form.value("reason"), actor.memberId());
            flash.warning("award:reversal_proposed");
        }
        return Redirect.to("/records/" + id);
    }

    private static String reason(Form form) {
        return Stream.of(form.value("reasonChoice"), form.value("reason")).filter(text -> !text.isEmpty())
                .reduce((choice, text) -> choice + "：" + text).orElse("");
    }

    private static Step stepOf(String text) {
        return "award".equals(text) ? Step.AWARD : Step.CONFIRMATION;
    }

    private static Verb verbOf(String text) {
        return switch (text) {
            case "confirm" -> Verb.CONFIRM;
            case "award" -> Verb.AWARD;
            case "return" -> Verb.RETURN;
            case "undo" -> Verb.UNDO;
            default -> Verb.REJECT;
        };
    }

    // "id:version", as the rows were shown.
    private static List<Item> items(List<String> chosen) {
        List<Item> items = new ArrayList<>();
        for (String each : chosen) {
            String[] parts = each.split(":");
            if (parts.length == 2 && parts[1].matches("\\d{1,9}")) {
                Ids.parse(parts[0]).ifPresent(id -> items.add(new Item(id, Integer.valueOf(parts[1]))));
            }
        }
        return items;
    }

    private QueueView view(Asked asked, ResultView result) {
        long confirmations = queue.due(actor.memberId(), Step.CONFIRMATION).records();
        long awards = queue.due(actor.memberId(), Step.AWARD).records();
        boolean award = asked.step == Step.AWARD || asked.step == null && confirmations == 0 && awards > 0;
        QueueViews.Listing listing = views.of(actor.memberId(), award ? Step.AWARD : Step.CONFIRMATION, asked.filter,
                asked.page, asked.size);
        return new QueueView(award, confirmations, awards, listing, asked.form, asked.filter.query(),
                !asked.filter.isEmpty() || asked.form.isRejected(), result, List.of(ReviewReason.values()),
                List.of(QueueFilter.Mark.values()), asked.all, views.standingIn(actor.memberId()),
                views.standingInFor(actor.memberId()));
    }

    private ResultView results(Verb verb, List<Outcome> outcomes) {
        List<RefusedView> refused = outcomes.stream().filter(each -> !each.isDone())
                .map(each -> new RefusedView(Ids.text(each.recordId()),
                        each.record() == null ? "" : each.record().servedOn() + " " + each.record().summary,
                        texts.title(each.problem()), texts.detail(each.problem())))
                .toList();
        List<ServiceRecord> done = outcomes.stream().filter(Outcome::isDone).map(Outcome::record).toList();
        long handedUp = verb == Verb.CONFIRM ? done.stream().filter(each -> each.state == RecordState.SUBMITTED).count() : 0;
        // What was taken back cannot be taken back again.
        List<String> undo = verb == Verb.UNDO ? List.of()
                : done.stream().map(each -> Ids.text(each.id) + ":" + each.version).toList();
        return new ResultView(done.size(), handedUp, undo, refused);
    }

    /**
     * The page.
     *
     * @param asked what the filter's fields hold
     * @param query the filter as part of an address
     * @param filtered whether only some of what waits is asked for
     * @param ticked whether all rows come ticked
     * @param standingIn for whom the reader decides while they are away
     * @param standingInFor who decides for the reader while he is
     */
    record QueueView(boolean award, long confirmations, long awards, QueueViews.Listing listing, Form asked, String query,
            boolean filtered, ResultView result, List<ReviewReason> reasons, List<QueueFilter.Mark> marks, boolean ticked,
            List<QueueViews.StandInView> standingIn, List<QueueViews.StandInView> standingInFor) {

        public String step() {
            return award ? "award" : "confirmation";
        }

        /** Where decisions go: the filter stays in the address. */
        public String action() {
            String kept = query + (isLong() ? "&size=" + PageOf.LARGEST_SIZE : "");
            return kept.isEmpty() ? "/review" : "/review?" + kept.substring(1);
        }

        public String clear() {
            return "/review?step=" + step();
        }

        /** A place that the address names and none of the choices is, such as a committee. */
        public boolean isPlaceElsewhere() {
            String place = asked.value("place");
            return !place.isEmpty() && Stream.of(listing.choices().units(), listing.choices().branches(),
                    listing.choices().communities()).flatMap(List::stream).noneMatch(each -> each.key().equals(place));
        }

        public boolean isLong() {
            return listing.rows().size() == PageOf.LARGEST_SIZE;
        }
    }

    /** What the address asks for. */
    private record Asked(Step step, QueueFilter filter, Form form, int page, int size, boolean all) {

        static Asked of(MultivaluedMap<String, String> query) {
            Form form = Form.of(query);
            QueueFilter filter = QueueFilter.of(form);
            return new Asked(form.value("step").isEmpty() ? null : stepOf(form.value("step")),
                    form.isRejected() ? QueueFilter.NONE : filter, form, PageOf.clampPage(number(form.value("page"))),
                    Integer.valueOf(PageOf.LARGEST_SIZE).equals(number(form.value("size"))) ? PageOf.LARGEST_SIZE
                            : PageOf.DEFAULT_SIZE,
                    form.is("all", "yes"));
        }

        private static Integer number(String text) {
            return text.matches("\\d{1,6}") ? Integer.valueOf(text) : null;
        }

        /** From the first page on, after something was decided. */
        Asked again(Step decided) {
            return new Asked(decided, filter, form, 1, size, false);
        }
    }

    /** @param undo the rows just decided, as they can be sent back to take them back */
    record ResultView(int done, long handedUp, List<String> undo, List<RefusedView> refused) {
    }

    record RefusedView(String id, String what, String title, String detail) {
    }

    @CheckedTemplate(basePath = "award")
    static class Templates {

        static native TemplateInstance queue(QueueView view, Form form);
    }
}
