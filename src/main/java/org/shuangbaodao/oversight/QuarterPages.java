package org.shuangbaodao.oversight;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.oversight.QuarterOverview.Standing;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestQuery;

/** The quarter at a glance, and the one click by which a place says that there is nothing to report. */
@Path("/review/quarter")
@RolesAllowed({ Actor.DECIDER, Actor.OFFICER, Actor.AUDITOR })
@Produces(MediaType.TEXT_HTML)
class QuarterPages {

    private static final int QUARTERS = 4;

    private final QuarterOverview overview;
    private final ZeroReports reports;
    private final OwnPlaces own;
    private final CurrentActor actor;
    private final BusinessTime time;
    private final Flash flash;

    QuarterPages(QuarterOverview overview, ZeroReports reports, OwnPlaces own, CurrentActor actor, BusinessTime time,
            Flash flash) {
        this.overview = overview;
        this.reports = reports;
        this.own = own;
        this.actor = actor;
        this.time = time;
        this.flash = flash;
    }

    /** @param show only places that stand so */
    @GET
    public TemplateInstance page(@RestQuery String period, @RestQuery String within, @RestQuery String show,
            @RestQuery Integer page) {
        return view(quarterOf(period), within, standing(show), PageOf.clampPage(page), Form.blank());
    }

    @POST
    @Path("{period}/zero-report")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response declare(@PathParam("period") String period, MultivaluedMap<String, String> posted) {
        return change(period, Form.of(posted), true);
    }

    @POST
    @Path("{period}/zero-report/revocation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response revoke(@PathParam("period") String period, MultivaluedMap<String, String> posted) {
        return change(period, Form.of(posted), false);
    }

    private Response change(String period, Form form, boolean nothing) {
        Period quarter = Period.parse(period).filter(Period::isQuarter)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        try {
            if (nothing) {
                reports.declare(form.value("place"), quarter, actor.memberId());
                flash.success("oversight:declared");
            } else {
                reports.revoke(form.value("place"), quarter, actor.memberId());
                flash.success("oversight:revoked");
            }
            return Redirect.to("/review/quarter?period=" + quarter.key());
        } catch (Problem problem) {
            form.reject(problem);
            return form.answer(view(quarter, null, null, 1, form));
        }
    }

    private TemplateInstance view(Period quarter, String within, Standing standing, int page, Form form) {
        QuarterOverview.Overview found = overview.of(actor.memberId(), quarter, within, standing, page, PageOf.DEFAULT_SIZE);
        List<String> mine = reports.isOpen(quarter) ? own.codes(actor.memberId()) : List.of();
        PageOf<QuarterOverview.Line> lines = found.lines();
        List<Row> rows = lines.items().stream().map(line -> new Row(line, mine.contains(line.code()))).toList();
        List<CountView> counts = Arrays.stream(Standing.values()).map(each -> new CountView(each, found.counts().get(each)))
                .toList();
        return Templates.quarter(new View(quarter, quarters(), within == null ? "" : within, standing, counts,
                new PageOf<>(rows, lines.page(), lines.size(), lines.total())), form);
    }

    private List<Period> quarters() {
        LocalDate today = time.today();
        return Stream.iterate(0, back -> back + 1).limit(QUARTERS)
                .map(back -> Period.quarterOf(Period.quarterOf(today).firstDay().minusMonths(3L * back))).toList();
    }

    // The last one that is over, unless another is asked for.
    private Period quarterOf(String asked) {
        Optional<Period> parsed = Period.parse(asked).filter(Period::isQuarter);
        return parsed.orElseGet(() -> Period.quarterOf(Period.quarterOf(time.today()).firstDay().minusDays(1)));
    }

    private static Standing standing(String key) {
        return Arrays.stream(Standing.values()).filter(each -> each.key().equals(key)).findFirst().orElse(null);
    }

    /** @param standing null where all are shown */
    record View(Period quarter, List<Period> quarters, String within, Standing standing, List<CountView> counts,
            PageOf<Row> rows) {

        public long total() {
            return counts.stream().mapToLong(CountView::count).sum();
        }

        /** The page of this quarter, to be narrowed. */
        public String address() {
            return "/review/quarter?period=" + quarter.key() + (within.isEmpty() ? "" : "&within=" + within);
        }
    }

    /** One tab. */
    record CountView(Standing standing, long count) {
    }

    /** @param own whether the reader may say something for it */
    record Row(QuarterOverview.Line line, boolean own) {

        public boolean isMayDeclare() {
            return own && line.standing() == Standing.SILENT;
        }

        public String tone() {
            return switch (line.standing()) {
                case SERVED -> "good";
                case NOTHING -> "plain";
                case CONTRADICTED -> "bad";
                case SILENT -> "wait";
            };
        }

        public boolean isMayRevoke() {
            return own && line.declaredOn() != null;
        }
    }

    @CheckedTemplate(basePath = "oversight")
    static class Templates {

        static native TemplateInstance quarter(View view, Form form);
    }
}
