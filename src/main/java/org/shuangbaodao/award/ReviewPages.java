package org.shuangbaodao.award;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.calendar.WorkingDays;
import org.shuangbaodao.kernel.Amounts;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.rulebook.Rulebooks;
import org.shuangbaodao.servicerecord.Capacity.Step;
import org.shuangbaodao.servicerecord.Eligibility;
import org.shuangbaodao.servicerecord.Lateness;
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

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final ReviewQueue queue;
    private final RecordDecisions decisions;
    private final Reversals reversals;
    private final Members members;
    private final Organizations organizations;
    private final WorkingDays workingDays;
    private final Rulebooks rulebooks;
    private final ProblemTexts texts;
    private final CurrentActor actor;
    private final BusinessTime time;
    private final Flash flash;

    ReviewPages(ReviewQueue queue, RecordDecisions decisions, Reversals reversals, Members members, Organizations organizations,
            WorkingDays workingDays, Rulebooks rulebooks, ProblemTexts texts, CurrentActor actor, BusinessTime time,
            Flash flash) {
        this.queue = queue;
        this.decisions = decisions;
        this.reversals = reversals;
        this.members = members;
        this.organizations = organizations;
        this.workingDays = workingDays;
        this.rulebooks = rulebooks;
        this.texts = texts;
        this.actor = actor;
        this.time = time;
        this.flash = flash;
    }

    @GET
    public TemplateInstance list(@QueryParam("step") String step, @QueryParam("page") Integer page,
            @QueryParam("all") String all) {
        QueueView view = view(step == null ? null : stepOf(step), PageOf.clampPage(page), null);
        return Templates.queue("yes".equals(all) ? view.allTicked() : view, Form.blank());
    }

    /** Decides on the ticked rows, then shows what became of each and what still waits. Safe to repeat. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        Step step = stepOf(form.value("step"));
        List<Item> items = items(form.values("item"));
        if (items.isEmpty()) {
            form.reject("item", "award-none-chosen");
            return form.answer(Templates.queue(view(step, 1, null), form));
        }
        try {
            List<Outcome> outcomes = decisions.decideAll(verbOf(form.value("verb")), items, reason(form), actor.memberId());
            return Response.ok(Templates.queue(view(step, 1, results(verbOf(form.value("verb")), outcomes)), Form.blank()))
                    .build();
        } catch (Problem problem) {
            form.reject(problem);
            return form.answer(Templates.queue(view(step, 1, null), form));
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

    private QueueView view(Step asked, int page, ResultView result) {
        long confirmations = queue.count(actor.memberId(), Step.CONFIRMATION);
        long awards = queue.count(actor.memberId(), Step.AWARD);
        boolean award = asked == Step.AWARD || asked == null && confirmations == 0 && awards > 0;
        ReviewQueue.Waiting shown = queue.of(actor.memberId(), award ? Step.AWARD : Step.CONFIRMATION, page,
                PageOf.DEFAULT_SIZE);
        PageOf<ServiceRecord> waiting = shown.page();
        return new QueueView(award, confirmations, awards, shown.forOthers(),
                new PageOf<>(rows(waiting.items(), award), waiting.page(), waiting.size(), waiting.total()), result,
                List.of(ReviewReason.values()), false);
    }

    private List<RowView> rows(List<ServiceRecord> records, boolean award) {
        Map<Long, Member> people = members
                .byIds(records.stream().flatMap(each -> Stream.of(each.memberId, each.enteredBy)).distinct().toList());
        Map<Long, Organization> places = organizations.byIds(records.stream()
                .flatMap(each -> Stream.of(each.branchId, each.communityId)).filter(Objects::nonNull).distinct().toList());
        return records.stream().map(each -> row(each, award, people, places)).toList();
    }

    private RowView row(ServiceRecord record, boolean award, Map<Long, Member> people, Map<Long, Organization> places) {
        long points = record.workingTime ? 0 : rulebooks.on(record.servedOn()).serviceHours().pointsFor(record.minutes);
        int waited = workingDays.between(BusinessTime.dateOf(record.waitingSince), time.today());
        boolean nextDay = !record.endedAt.toLocalDate().equals(record.servedOn());
        return new RowView(Ids.text(record.id) + ":" + record.version, Ids.text(record.id), people.get(record.memberId).name,
                places.get(record.branchId).name,
                record.communityId == null ? record.issuer + " " + record.proofNumber : places.get(record.communityId).name,
                record.servedOn().toString(), record.startedAt.format(CLOCK) + "–" + (nextDay ? "+1 " : "")
                        + record.endedAt.format(CLOCK),
                Amounts.hours(record.minutes), award ? Amounts.points(points) : null, record.summary, record.place, waited,
                record.eligibility == Eligibility.VOLUNTEER, record.workingTime, record.overlapping,
                record.state == RecordState.QUERIED, record.longDay, record.lateness != Lateness.IN_TIME,
                record.signedBy != null && !award, record.lateReason,
                record.isEnteredBySomebodyElse() ? people.get(record.enteredBy).name : null);
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

    /** @param forOthers records within reach that somebody else must decide on */
    record QueueView(boolean award, long confirmations, long awards, int forOthers, PageOf<RowView> rows, ResultView result,
            List<ReviewReason> reasons, boolean ticked) {

        QueueView allTicked() {
            return new QueueView(award, confirmations, awards, forOthers, rows, result, reasons, true);
        }
    }

    record RowView(String item, String id, String member, String branch, String community, String day, String clock,
            String hours, String points, String summary, String place, int waited, boolean volunteer,
            boolean workingTime, boolean overlapping, boolean queried, boolean longDay, boolean late, boolean signed,
            String lateReason, String enteredBy) {
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
