package org.shuangbaodao.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.PageOf;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;

/** The asker's own books over JSON. Minutes are minutes, points are hundredths of a point. */
@Path("/api/me/ledger")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
class LedgerResource {

    private final OwnLedger ledger;
    private final CurrentActor actor;

    LedgerResource(OwnLedger ledger, CurrentActor actor) {
        this.ledger = ledger;
        this.actor = actor;
    }

    @GET
    public Answer mine(@QueryParam("period") String period, @QueryParam("page") Integer page,
            @QueryParam("size") Integer size) {
        OwnLedger.Statement statement = ledger.of(actor.memberId(), period, PageOf.clampPage(page), PageOf.clampSize(size));
        PageOf<OwnLedger.Line> lines = statement.lines();
        return new Answer(statement.period().key(), statement.totals(), lines.items().stream().map(Entry::of).toList(),
                lines.page(), lines.size(), lines.total());
    }

    record Answer(String period, Map<Book, Long> totals, List<Entry> entries, int page, int size, long total) {
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(String id, Book book, long amount, EntryKind kind, LocalDate servedOn, String bookedIn,
            BranchPeriod.State bookedInState,
            String explanation,
            String ruleItem, int ruleVersion, String sourceType, String sourceId, String reverses, Instant postedAt,
            String hash) {

        static Entry of(OwnLedger.Line line) {
            LedgerEntry entry = line.entry();
            return new Entry(Ids.text(entry.id), entry.book, entry.amount, entry.kind, entry.servedOn, entry.period,
                    line.state(),
                    line.explanation(), entry.ruleItem, entry.ruleVersion, entry.sourceType, entry.sourceId,
                    entry.reverses == null ? null : Ids.text(entry.reverses), entry.postedAt, entry.hash);
        }
    }
}
