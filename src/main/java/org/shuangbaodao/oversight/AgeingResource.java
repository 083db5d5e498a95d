package org.shuangbaodao.oversight;

import java.math.BigDecimal;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.servicerecord.Capacity.Step;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jboss.resteasy.reactive.RestQuery;

/** How long things wait, over JSON. */
@Path("/api/review/ageing")
@RolesAllowed({ Actor.DECIDER, Actor.OFFICER, Actor.AUDITOR })
@Produces(MediaType.APPLICATION_JSON)
class AgeingResource {

    private final AgeingViews views;
    private final CurrentActor actor;

    AgeingResource(AgeingViews views, CurrentActor actor) {
        this.views = views;
        this.actor = actor;
    }

    @GET
    public Answer ageing(@RestQuery String within, @RestQuery Integer page, @RestQuery Integer size) {
        AgeingViews.View view = views.of(actor.memberId(), within, PageOf.clampPage(page), PageOf.clampSize(size));
        return new Answer(view.totals(), view.decidedIn().key(), view.rows().page(), view.rows().size(),
                view.rows().items().stream().map(Row::of).toList());
    }

    /** {@code decidedIn}: the quarter whose decisions the medians are of. */
    record Answer(AgeingReport.Totals totals, String decidedIn, int page, int size, List<Row> items) {
    }

    /** Ages in working days: {@code fresh} up to 5, {@code ageing} 6 to 9, {@code escalated} 10 and more. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(String code, String name, Step step, Office office, List<String> holders, long waiting, long fresh, long ageing,
            long escalated, String oldest, BigDecimal medianDays) {

        static Row of(AgeingViews.Row row) {
            return new Row(row.code(), row.name(), row.step(), row.office(), row.holders(), row.waiting(), row.fresh(),
                    row.ageing(), row.escalated(), row.oldest(), row.medianDays());
        }
    }
}
