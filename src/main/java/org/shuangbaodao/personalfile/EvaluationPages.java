package org.shuangbaodao.personalfile;

import java.time.LocalDate;
import java.util.List;
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
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.personalfile.Evaluation.Opinion;
import org.shuangbaodao.personalfile.Evaluations.Kept;
import org.shuangbaodao.personalfile.Evaluations.Served;
import org.shuangbaodao.personalfile.Evaluations.Whole;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestQuery;

/** Where a community notes what those it served say, and looks again where somebody objects. */
@Path("/evaluations")
@RolesAllowed(Actor.MEMBER)
@Produces(MediaType.TEXT_HTML)
class EvaluationPages {

    private final Evaluations evaluations;
    private final Members members;
    private final CurrentActor actor;
    private final BusinessTime time;
    private final Flash flash;

    EvaluationPages(Evaluations evaluations, Members members, CurrentActor actor, BusinessTime time, Flash flash) {
        this.evaluations = evaluations;
        this.members = members;
        this.actor = actor;
        this.time = time;
        this.flash = flash;
    }

    @GET
    public TemplateInstance kept(@RestQuery Integer page) {
        Kept kept = evaluations.kept(PageOf.clampPage(page), actor.memberId());
        return Templates.evaluations(new KeptView((int) kept.count(), kept.average().isEmpty() ? null
                : kept.average().getAsInt() / 10 + "." + kept.average().getAsInt() % 10, Satisfaction.FEWEST,
                kept.objected().stream().map(RowView::of).toList(), kept.lately().stream().map(ServedView::of).toList(),
                new PageOf<>(kept.page().items().stream().map(RowView::of).toList(), kept.page().page(), kept.page().size(),
                        kept.page().total())));
    }

    @GET
    @Path("new")
    public TemplateInstance form(@RestQuery String activity, @RestQuery String record) {
        return form(Form.blank().with("activity", activity).with("record", record).with("evaluatedOn", time.today())
                .with("key", Ids.text(Ids.next())));
    }

    private TemplateInstance form(Form form) {
        return Templates.evaluationNew(ServedView.of(served(form)), List.of(Completion.values()),
                List.of(Satisfaction.values()), List.of(ServedAs.values()), form);
    }

    private Served served(Form form) {
        return form.value("activity").isEmpty() ? evaluations.record(form.value("record"), actor.memberId())
                : evaluations.activity(form.value("activity"), actor.memberId());
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enter(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        Served served = served(form);
        Completion completion = choice(form, "completion", Completion.values());
        Satisfaction grade = choice(form, "grade", Satisfaction.values());
        ServedAs givenBy = choice(form, "givenBy", ServedAs.values());
        LocalDate day = form.date("evaluatedOn");
        if (form.value("feedback").length() > 500) {
            form.reject("feedback", "too-long");
        }
        String key = form.value("key").matches("[0-9A-Z]{13}") ? form.value("key") : Ids.text(Ids.next());
        try {
            if (!form.isRejected()) {
                evaluations.enter(served, new Opinion(completion, grade, form.value("feedback"), givenBy, day), key,
                        actor.memberId());
                flash.success("personalfile:evaluation_entered");
                return Redirect.to("/evaluations");
            }
        } catch (Problem problem) {
            form.reject(problem);
        }
        return form.answer(form(form));
    }

    private static <E extends Enum<E>> E choice(Form form, String field, E[] choices) {
        for (E each : choices) {
            if (each.name().equals(form.value(field))) {
                return each;
            }
        }
        form.reject(field, form.value(field).isEmpty() ? "required" : "unknown");
        return null;
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(@PathParam("id") String id) {
        return one(idOf(id), Form.blank());
    }

    private TemplateInstance one(long id, Form form) {
        Whole whole = evaluations.whole(id, actor.memberId());
        Map<Long, Member> people = members.byIds(whole.answers().stream().map(each -> each.memberId).toList());
        return Templates.evaluation(RowView.of(whole), whole.answers().stream()
                .map(each -> new AnswerView(people.get(each.memberId).number, people.get(each.memberId).name, each.answer,
                        each.objects, each.isOpen(), each.upheld, each.decision))
                .toList(), form);
    }

    @POST
    @Path("{id}/decision")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        String decision = form.text("decision", 300);
        boolean upheld = form.is("upheld", "yes");
        if (!upheld && !form.is("upheld", "no")) {
            form.reject("upheld", "required");
        }
        try {
            if (!form.isRejected()) {
                evaluations.decide(idOf(id), members.byNumber(form.value("member")).id, upheld, decision, actor.memberId());
                flash.success("personalfile:objection_decided");
                return Redirect.to("/evaluations/" + id);
            }
        } catch (Problem problem) {
            form.reject(problem);
        }
        return form.answer(one(idOf(id), form));
    }

    private static long idOf(String id) {
        return Ids.parse(id).orElseThrow(() -> new Problem(FileProblem.UNKNOWN));
    }

    record KeptView(int count, String average, int fewest, List<RowView> objected, List<ServedView> lately,
            PageOf<RowView> page) {
    }

    record ServedView(String activity, String record, String about, String from, String to) {

        static ServedView of(Served served) {
            return new ServedView(served.activityId() == null ? null : Ids.text(served.activityId()),
                    served.recordId() == null ? null : Ids.text(served.recordId()), served.about(),
                    served.from().toString().replace('T', ' '), served.to().toString().replace('T', ' '));
        }
    }

    record RowView(String id, String about, LocalDate servedOn, Completion completion, Satisfaction grade, String feedback,
            ServedAs givenBy, LocalDate evaluatedOn, boolean late, boolean withdrawn) {

        static RowView of(Whole whole) {
            Evaluation evaluation = whole.evaluation();
            return new RowView(Ids.text(evaluation.id), whole.about(), whole.servedOn(), evaluation.completion,
                    evaluation.grade, evaluation.feedback, evaluation.givenBy, evaluation.evaluatedOn, evaluation.late,
                    !evaluation.stands());
        }
    }

    /** @param open an objection nobody has decided yet */
    record AnswerView(String number, String name, String answer, boolean objects, boolean open, Boolean upheld,
            String decision) {
    }

    @CheckedTemplate(basePath = "personalfile")
    static class Templates {

        static native TemplateInstance evaluations(KeptView view);

        static native TemplateInstance evaluationNew(ServedView served, List<Completion> completions,
                List<Satisfaction> grades, List<ServedAs> parts, Form form);

        static native TemplateInstance evaluation(RowView row, List<AnswerView> answers, Form form);
    }
}
