package org.shuangbaodao.personalfile;

import java.time.LocalDate;
import java.util.List;

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
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.personalfile.Trainings.Entered;
import org.shuangbaodao.personalfile.Trainings.Entry;
import org.shuangbaodao.personalfile.Trainings.Outcome;
import org.shuangbaodao.personalfile.Trainings.Whole;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Where offices enter trainings, once for everybody who was there. */
@Path("/trainings")
@RolesAllowed(Actor.MEMBER)
@Produces(MediaType.TEXT_HTML)
class TrainingPages {

    /** Half a year of full days. */
    private static final int MOST_MINUTES = 60_000;

    private final Trainings trainings;
    private final TrainingList list;
    private final FileOffices offices;
    private final Organizations organizations;
    private final CurrentActor actor;
    private final BusinessTime time;
    private final Flash flash;

    TrainingPages(Trainings trainings, TrainingList list, FileOffices offices, Organizations organizations, CurrentActor actor,
            BusinessTime time, Flash flash) {
        this.trainings = trainings;
        this.list = list;
        this.offices = offices;
        this.organizations = organizations;
        this.actor = actor;
        this.time = time;
        this.flash = flash;
    }

    @GET
    public TemplateInstance kept(@RestQuery Integer page) {
        PageOf<Training> found = trainings.kept(actor.memberId(), PageOf.clampPage(page));
        return Templates.trainings(new PageOf<>(found.items().stream().map(RowView::of).toList(), found.page(), found.size(),
                found.total()));
    }

    @GET
    @Path("new")
    public TemplateInstance form() {
        List<Organization> own = own();
        return form(Form.blank().with("organization", own.get(0).code).with("organizer", own.get(0).name)
                .with("firstDay", time.today()).with("result", TrainingResult.ATTENDED), own);
    }

    private List<Organization> own() {
        List<Organization> own = offices.own(actor.memberId());
        if (own.isEmpty()) {
            throw new Problem(FileProblem.NO_OFFICE);
        }
        return own;
    }

    private TemplateInstance form(Form form, List<Organization> own) {
        return Templates.trainingNew(own.stream().map(each -> new ChoiceView(each.code, each.name)).toList(),
                trainings.people(actor.memberId()).stream().map(each -> new ChoiceView(each.number, each.name)).toList(),
                List.of(TrainingResult.values()), form);
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enter(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        List<Organization> own = own();
        TrainingFacts facts = facts(form);
        List<Entry> entries = list.typed(form);
        try {
            if (!form.isRejected()) {
                Entered entered = trainings.enter(organizations.byCode(form.value("organization")).id, facts, entries,
                        actor.memberId());
                return Response.ok(one(entered.trainingId(), ResultView.of(entered.outcomes()), Form.blank())).build();
            }
        } catch (Problem problem) {
            form.reject(problem);
        }
        return form.answer(form(form, own));
    }

    private TrainingFacts facts(Form form) {
        String name = form.text("name", 100);
        String content = form.text("content", 500);
        String organizer = form.text("organizer", 120);
        for (String field : List.of("teacher", "place")) {
            if (form.value(field).length() > 100) {
                form.reject(field, "too-long");
            }
        }
        LocalDate first = form.date("firstDay");
        LocalDate last = form.value("lastDay").isEmpty() ? first : form.date("lastDay");
        if (first != null && last != null && last.isBefore(first)) {
            form.reject("lastDay", "past-date");
        }
        if (last != null && last.isAfter(time.today())) {
            form.reject(form.value("lastDay").isEmpty() ? "firstDay" : "lastDay", "future-date");
        }
        Integer minutes = form.number("minutes");
        if (minutes == null) {
            form.reject("minutes", "required");
        } else if (minutes < 1 || minutes > MOST_MINUTES) {
            form.reject("minutes", "out-of-range");
        }
        return form.isRejected() ? null
                : new TrainingFacts(name, content, organizer, form.value("teacher"), form.value("place"), first, last, minutes);
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(@PathParam("id") String id) {
        return one(idOf(id), null, Form.blank());
    }

    private TemplateInstance one(long id, ResultView result, Form form) {
        return Templates.training(WholeView.of(trainings.whole(id, actor.memberId())), List.of(TrainingResult.values()), result,
                form);
    }

    @POST
    @Path("{id}/people")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        List<Entry> entries = list.typed(form);
        if (entries.isEmpty() && !form.isRejected()) {
            form.reject("others", "required");
        }
        return add(idOf(id), entries, form);
    }

    @POST
    @Path("{id}/sheet")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(@PathParam("id") String id, @RestForm("file") FileUpload upload) {
        Form form = Form.blank();
        List<Entry> entries = List.of();
        if (upload == null || upload.size() == 0) {
            form.reject("file", "required");
        } else {
            try {
                entries = list.sheet(upload.uploadedFile());
            } catch (Problem problem) {
                form.reject(problem);
            }
        }
        return add(idOf(id), entries, form);
    }

    private Response add(long id, List<Entry> entries, Form form) {
        try {
            if (!form.isRejected()) {
                ResultView result = ResultView.of(trainings.add(id, entries, actor.memberId()));
                return Response.ok(one(id, result, Form.blank())).build();
            }
        } catch (Problem problem) {
            form.reject(problem);
        }
        return form.answer(one(id, null, form));
    }

    @POST
    @Path("{id}/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        return decide(idOf(id), "personalfile:checked", () -> trainings.check(idOf(id), actor.memberId()));
    }

    @POST
    @Path("{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        return decide(idOf(id), "personalfile:withdrawn", () -> trainings.withdraw(idOf(id), actor.memberId()));
    }

    private Response decide(long id, String done, Runnable decision) {
        try {
            decision.run();
            flash.success(done);
            return Redirect.to("/trainings/" + Ids.text(id));
        } catch (Problem problem) {
            Form form = Form.blank();
            return form.reject(problem).answer(one(id, null, form));
        }
    }

    private static long idOf(String id) {
        return Ids.parse(id).orElseThrow(() -> new Problem(FileProblem.UNKNOWN));
    }

    record ChoiceView(String value, String name) {
    }

    record RowView(String id, String name, String organizer, LocalDate firstDay, LocalDate lastDay, String hours,
            TrainingState state, String tone) {

        static RowView of(Training training) {
            String tone = switch (training.state) {
                case CHECKED -> "good";
                case WAITING -> "wait";
                case ENTERED, WITHDRAWN -> "plain";
            };
            return new RowView(Ids.text(training.id), training.name, training.organizer, training.firstDay, training.lastDay,
                    Amounts.hours(training.minutes), training.state, tone);
        }
    }

    record PersonView(String name, String number, int minutes, TrainingResult result, boolean repudiated) {
    }

    record WholeView(RowView row, String recordedBy, String content, String teacher, String place, List<PersonView> people,
            boolean mayAdd, boolean mayCheck, boolean mayWithdraw) {

        static WholeView of(Whole whole) {
            Training training = whole.training();
            return new WholeView(RowView.of(training), whole.organization().name, training.content, training.teacher,
                    training.place, whole.people().stream().map(each -> new PersonView(each.member().name, each.member().number,
                            each.participant().minutes, each.participant().result, each.participant().repudiatedAt != null))
                            .toList(),
                    whole.mayAdd(), whole.mayCheck(), whole.mayWithdraw());
        }
    }

    /** @param refused numbers, each with the key of why */
    record ResultView(long done, List<Outcome> refused) {

        static ResultView of(List<Outcome> outcomes) {
            List<Outcome> refused = outcomes.stream().filter(each -> each.reason() != null).toList();
            return new ResultView(outcomes.size() - refused.size(), refused);
        }
    }

    @CheckedTemplate(basePath = "personalfile")
    static class Templates {

        static native TemplateInstance trainings(PageOf<RowView> rows);

        static native TemplateInstance trainingNew(List<ChoiceView> organizations, List<ChoiceView> people,
                List<TrainingResult> results, Form form);

        static native TemplateInstance training(WholeView view, List<TrainingResult> results, ResultView result, Form form);
    }
}
