package org.shuangbaodao.simulation;

import java.util.List;
import java.util.Locale;
import java.util.Map;

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

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.Amounts;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.MemberCategory;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.rulebook.RuleDrafts;
import org.shuangbaodao.rulebook.RulebookProblem;
import org.shuangbaodao.web.Form;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Choosing a year and looking at what a draft would have made of it. */
@Path("/rules/drafts/{id}/dry-run")
@RolesAllowed(Actor.OFFICER)
@Produces(MediaType.TEXT_HTML)
class SimulationPages {

    private final Simulations simulations;
    private final RuleDrafts drafts;
    private final Members members;
    private final CurrentActor actor;
    private final BusinessTime time;

    SimulationPages(Simulations simulations, RuleDrafts drafts, Members members, CurrentActor actor, BusinessTime time) {
        this.simulations = simulations;
        this.drafts = drafts;
        this.members = members;
        this.actor = actor;
        this.time = time;
    }

    @GET
    public TemplateInstance form(@PathParam("id") String id) {
        RuleDrafts.Draft draft = drafts.read(idOf(id), actor.memberId());
        return Templates.dryRun(id, draft.rules().document().title(), Form.blank().with("year", time.today().getYear() - 1),
                null);
    }

    /** Changes nothing in the books, but is noted: who adopts a draft has to have been able to see this. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response run(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        RuleDrafts.Draft draft = drafts.read(idOf(id), actor.memberId());
        if (!form.value("year").matches("\\d{4}")) {
            form.reject("year", form.value("year").isEmpty() ? "required" : "not-a-number");
        }
        OutcomeView outcome = null;
        try {
            if (!form.isRejected()) {
                outcome = view(simulations.run(draft.id(), Integer.parseInt(form.value("year")), actor.memberId()));
            }
        } catch (Problem problem) {
            form.reject(problem);
        }
        TemplateInstance page = Templates.dryRun(id, draft.rules().document().title(), form, outcome);
        return form.isRejected() ? form.answer(page) : Response.ok(page).build();
    }

    private static long idOf(String id) {
        return Ids.parse(id).orElseThrow(() -> new Problem(RulebookProblem.UNKNOWN_DRAFT));
    }

    private OutcomeView view(Outcome outcome) {
        Map<Long, Member> people = members.byIds(outcome.affected().stream().map(Outcome.Affected::holderId).toList());
        return new OutcomeView(outcome.entries(),
                outcome.results().entrySet().stream()
                        .map(each -> new BookView(each.getKey(), each.getValue().stream().map(SimulationPages::view).toList()))
                        .toList(),
                outcome.hundred().stream().map(SimulationPages::view).toList(),
                outcome.grades().stream().map(GradeView::of).toList(),
                outcome.affected().stream().map(each -> affected(each, people.get(each.holderId()))).toList());
    }

    private static ClassView view(Outcome.ClassResult result) {
        return new ClassView(result.category(), result.people(), Amounts.points(result.before()),
                Amounts.points(result.after()), signed(result.after() - result.before()), result.gainers(), result.losers(),
                Amounts.points(result.largestGain()), Amounts.points(result.largestLoss()),
                result.bands().stream().map(band -> new BandView(band.from() == null ? null : Amounts.points(band.from()),
                        band.below() == null ? null : Amounts.points(band.below()), band.before(), band.after())).toList());
    }

    private static AffectedView affected(Outcome.Affected each, Member person) {
        return new AffectedView(person.number, person.name, each.book(), Amounts.points(each.before()),
                Amounts.points(each.after()), signed(each.after() - each.before()));
    }

    private static String signed(long points) {
        return points > 0 ? "+" + Amounts.points(points) : Amounts.points(points);
    }

    record OutcomeView(long entries, List<BookView> books, List<ClassView> hundred, List<GradeView> grades,
            List<AffectedView> affected) {
    }

    /** @param key of the rulebook's message with its name */
    record GradeView(String key, int before, int after) {

        static GradeView of(Outcome.Grade grade) {
            return new GradeView("grade_" + grade.grade().toLowerCase(Locale.ROOT), grade.before(), grade.after());
        }
    }

    record BookView(Book book, List<ClassView> classes) {
    }

    record ClassView(MemberCategory category, long people, String before, String after, String difference, long gainers,
            long losers, String largestGain, String largestLoss, List<BandView> bands) {
    }

    /** @param from null for the lowest band, as {@code below} for the highest */
    record BandView(String from, String below, int before, int after) {
    }

    record AffectedView(String number, String name, Book book, String before, String after, String difference) {
    }

    @CheckedTemplate(basePath = "simulation")
    static class Templates {

        static native TemplateInstance dryRun(String id, String title, Form form, OutcomeView outcome);
    }
}
