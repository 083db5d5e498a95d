package org.shuangbaodao.inspection;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

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
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestQuery;

/** What stands out, question by question, and what somebody who looked has found. */
@Path("/inspections/patterns")
@RolesAllowed({ Actor.AUDITOR, Actor.OFFICER })
@Produces(MediaType.TEXT_HTML)
class PatternPages {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int QUARTERS = 8;
    /** Of each pattern; whoever wants more looks at it alone. */
    private static final int FEW = 10;
    private static final int MANY = 200;
    private static final String ALL = "ALL";

    private final Patterns patterns;
    private final Inspectors inspectors;
    private final RecordLines lines;
    private final Organizations organizations;
    private final CurrentActor actor;
    private final BusinessTime time;
    private final Flash flash;

    PatternPages(Patterns patterns, Inspectors inspectors, RecordLines lines, Organizations organizations, CurrentActor actor,
            BusinessTime time, Flash flash) {
        this.patterns = patterns;
        this.inspectors = inspectors;
        this.lines = lines;
        this.organizations = organizations;
        this.actor = actor;
        this.time = time;
        this.flash = flash;
    }

    @GET
    public TemplateInstance list(@RestQuery String organization, @RestQuery String quarter, @RestQuery String pattern) {
        List<Organization> scopes = inspectors.scopes(actor.memberId());
        if (scopes.isEmpty()) {
            throw new Problem(CommonProblem.FORBIDDEN);
        }
        Organization scope = organization == null || organization.isBlank() ? scopes.get(0)
                : organizations.byCode(organization.strip());
        Period chosen = quarterOr(quarter);
        Optional<Pattern> wanted = Arrays.stream(Pattern.values()).filter(each -> each.name().equals(pattern)).findFirst();
        boolean large = wanted.isEmpty() && !ALL.equals(pattern) && patterns.isLarge(scope, chosen, actor.memberId());
        Optional<Pattern> only = large ? Optional.of(Pattern.values()[0]) : wanted;
        List<Patterns.Question> found = patterns.of(scope, chosen, only.map(List::of).orElse(List.of(Pattern.values())),
                actor.memberId());
        Map<Long, String> people = lines.shortNames(found.stream().flatMap(each -> each.seen().people().stream()).distinct()
                .toList());
        Map<Long, Organization> places = organizations.byIds(found.stream().map(each -> each.seen().placeId())
                .filter(Objects::nonNull).distinct().toList());
        Map<Pattern, List<Patterns.Question>> byPattern = found.stream()
                .collect(Collectors.groupingBy(Patterns.Question::pattern));
        return Templates.patterns(new ListView(choices(scopes, scope), scope.code,
                Quarters.upTo(time.today(), QUARTERS), chosen.key(), only.orElse(null), large, Pattern.values(),
                Arrays.stream(Pattern.values()).filter(byPattern::containsKey)
                        .map(each -> section(each, byPattern.get(each), only.isPresent() ? MANY : FEW, people, places))
                        .toList()));
    }

    private static List<Choice> choices(List<Organization> scopes, Organization chosen) {
        List<Choice> choices = scopes.stream().map(each -> new Choice(each.code, each.name)).collect(Collectors.toList());
        if (scopes.stream().noneMatch(each -> each.id.equals(chosen.id))) {
            choices.add(0, new Choice(chosen.code, chosen.name));
        }
        return choices;
    }

    private static Section section(Pattern pattern, List<Patterns.Question> found, int most, Map<Long, String> people,
            Map<Long, Organization> places) {
        return new Section(pattern, pattern.threshold(), found.size(), found.stream()
                .sorted(Comparator.comparing((Patterns.Question each) -> !each.isOpen())
                        .thenComparing(each -> -each.seen().measured()))
                .limit(most).map(each -> view(each, people, places)).toList());
    }

    private static QuestionView view(Patterns.Question question, Map<Long, String> people, Map<Long, Organization> places) {
        Observation seen = question.seen();
        boolean minutes = question.pattern().isYearly();
        return new QuestionView(question.pattern(), seen.subject(),
                seen.people().stream().map(people::get).filter(Objects::nonNull).collect(Collectors.joining("、")),
                seen.placeId() == null || !places.containsKey(seen.placeId()) ? null : places.get(seen.placeId()).name,
                minutes ? Amounts.hours(seen.measured()) + " h" : String.valueOf(seen.measured()),
                seen.whole() == 0 ? null : minutes ? Amounts.hours(seen.whole()) + " h" : String.valueOf(seen.whole()),
                seen.whole() == 0 ? 0 : (int) (seen.measured() * 100 / seen.whole()),
                seen.minutes() == 0 || minutes ? null : Amounts.hours(seen.minutes()), question.isOpen(), question.own());
    }

    private Period quarterOr(String key) {
        return Period.parse(key).filter(Period::isQuarter).orElseGet(() -> Period.quarterOf(time.today()));
    }

    @GET
    @Path("/{pattern}/{subject}")
    public TemplateInstance one(@PathParam("pattern") String pattern, @PathParam("subject") String subject,
            @RestQuery String organization, @RestQuery String quarter) {
        return one(pattern(pattern), subject, scope(organization), quarterOr(quarter), Form.blank());
    }

    @POST
    @Path("/{pattern}/{subject}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response look(@PathParam("pattern") String pattern, @PathParam("subject") String subject,
            MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        Organization scope = scope(form.value("organization"));
        Period quarter = quarterOr(form.value("quarter"));
        try {
            form.text("note", 500);
            Integer measured = form.number("measured");
            if (!form.isRejected()) {
                patterns.look(scope, quarter, pattern(pattern), subject, measured == null ? null : measured.longValue(),
                        form.value("note"), actor.memberId());
                flash.success("inspection:looked");
                return Redirect.to("/inspections/patterns?organization=" + scope.code + "&quarter=" + quarter.key());
            }
        } catch (Problem problem) {
            form.reject(problem);
        }
        return form.answer(one(pattern(pattern), subject, scope, quarter, form));
    }

    private TemplateInstance one(Pattern pattern, String subject, Organization scope, Period quarter, Form form) {
        Patterns.Opened opened = patterns.one(scope, quarter, pattern, subject, actor.memberId());
        Patterns.Question question = opened.question();
        Observation seen = question.seen();
        Map<Long, RecordLines.Line> known = lines.of(opened.records());
        Map<Long, Organization> places = seen.placeId() == null ? Map.of() : organizations.byIds(List.of(seen.placeId()));
        Map<Long, String> people = lines.shortNames(seen.people());
        return Templates.pattern(new OneView(scope.code, quarter.key(), pattern.threshold(), seen.measured(),
                view(question, people, places), opened.records().stream().map(each -> known.get(each.id)).toList(),
                question.looks().stream().map(look -> new LookView(lines.nameOf(look.lookedBy),
                        LocalDateTime.ofInstant(look.lookedAt, BusinessTime.ZONE).format(MINUTE), look.note)).toList()),
                form);
    }

    private Organization scope(String code) {
        return organizations.byCode(code == null ? "" : code.strip());
    }

    private static Pattern pattern(String name) {
        return Arrays.stream(Pattern.values()).filter(each -> each.name().equals(name)).findFirst()
                .orElseThrow(() -> new Problem(InspectionProblem.NOTHING_THERE));
    }

    record Choice(String code, String name) {
    }

    /**
     * @param only the one pattern that is shown, null for all
     * @param large whether that one was chosen because all would take long
     */
    record ListView(List<Choice> scopes, String scope, List<String> quarters, String quarter, Pattern only, boolean large,
            Pattern[] patterns, List<Section> sections) {
    }

    /** @param count how many there are, more than are shown where somebody looks at all patterns */
    record Section(Pattern pattern, String threshold, int count, List<QuestionView> questions) {

        public boolean isCut() {
            return count > questions.size();
        }
    }

    /**
     * @param whole what {@code measured} is a part of, null where it is none
     * @param hours of the records, null where that says nothing
     * @param own whether it is about the reader
     */
    record QuestionView(Pattern pattern, String subject, String people, String place, String measured, String whole,
            int percent, String hours, boolean open, boolean own) {
    }

    record LookView(String by, String at, String note) {
    }

    record OneView(String scope, String quarter, String threshold, long measured, QuestionView question,
            List<RecordLines.Line> records, List<LookView> looks) {
    }

    @CheckedTemplate(basePath = "inspection")
    static class Templates {

        static native TemplateInstance patterns(ListView view);

        static native TemplateInstance pattern(OneView view, Form form);
    }
}
