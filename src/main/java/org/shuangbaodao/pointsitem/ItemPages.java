package org.shuangbaodao.pointsitem;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

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

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.pointsitem.ItemPolicy.Verb;
import org.shuangbaodao.pointsitem.ItemViews.ItemView;
import org.shuangbaodao.pointsitem.PointsItems.Choice;
import org.shuangbaodao.pointsitem.PointsItems.Outcome;
import org.shuangbaodao.rulebook.Rulebooks;
import org.shuangbaodao.web.CurrentLocale;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.ProblemTexts;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The branch's side: proposing one by one or in a sheet, approving as the second person, taking back. */
@Path("/points/items")
@RolesAllowed({ Actor.DECIDER, Actor.OFFICER })
@Produces(MediaType.TEXT_HTML)
class ItemPages {

    private final PointsItems items;
    private final ItemBook book;
    private final ItemViews views;
    private final Rulebooks rulebooks;
    private final ProblemTexts texts;
    private final CurrentActor actor;
    private final CurrentLocale locale;
    private final BusinessTime time;
    private final Flash flash;

    ItemPages(PointsItems items, ItemBook book, ItemViews views, Rulebooks rulebooks, ProblemTexts texts,
            CurrentActor actor, CurrentLocale locale, BusinessTime time, Flash flash) {
        this.items = items;
        this.book = book;
        this.views = views;
        this.rulebooks = rulebooks;
        this.texts = texts;
        this.actor = actor;
        this.locale = locale;
        this.time = time;
        this.flash = flash;
    }

    @GET
    public TemplateInstance list(@QueryParam("page") Integer page) {
        return list(PageOf.clampPage(page), Form.blank(), null);
    }

    private TemplateInstance list(int page, Form form, ResultView result) {
        ItemBook.Waiting waiting = book.waiting(actor.memberId());
        PageOf<PointsItem> all = book.all(actor.memberId(), page);
        return Templates.items(new ListView(views.of(waiting.own()), waiting.forOthers(),
                new PageOf<>(views.of(all.items()), all.page(), all.size(), all.total()), result), form);
    }

    /** Approves the ticked proposals; every row gets its own answer. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response approve(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        List<Choice> chosen = new ArrayList<>();
        form.values("item").forEach(each -> choice(each, chosen));
        if (chosen.isEmpty()) {
            form.reject("item", "award-none-chosen");
            return form.answer(list(1, form, null));
        }
        List<Outcome> outcomes = items.approve(chosen, actor.memberId());
        List<RefusedView> refused = outcomes.stream().filter(each -> !each.isDone())
                .map(each -> new RefusedView(Ids.text(each.itemId()), texts.title(each.problem()),
                        texts.detail(each.problem())))
                .toList();
        return Response.ok(list(1, Form.blank(), new ResultView(outcomes.size() - refused.size(), refused))).build();
    }

    @GET
    @Path("new")
    public TemplateInstance form(@QueryParam("member") String member) {
        return Templates.proposal(Form.blank().with("memberNumber", member).with("day", time.today()).with("times", 1),
                choices(), book.people(actor.memberId()));
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response propose(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        LocalDate day = date(form, "day", true);
        LocalDate until = date(form, "until", false);
        String times = form.value("times").isEmpty() ? "1" : form.value("times");
        if (!times.matches("\\d{1,3}")) {
            form.reject("times", "not-a-number");
        }
        List<String> numbers = form.values("memberNumber");
        if (numbers.isEmpty()) {
            form.reject("memberNumber", "required");
        }
        try {
            if (!form.isRejected()) {
                // "AW-01 CITY": the item with its level.
                String[] item = form.value("item").split(" ", 2);
                items.proposeAll(numbers.stream().map(number -> new Proposal(number, item[0], day, until,
                        Integer.parseInt(times), item.length == 2 ? item[1] : "", form.value("matter"),
                        form.value("documentNumber"))).toList(), actor.memberId());
                flash.success("pointsitem:proposed");
                return Redirect.to("/points/items");
            }
        } catch (Problem problem) {
            form.reject(problem);
        }
        return form.answer(Templates.proposal(form, choices(), book.people(actor.memberId())));
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(@PathParam("id") String id) {
        return one(idOf(id), Form.blank());
    }

    private TemplateInstance one(long id, Form form) {
        PointsItem item = book.visible(id, actor.memberId());
        List<Verb> allowed = book.allowed(item, actor.memberId());
        return Templates.item(views.of(item), new MayView(allowed.contains(Verb.APPROVE), allowed.contains(Verb.REFUSE),
                allowed.contains(Verb.REVERSE), allowed.contains(Verb.WITHDRAW)), form);
    }

    @POST
    @Path("{id}/refusal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response refuse(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        return decide(id, form, "pointsitem:refused",
                choice -> items.refuse(choice, form.value("reason"), actor.memberId()));
    }

    @POST
    @Path("{id}/reversal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response reverse(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        return decide(id, form, "pointsitem:reversed",
                choice -> items.reverse(choice, form.value("reason"), actor.memberId()));
    }

    @POST
    @Path("{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        return decide(id, Form.of(posted), "pointsitem:withdrawn", choice -> items.withdraw(choice, actor.memberId()));
    }

    /** One decision on one item. */
    private interface Decision {

        void take(Choice choice);
    }

    private Response decide(String id, Form form, String done, Decision decision) {
        long itemId = idOf(id);
        try {
            decision.take(Choice.of(id, form.value("version")));
            flash.success(done);
            return Redirect.to("/points/items/" + id);
        } catch (Problem problem) {
            form.reject(problem);
            return form.answer(one(itemId, form));
        }
    }

    private static void choice(String text, List<Choice> chosen) {
        String[] parts = text.split(":");
        if (parts.length == 2) {
            chosen.add(Choice.of(parts[0], parts[1]));
        }
    }

    private static long idOf(String id) {
        return Ids.parse(id).orElseThrow(() -> new Problem(ItemProblem.UNKNOWN));
    }

    private static LocalDate date(Form form, String field, boolean needed) {
        if (form.value(field).isEmpty() && !needed) {
            return null;
        }
        try {
            return LocalDate.parse(form.value(field));
        } catch (DateTimeParseException e) {
            form.reject(field, form.value(field).isEmpty() ? "required" : "not-a-date");
            return null;
        }
    }

    // By today's rules; a day under older ones is judged by those.
    private List<ChoiceView> choices() {
        String language = locale.tag();
        List<ChoiceView> choices = new ArrayList<>();
        rulebooks.on(time.today()).items().stream().filter(Proposal::isTyped).forEach(rule -> {
            String name = rule.code() + " " + rule.name(language);
            if (rule.levels().isEmpty()) {
                choices.add(new ChoiceView(rule.code(), name));
            }
            rule.levels().forEach(
                    level -> choices.add(new ChoiceView(rule.code() + " " + level.code(), name + "：" + level.name(language))));
        });
        return choices;
    }

    record ListView(List<ItemView> waiting, int forOthers, PageOf<ItemView> all, ResultView result) {
    }

    record ResultView(int done, List<RefusedView> refused) {
    }

    record RefusedView(String id, String title, String detail) {
    }

    record ChoiceView(String value, String name) {
    }

    record MayView(boolean approve, boolean refuse, boolean reverse, boolean withdraw) {
    }

    @CheckedTemplate(basePath = "pointsitem")
    static class Templates {

        static native TemplateInstance items(ListView view, Form form);

        static native TemplateInstance proposal(Form form, List<ChoiceView> choices, List<ItemBook.Person> people);

        static native TemplateInstance item(ItemView item, MayView may, Form form);
    }
}
