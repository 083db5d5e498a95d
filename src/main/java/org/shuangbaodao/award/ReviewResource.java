package org.shuangbaodao.award;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;

import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.servicerecord.Capacity.Step;
import org.shuangbaodao.web.Form;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import org.jboss.resteasy.reactive.RestQuery;

/** The queue over JSON, with the filters of the page; decided on at {@code /api/records/decisions}. */
@Path("/api/review")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
class ReviewResource {

    private final QueueViews views;
    private final CurrentActor actor;

    ReviewResource(QueueViews views, CurrentActor actor) {
        this.views = views;
        this.actor = actor;
    }

    @GET
    public Answer list(@RestQuery String step, @RestQuery Integer page, @RestQuery Integer size, @Context UriInfo address) {
        MultivaluedMap<String, String> query = address.getQueryParameters();
        Form asked = Form.of(query);
        QueueFilter filter = QueueFilter.of(asked);
        if (asked.isRejected()) {
            List<FieldProblem> errors = asked.problems();
            throw new Problem(CommonProblem.INVALID).with("errors", errors);
        }
        Step wanted = "award".equals(step) ? Step.AWARD : Step.CONFIRMATION;
        QueueViews.Listing listing = views.of(actor.memberId(), wanted, filter, PageOf.clampPage(page), PageOf.clampSize(size));
        return new Answer(wanted, listing.rows().total(), listing.waiting(), listing.rows().page(), listing.rows().size(),
                listing.rows().items().stream().map(Row::of).toList());
    }

    /**
     * One page of what waits, the oldest first.
     *
     * @param matching rows that the filter finds, on all pages
     * @param waiting rows that wait, whatever the filter
     */
    record Answer(Step step, long matching, long waiting, int page, int size, List<Row> items) {
    }

    /** {@code id} and {@code version} are what a decision names. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(String id, int version, String member, String memberNumber, String branch, String community, String activity,
            String day, String clock, int minutes, String summary, String place, int waitedWorkingDays, boolean onBehalf,
            boolean late, boolean longDay, boolean overlapping, boolean held) {

        static Row of(QueueViews.RowView row) {
            int version = Integer.parseInt(row.item().substring(row.item().indexOf(':') + 1));
            return new Row(row.id(), version, row.member(), row.number(), row.branch(), row.community(), row.activityName(),
                    row.day(), row.clock(), row.minutes(), row.summary(), row.place(), row.waited(), row.enteredBy() != null,
                    row.late(), row.longDay(), row.overlapping(), row.held());
        }
    }
}
