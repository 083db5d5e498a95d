package org.shuangbaodao.oversight;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Todo;
import org.shuangbaodao.kernel.TodoSource;
import org.shuangbaodao.oversight.QuarterOverview.Standing;

/** A place of one's own that is silent about the quarter that is over, while something can still be said. */
@ApplicationScoped
class ZeroReportTodos implements TodoSource {

    private final QuarterOverview overview;
    private final ZeroReports reports;
    private final OwnPlaces own;
    private final BusinessTime time;

    ZeroReportTodos(QuarterOverview overview, ZeroReports reports, OwnPlaces own, BusinessTime time) {
        this.overview = overview;
        this.reports = reports;
        this.own = own;
        this.time = time;
    }

    @Override
    public List<Todo> of(Actor actor) {
        Period quarter = Period.quarterOf(Period.quarterOf(time.today()).firstDay().minusDays(1));
        if (!actor.has(Actor.DECIDER) || !reports.isOpen(quarter)) {
            return List.of();
        }
        return List.of(new Todo("oversight:todo_silent", own.codes(actor.memberId()).stream()
                .filter(code -> overview.standingOf(code, quarter).filter(Standing.SILENT::equals).isPresent()).count(),
                "/review/quarter?period=" + quarter.key()));
    }
}
