package org.shuangbaodao.activity;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.organization.Organizations;

/** The feed a calendar subscribes to: {@code /activities.ics?community=<code>}. */
@Path("/activities.ics")
@PermitAll
class FeedPages {

    static final String CALENDAR = "text/calendar;charset=UTF-8";
    /** Calendars ask every hour or so; what they all ask for may come out of a cache meanwhile. */
    static final String KEPT = "public, max-age=300";

    private final ActivityCalendar calendar;
    private final Organizations organizations;

    FeedPages(ActivityCalendar calendar, Organizations organizations) {
        this.calendar = calendar;
        this.organizations = organizations;
    }

    @GET
    public Response feed(@QueryParam("community") String code) {
        String file = calendar.feed(code == null || code.isBlank() ? null : organizations.byCode(code.strip()));
        return Response.ok(file, CALENDAR).header(HttpHeaders.CACHE_CONTROL, KEPT).build();
    }
}
