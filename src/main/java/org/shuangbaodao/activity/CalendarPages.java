package org.shuangbaodao.activity;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** One activity for a calendar. */
@Path("/activities")
@PermitAll
class CalendarPages {

    private final ActivityCalendar calendar;
    private final Activities activities;

    CalendarPages(ActivityCalendar calendar, Activities activities) {
        this.calendar = calendar;
        this.activities = activities;
    }

    @GET
    @Path("/{id}/calendar.ics")
    public Response one(@PathParam("id") String id) {
        return Response.ok(calendar.one(activities.byText(id)), FeedPages.CALENDAR)
                .header(HttpHeaders.CACHE_CONTROL, FeedPages.KEPT)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + ".ics\"").build();
    }
}
