package org.shuangbaodao.rollcall;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.shuangbaodao.activity.ActivityFacts;
import org.shuangbaodao.activity.Organizers;
import org.shuangbaodao.kernel.Amounts;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.organization.Organization;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The public log of what has taken place in a community, open to objection. */
@Path("/activities")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class LogPages {

    private final ActivityLog log;
    private final BusinessTime time;

    LogPages(ActivityLog log, BusinessTime time) {
        this.log = log;
        this.time = time;
    }

    @GET
    @Path("/log")
    public TemplateInstance log(@QueryParam("community") @DefaultValue("") String community,
            @QueryParam("month") @DefaultValue("") String month) {
        List<Organization> found = Organizers.communities(community);
        YearMonth shown = monthOr(month);
        Organization one = found.size() == 1 ? found.get(0) : null;
        return Templates.log(new LogView(community, shown.toString(), shown.minusMonths(1).toString(),
                shown.isBefore(thisMonth()) ? shown.plusMonths(1).toString() : null,
                one == null ? null : one.code, one == null ? null : one.name,
                one == null ? found.stream().map(each -> new Choice(each.code, each.name)).toList() : List.of(),
                one == null ? List.of() : log.of(one, shown).stream().map(LineView::of).toList()));
    }

    private YearMonth thisMonth() {
        return YearMonth.from(time.today());
    }

    private YearMonth monthOr(String text) {
        try {
            YearMonth asked = text.isBlank() ? thisMonth() : YearMonth.parse(text.strip());
            return asked.isAfter(thisMonth()) || asked.getYear() < 2000 ? thisMonth() : asked;
        } catch (DateTimeException e) {
            return thisMonth();
        }
    }

    /**
     * @param code of the community shown, null while none is chosen
     * @param choices several that fit what was typed
     */
    record LogView(String search, String month, String before, String after, String code, String name, List<Choice> choices,
            List<LineView> lines) {
    }

    record Choice(String code, String name) {
    }

    /** @param name null for personal service */
    record LineView(String day, String id, String name, String place, boolean late, boolean banded, Integer people,
            String hours) {

        static LineView of(ActivityLog.Line line) {
            ActivityFacts activity = line.activity();
            return new LineView(line.day().toString(), activity == null ? null : Ids.text(activity.id()),
                    activity == null ? null : activity.name(), activity == null ? "" : activity.place(),
                    activity != null && activity.late(), line.isBanded(), line.people(),
                    line.isBanded() ? null : Amounts.hours(line.minutes()));
        }
    }

    @CheckedTemplate(basePath = "rollcall")
    static class Templates {

        static native TemplateInstance log(LogView view);
    }
}
