package org.shuangbaodao.appraisal;

import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.shuangbaodao.appraisal.AppraisalPages.SheetView;
import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CurrentActor;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestQuery;

/** A member's own year: how far he has come, his stars, what would be suggested and why, what was decided. */
@Path("/me/appraisal")
@RolesAllowed(Actor.MEMBER)
@Produces(MediaType.TEXT_HTML)
class OwnAppraisalPages {

    private final Appraisals appraisals;
    private final Commendations commendations;
    private final CurrentActor actor;
    private final BusinessTime time;

    OwnAppraisalPages(Appraisals appraisals, Commendations commendations, CurrentActor actor, BusinessTime time) {
        this.appraisals = appraisals;
        this.commendations = commendations;
        this.actor = actor;
        this.time = time;
    }

    @GET
    public TemplateInstance own(@RestQuery Integer year) {
        int now = time.today().getYear();
        int shown = year == null || year < 2000 || year > now ? now : year;
        Appraisals.Sheet sheet = appraisals.own(actor.memberId(), shown);
        StarLevel next = sheet.star().next();
        long missing = next == null ? 0 : next.hours() - sheet.noticedMinutes() / 60;
        return Templates.own(new OwnView(shown, now, SheetView.of(sheet),
                org.shuangbaodao.kernel.Amounts.hours(sheet.noticedMinutes()), next, missing,
                appraisals.decisionsOn(actor.memberId()).stream()
                        .map(each -> new DecisionView(each.appraisalYear, each.revision, each.grade, each.meetingOn,
                                each.reason))
                        .toList(),
                commendations.of(actor.memberId()).stream()
                        .map(each -> new CommendationView(each.title, each.grantedBy, each.grantedOn)).toList()));
    }

    /** @param missing hours to the next star */
    record OwnView(int year, int now, SheetView sheet, String noticed, StarLevel next, long missing,
            List<DecisionView> decisions, List<CommendationView> commendations) {
    }

    record DecisionView(int year, int revision, MemberGrade grade, LocalDate meetingOn, String reason) {
    }

    record CommendationView(String title, String grantedBy, LocalDate grantedOn) {
    }

    @CheckedTemplate(basePath = "appraisal")
    static class Templates {

        static native TemplateInstance own(OwnView view);
    }
}
