package org.shuangbaodao.appraisal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.appraisal.Suggestion.Reason;
import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.Amounts;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.rulebook.HundredPoints;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestQuery;

/** The year-end sheet of a branch: figures, suggestion, and the decision of the meeting beside it. */
@Path("/appraisals")
@RolesAllowed({ Actor.DECIDER, Actor.OFFICER })
@Produces(MediaType.TEXT_HTML)
class AppraisalPages {

    private final Appraisals appraisals;
    private final OwnOffices ownOffices;
    private final Organizations organizations;
    private final CurrentActor actor;
    private final BusinessTime time;
    private final Flash flash;

    AppraisalPages(Appraisals appraisals, OwnOffices ownOffices, Organizations organizations, CurrentActor actor,
            BusinessTime time, Flash flash) {
        this.appraisals = appraisals;
        this.ownOffices = ownOffices;
        this.organizations = organizations;
        this.actor = actor;
        this.time = time;
        this.flash = flash;
    }

    /** @param branch code; without one the reader's own */
    @GET
    public TemplateInstance list(@RestQuery String branch, @RestQuery Integer year, @RestQuery Integer page) {
        Optional<Organization> chosen = branch == null || branch.isBlank() ? ownOffices.branches(actor.memberId()).stream()
                .findFirst() : organizations.find(branch);
        return chosen.map(each -> page(each, year(year), PageOf.clampPage(page), Form.blank()))
                .orElseGet(() -> Templates.appraisals(null, year(year), new PageOf<>(List.of(), 1, PageOf.DEFAULT_SIZE, 0),
                        Form.blank(),
                        MemberGrade.values()));
    }

    /** Records one decision; the form stands in the row of the member. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        Organization branch = organizations.byCode(form.value("branch"));
        int year = form.value("year").matches("20\\d\\d") ? Integer.parseInt(form.value("year")) : year(null);
        Optional<Long> member = Ids.parse(form.value("member"));
        Optional<MemberGrade> grade = Arrays.stream(MemberGrade.values()).filter(each -> form.is("grade", each.name()))
                .findFirst();
        if (member.isEmpty() || grade.isEmpty()) {
            form.reject("grade", "required");
        }
        LocalDate meeting = form.date("meetingOn");
        if (form.value("reason").length() > 500) {
            form.reject("reason", "too-long");
        }
        int revision = form.value("revision").matches("\\d{1,4}") ? Integer.parseInt(form.value("revision")) : 0;
        int page = PageOf.clampPage(form.value("page").matches("\\d{1,5}") ? Integer.valueOf(form.value("page")) : null);
        if (!form.isRejected()) {
            try {
                appraisals.decide(new Appraisals.Decision(member.orElseThrow(), year, branch.id, grade.orElseThrow(), meeting,
                        form.value("reason")), revision, actor.memberId());
                flash.success("appraisal:recorded");
                return Redirect.to("/appraisals?branch=%s&year=%d&page=%d".formatted(branch.code, year, page));
            } catch (Problem problem) {
                form.reject(problem);
            }
        }
        return form.answer(page(branch, year, page, form));
    }

    private int year(Integer asked) {
        int now = time.today().getYear();
        return asked == null || asked < 2000 || asked > now ? now : asked;
    }

    private TemplateInstance page(Organization branch, int year, int page, Form form) {
        PageOf<Appraisals.Sheet> sheets = appraisals.ofBranch(branch, year, page, actor.memberId());
        return Templates.appraisals(new BranchView(branch.code, branch.name), year,
                new PageOf<>(sheets.items().stream().map(SheetView::of).toList(), sheets.page(), sheets.size(), sheets.total()),
                form, MemberGrade.values());
    }

    record BranchView(String code, String name) {
    }

    /** @param revision of the decision shown, 0 for none */
    record SheetView(String id, String name, String number, Progress progress, String volunteered, String duty, int times,
            String points, StarLevel star, String suggested, List<Reason> reasons, PartsView parts, MemberGrade decided,
            LocalDate meetingOn, String reason, int revision) {

        static SheetView of(Appraisals.Sheet sheet) {
            MemberAppraisal decided = sheet.decided();
            return new SheetView(Ids.text(sheet.member().id), sheet.member().name, sheet.member().number, sheet.progress(),
                    Amounts.hours(sheet.facts().volunteerMinutes()), Amounts.hours(sheet.facts().dutyMinutes()),
                    sheet.facts().times(), Amounts.points(sheet.facts().points()), sheet.star(),
                    sheet.suggestion().grade(), sheet.suggestion().reasons(), PartsView.of(sheet.suggestion().points()),
                    decided == null ? null : decided.grade, decided == null ? null : decided.meetingOn,
                    decided == null ? null : decided.reason, decided == null ? 0 : decided.revision);
        }
    }

    /** How the hundred points came together; null where the branch does not count them. */
    record PartsView(String base, String service, String bonus, String deducted, String sum) {

        static PartsView of(HundredPoints points) {
            return points == null ? null
                    : new PartsView(Amounts.points(points.base()), Amounts.points(points.service()),
                            Amounts.points(points.bonus()), Amounts.points(points.deducted()), Amounts.points(points.sum()));
        }
    }

    @CheckedTemplate(basePath = "appraisal")
    static class Templates {

        static native TemplateInstance appraisals(BranchView branch, int year, PageOf<SheetView> sheets, Form form,
                MemberGrade[] grades);
    }
}
