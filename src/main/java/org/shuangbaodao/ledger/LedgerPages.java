package org.shuangbaodao.ledger;

import java.util.ArrayList;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.shuangbaodao.kernel.Amounts;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Period;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The holder's own books. */
@Path("/me/ledger")
@Authenticated
@Produces(MediaType.TEXT_HTML)
class LedgerPages {

    private final OwnLedger ledger;
    private final Standings standings;
    private final CurrentActor actor;

    LedgerPages(OwnLedger ledger, Standings standings, CurrentActor actor) {
        this.ledger = ledger;
        this.standings = standings;
        this.actor = actor;
    }

    @GET
    public TemplateInstance mine(@QueryParam("period") String period, @QueryParam("page") Integer page) {
        OwnLedger.Statement statement = ledger.of(actor.memberId(), period, PageOf.clampPage(page), PageOf.DEFAULT_SIZE);
        PageOf<OwnLedger.Line> lines = statement.lines();
        return Templates.mine(new StatementView(statement.period().key(), choices(statement.period()),
                Amounts.points(statement.totals().get(Book.POINTS)),
                Amounts.hours(statement.totals().get(Book.VOLUNTEER_MINUTES)),
                Amounts.hours(statement.totals().get(Book.DUTY_MINUTES)),
                new PageOf<>(lines.items().stream().map(LineView::of).toList(), lines.page(), lines.size(), lines.total())));
    }

    // The years and quarters anything is booked in, and the one asked for.
    private List<String> choices(Period shown) {
        List<String> keys = new ArrayList<>();
        for (Period quarter : standings.bookedQuarters()) {
            if (!keys.contains(quarter.year().key())) {
                keys.add(quarter.year().key());
            }
            keys.add(quarter.key());
        }
        if (!keys.contains(shown.key()) && !shown.equals(Period.ALL)) {
            keys.add(0, shown.key());
        }
        return keys;
    }

    record StatementView(String period, List<String> choices, String points, String volunteerHours, String dutyHours,
            PageOf<LineView> lines) {
    }

    /** @param recordId the service record it comes from, null for a cap */
    record LineView(String id, String servedOn, Book book, EntryKind kind, String amount, boolean negative, String explanation,
            String recordId, BranchPeriod.State state) {

        public boolean isFinal() {
            return state == BranchPeriod.State.CLOSED;
        }

        static LineView of(OwnLedger.Line line) {
            LedgerEntry entry = line.entry();
            String amount = entry.book.isMinutes() ? Amounts.hours(entry.amount) : Amounts.points(entry.amount);
            return new LineView(Ids.text(entry.id), entry.servedOn.toString(), entry.book, entry.kind,
                    entry.amount > 0 ? "+" + amount : amount,
                    entry.amount < 0, line.explanation(),
                    entry.sourceType.equals(Source.SERVICE_RECORD) ? entry.sourceId : null, line.state());
        }
    }

    @CheckedTemplate(basePath = "ledger")
    static class Templates {

        static native TemplateInstance mine(StatementView view);
    }
}
