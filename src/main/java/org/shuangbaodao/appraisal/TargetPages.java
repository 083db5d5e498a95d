package org.shuangbaodao.appraisal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What one's own organization asks of a year, and for whom some days of it do not count. */
@Path("/targets")
@RolesAllowed({ Actor.DECIDER, Actor.OFFICER })
@Produces(MediaType.TEXT_HTML)
class TargetPages {

    private final Targets targets;
    private final OwnOffices ownOffices;
    private final CurrentActor actor;
    private final BusinessTime time;
    private final Flash flash;

    TargetPages(Targets targets, OwnOffices ownOffices, CurrentActor actor, BusinessTime time, Flash flash) {
        this.targets = targets;
        this.ownOffices = ownOffices;
        this.actor = actor;
        this.time = time;
        this.flash = flash;
    }

    @GET
    public TemplateInstance list() {
        return page(Form.blank().with("year", time.today().getYear()), Form.blank());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response set(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        Integer hours = form.number("hours");
        Integer times = form.number("times");
        Integer year = form.number("year");
        form.text("organization", 40);
        if (year == null) {
            form.reject("year", "required");
        }
        if (!form.isRejected()) {
            try {
                targets.set(form.value("organization"), year, hours == null ? null : hours * 60, times, actor.memberId());
                flash.success("appraisal:target_set");
                return Redirect.to("/targets");
            } catch (Problem problem) {
                form.reject(problem);
            }
        }
        return form.answer(page(form, Form.blank()));
    }

    @POST
    @Path("exemptions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response exempt(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        LocalDate first = form.date("first");
        LocalDate last = form.date("last");
        form.text("member", 40);
        form.text("document", 120);
        if (!form.isRejected()) {
            try {
                targets.exempt(form.value("member"), first, last, form.value("document"), actor.memberId());
                flash.success("appraisal:exemption_recorded");
                return Redirect.to("/targets");
            } catch (Problem problem) {
                form.reject(problem);
            }
        }
        return form.answer(page(Form.blank().with("year", time.today().getYear()), form));
    }

    private TemplateInstance page(Form target, Form exemption) {
        int year = time.today().getYear();
        List<TargetView> own = ownOffices.all(actor.memberId()).stream()
                .filter(each -> each.kind.tree() == OrganizationKind.Tree.PARTY)
                .sorted(Comparator.comparing(each -> each.path))
                .map(each -> targets.setBy(each.id, year)
                        .map(set -> new TargetView(each.code, each.name, set.minutes == null ? null : set.minutes / 60,
                                set.times, true))
                        .orElseGet(() -> new TargetView(each.code, each.name, null, null, false)))
                .toList();
        return Templates.targets(year, own, target, exemption);
    }

    /** @param own whether the organization has a word of its own; otherwise the superior's or the rulebook's counts */
    record TargetView(String code, String name, Integer hours, Integer times, boolean own) {
    }

    @CheckedTemplate(basePath = "appraisal")
    static class Templates {

        static native TemplateInstance targets(int year, List<TargetView> own, Form target, Form exemption);
    }
}
