package org.shuangbaodao.rulebook;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.MemberCategory;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.rulebook.RuleDrafts.Draft;
import org.shuangbaodao.web.CurrentLocale;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The next version of the rules in plain forms: one for each item, one for the paper behind it, one for the targets. */
@Path("/rules/drafts")
@RolesAllowed(Actor.OFFICER)
@Produces(MediaType.TEXT_HTML)
class DraftPages {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final RuleDrafts drafts;
    private final Members members;
    private final CurrentActor actor;
    private final CurrentLocale locale;
    private final BusinessTime time;
    private final Flash flash;

    DraftPages(RuleDrafts drafts, Members members, CurrentActor actor, CurrentLocale locale, BusinessTime time, Flash flash) {
        this.drafts = drafts;
        this.members = members;
        this.actor = actor;
        this.locale = locale;
        this.time = time;
        this.flash = flash;
    }

    @GET
    public TemplateInstance list() {
        return Templates.drafts(drafts.open(actor.memberId()).stream().map(this::line).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin() {
        return Redirect.to(address(drafts.begin(actor.memberId())));
    }

    @GET
    @Path("{id}")
    public TemplateInstance show(@PathParam("id") String id) {
        return show(read(id), Form.blank());
    }

    private TemplateInstance show(Draft draft, Form form) {
        List<WrongView> wrong = RuleCheck.whole(draft.rules(), time.today()).entrySet().stream().map(this::wrong).toList();
        return Templates.draft(new DraftView(line(draft), RulesView.of(draft.rules(), locale.tag()), wrong,
                drafts.isHisOwn(draft, actor.memberId())), form);
    }

    @GET
    @Path("{id}/general")
    public TemplateInstance general(@PathParam("id") String id) {
        Draft draft = read(id);
        return Templates.general(line(draft), versioned(DraftForm.general(draft.rules()), draft), null,
                Rulebook.Cycle.values());
    }

    @POST
    @Path("{id}/general")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response changeGeneral(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        return change(id, form, rules -> DraftForm.general(form, rules, time.today()),
                now -> Templates.general(line(now), form, form.problem() == null ? null : DraftForm.general(now.rules()),
                        Rulebook.Cycle.values()));
    }

    @GET
    @Path("{id}/items/new")
    public TemplateInstance newItem(@PathParam("id") String id) {
        Draft draft = read(id);
        return item(draft, null, versioned(Form.blank(), draft));
    }

    @POST
    @Path("{id}/items/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response addItem(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        return change(id, form, rules -> {
            RuleItem item = DraftForm.item(form, null);
            if (item != null && rules.item(item.code()).isPresent()) {
                form.reject("code", "taken");
                return null;
            }
            return item == null ? null : DraftForm.put(rules, item);
        }, now -> item(now, null, form));
    }

    @GET
    @Path("{id}/items/{code}")
    public TemplateInstance item(@PathParam("id") String id, @PathParam("code") String code) {
        Draft draft = read(id);
        RuleItem item = draft.rules().item(code).orElseThrow(() -> new Problem(RulebookProblem.UNKNOWN_DRAFT));
        return item(draft, code, versioned(DraftForm.item(item), draft));
    }

    @POST
    @Path("{id}/items/{code}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response changeItem(@PathParam("id") String id, @PathParam("code") String code,
            MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted).with("code", code);
        return change(id, form, rules -> {
            RuleItem item = DraftForm.item(form, code);
            return item == null ? null : DraftForm.put(rules, item);
        }, now -> item(now, code, form));
    }

    @POST
    @Path("{id}/items/{code}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response removeItem(@PathParam("id") String id, @PathParam("code") String code,
            MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        return change(id, form, rules -> {
            if (code.equals(RuleItem.SERVICE_HOURS)) {
                form.reject("code", "rulebook-hours-missing");
                return null;
            }
            return DraftForm.without(rules, code);
        }, now -> show(now, form));
    }

    private TemplateInstance item(Draft draft, String code, Form form) {
        // After a conflict the reader sees what he typed and what stands there now.
        RuleItem stands = code == null || form.problem() == null ? null : draft.rules().item(code).orElse(null);
        return Templates.item(line(draft), code, form, stands == null ? null : DraftForm.item(stands), Choices.all());
    }

    @GET
    @Path("{id}/targets")
    public TemplateInstance targets(@PathParam("id") String id) {
        Draft draft = read(id);
        return Templates.targets(line(draft), versioned(DraftForm.targets(draft.rules()), draft), null,
                ClassFields.all());
    }

    @POST
    @Path("{id}/targets")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response changeTargets(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        return change(id, form, rules -> DraftForm.targets(form, rules), now -> Templates.targets(line(now), form,
                form.problem() == null ? null : DraftForm.targets(now.rules()), ClassFields.all()));
    }

    @GET
    @Path("{id}/hundred")
    public TemplateInstance hundred(@PathParam("id") String id) {
        Draft draft = read(id);
        return Templates.hundred(line(draft), versioned(DraftForm.hundred(draft.rules()), draft), null, Choices.gradeFields());
    }

    @POST
    @Path("{id}/hundred")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response changeHundred(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        return change(id, form, rules -> DraftForm.hundred(form, rules), now -> Templates.hundred(line(now), form,
                form.problem() == null ? null : DraftForm.hundred(now.rules()), Choices.gradeFields()));
    }

    @POST
    @Path("{id}/discarding")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response discard(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        try {
            drafts.discard(idOf(id), version(form), actor.memberId());
            flash.success("draft:discarded");
            return Redirect.to("/rules/drafts");
        } catch (Problem problem) {
            return refused(id, form, problem);
        }
    }

    @POST
    @Path("{id}/adoption")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response adopt(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        try {
            int version = drafts.adopt(idOf(id), version(form), actor.memberId());
            flash.success("draft:adopted");
            return Redirect.to("/rules/" + version);
        } catch (Problem problem) {
            return refused(id, form, problem);
        }
    }

    private Response refused(String id, Form form, Problem problem) {
        // Closed meanwhile: reading it says so.
        Draft now = read(id);
        return form.reject(problem).answer(show(now, form));
    }

    /** A page for what stands there now. */
    private interface Again {

        TemplateInstance page(Draft now);
    }

    // The change is tried on what was read first, so that what is wrong with it shows before anything is written.
    private Response change(String id, Form form, UnaryOperator<Rulebook> change, Again again) {
        Draft draft = read(id);
        if (change.apply(draft.rules()) == null) {
            return form.answer(again.page(draft));
        }
        try {
            drafts.change(draft.id(), version(form), change, actor.memberId());
            flash.success("draft:saved");
            return Redirect.to(address(draft.id()));
        } catch (Problem problem) {
            form.reject(problem);
            Draft now = read(id);
            // Saving once more is a decision on what is shown here.
            form.with("version", now.version());
            return form.answer(again.page(now));
        }
    }

    private static Form versioned(Form form, Draft draft) {
        return form.with("version", draft.version());
    }

    private static int version(Form form) {
        return form.value("version").matches("\\d{1,9}") ? Integer.parseInt(form.value("version")) : -1;
    }

    private Draft read(String id) {
        return drafts.read(idOf(id), actor.memberId());
    }

    private static long idOf(String id) {
        return Ids.parse(id).orElseThrow(() -> new Problem(RulebookProblem.UNKNOWN_DRAFT));
    }

    private static String address(long id) {
        return "/rules/drafts/" + Ids.text(id);
    }

    private LineView line(Draft draft) {
        List<Long> people = new ArrayList<>(draft.editors());
        Optional.ofNullable(draft.simulatedBy()).ifPresent(people::add);
        Map<Long, String> names = members.byIds(people).values().stream()
                .collect(Collectors.toMap(each -> each.id, each -> each.name));
        return new LineView(Ids.text(draft.id()), draft.version(), draft.baseVersion(),
                draft.rules().effectiveFrom().toString(),
                draft.rules().document().title(), draft.rules().document().number(),
                draft.editors().stream().map(names::get).collect(Collectors.joining("、")), minute(draft.touchedAt()),
                draft.simulated(), draft.simulatedBy() == null ? null : names.get(draft.simulatedBy()),
                draft.simulatedAt() == null ? null : minute(draft.simulatedAt()), draft.digest());
    }

    private static String minute(Instant at) {
        return LocalDateTime.ofInstant(at, BusinessTime.ZONE).format(MINUTE);
    }

    private WrongView wrong(Map.Entry<String, List<FieldProblem>> entry) {
        String form = entry.getKey();
        String path = switch (form) {
            case RuleCheck.GENERAL, RuleCheck.TARGETS, RuleCheck.HUNDRED -> form;
            case RuleCheck.ITEMS -> "items/new";
            default -> "items/" + form;
        };
        return new WrongView(form, path, entry.getValue().stream().map(FieldProblem::reason).distinct().toList());
    }

    /** @param simulated whether exactly this content was tried */
    record LineView(String id, int version, int base, String from, String title, String number, String editors,
            String touchedAt,
            boolean simulated, String simulatedBy, String simulatedAt, String digest) {
    }

    /** @param own whether the reader wrote in it, so that somebody else has to adopt it */
    record DraftView(LineView line, RulesView rules, List<WrongView> wrong, boolean own) {
    }

    /** What keeps the draft from being adopted, and the form where it is put right. */
    record WrongView(String form, String path, List<String> reasons) {
    }

    /** What the selects of an item's form offer. */
    record Choices(RuleItem.Profile[] profiles, RuleItem.Group[] groups, RuleItem.Measure[] measures,
            List<LevelFields> levels) {

        static Choices all() {
            return new Choices(RuleItem.Profile.values(), RuleItem.Group.values(), RuleItem.Measure.values(),
                    IntStream.range(0, DraftForm.LEVELS).mapToObj(LevelFields::of).toList());
        }

        static List<GradeField> gradeFields() {
            return DraftForm.GRADES.stream()
                    .map(grade -> new GradeField("grade" + grade, "grade_" + grade.toLowerCase(Locale.ROOT)))
                    .toList();
        }
    }

    /** The fields of one level. */
    record LevelFields(String code, String cn, String tw, String en, String points) {

        static LevelFields of(int number) {
            return new LevelFields("levelCode" + number, "levelCn" + number, "levelTw" + number, "levelEn" + number,
                    "levelPoints" + number);
        }
    }

    /** The fields of one class of members. */
    record ClassFields(MemberCategory category, String rule, String hours, String times) {

        static List<ClassFields> all() {
            return Arrays.stream(MemberCategory.values())
                    .map(each -> new ClassFields(each, "rule" + each, "hours" + each, "times" + each)).toList();
        }
    }

    /** @param key of the message with its name */
    record GradeField(String field, String key) {
    }

    @CheckedTemplate(basePath = "rulebook")
    static class Templates {

        static native TemplateInstance drafts(List<LineView> drafts);

        static native TemplateInstance draft(DraftView view, Form form);

        static native TemplateInstance general(LineView draft, Form form, Form stands, Rulebook.Cycle[] cycles);

        static native TemplateInstance item(LineView draft, String code, Form form, Form stands, Choices choices);

        static native TemplateInstance targets(LineView draft, Form form, Form stands, List<ClassFields> classes);

        static native TemplateInstance hundred(LineView draft, Form form, Form stands, List<GradeField> grades);
    }
}
