package org.shuangbaodao.oversight;

import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.oversight.QuarterOverview.Standing;

import org.jboss.resteasy.reactive.RestQuery;

/** Who served, who had nothing to report and who is silent, over JSON. */
@Path("/api/review/quarters/{period}")
@RolesAllowed({ Actor.DECIDER, Actor.OFFICER, Actor.AUDITOR })
@Produces(MediaType.APPLICATION_JSON)
class QuarterResource {

    private final QuarterOverview overview;
    private final ZeroReports reports;
    private final CurrentActor actor;

    QuarterResource(QuarterOverview overview, ZeroReports reports, CurrentActor actor) {
        this.overview = overview;
        this.reports = reports;
        this.actor = actor;
    }

    @GET
    public Answer overview(@PathParam("period") String period, @RestQuery String within, @RestQuery Standing standing,
            @RestQuery Integer page, @RestQuery Integer size) {
        QuarterOverview.Overview found = overview.of(actor.memberId(), quarterOf(period), within, standing,
                PageOf.clampPage(page), PageOf.clampSize(size));
        return new Answer(period, found.counts(), found.lines().page(), found.lines().size(), found.lines().items());
    }

    /** Nothing was served there. Safe to repeat. */
    @PUT
    @Path("/zero-reports/{code}")
    public void declare(@PathParam("period") String period, @PathParam("code") String code) {
        reports.declare(code, quarterOf(period), actor.memberId());
    }

    @DELETE
    @Path("/zero-reports/{code}")
    public void revoke(@PathParam("period") String period, @PathParam("code") String code) {
        reports.revoke(code, quarterOf(period), actor.memberId());
    }

    private static Period quarterOf(String period) {
        return Period.parse(period).filter(Period::isQuarter).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    record Answer(String period, Map<Standing, Long> counts, int page, int size, List<QuarterOverview.Line> items) {
    }
}
