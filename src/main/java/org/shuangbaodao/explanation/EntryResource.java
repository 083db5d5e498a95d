package org.shuangbaodao.explanation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.ledger.BranchPeriod;
import org.shuangbaodao.ledger.EntryKind;
import org.shuangbaodao.ledger.PostedEntry;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;

/** One entry over JSON. Minutes are minutes, points are hundredths of a point. */
@Path("/api/me/ledger/{id}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
class EntryResource {

    private final EntryExplanations explanations;
    private final CurrentActor actor;

    EntryResource(EntryExplanations explanations, CurrentActor actor) {
        this.explanations = explanations;
        this.actor = actor;
    }

    @GET
    public Answer entry(@PathParam("id") String id) {
        return Answer.of(explanations.of(id, actor.memberId()));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(String id, Book book, long amount, EntryKind kind, LocalDate servedOn, String bookedIn,
            BranchPeriod.State periodState, String explanation, Explained.Rule rule, Formula formula,
            Map<Figure.Name, Long> figures, List<Reckoned.Day> days, List<Explained.Decision> decisions,
            List<Explained.ItemStep> itemSteps, String reverses, String reversedBy, QuarterNotices.Posted notice,
            String recordId, Instant postedAt, Books inBooks) {

        static Answer of(Explained explained) {
            PostedEntry entry = explained.entry();
            return new Answer(Ids.text(entry.id()), entry.book(), entry.amount(), entry.kind(), entry.servedOn(),
                    entry.period(), explained.periodState(), explained.sentence(), explained.rule(),
                    explained.reckoned().formula(),
                    explained.reckoned().figures().stream().collect(Collectors.toMap(Figure::name, Figure::value)),
                    explained.reckoned().days(), explained.decisions(),
                    explained.item() == null ? null : explained.item().steps(), id(explained.takesBack()),
                    id(explained.takenBackBy()), explained.notice(), explained.recordId(), entry.postedAt(),
                    Books.of(explained));
        }

        private static String id(PostedEntry entry) {
            return entry == null ? null : Ids.text(entry.id());
        }
    }

    /** @param head where the branch's chain ends now */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Books(String branch, long sequence, String text, String digest, String previousHash, String hash, boolean whole,
            String head, Explained.Sealed sealed) {

        static Books of(Explained explained) {
            Explained.InBooks books = explained.inBooks();
            return new Books(books.branch(), explained.entry().sequence(), books.text(), books.digest(),
                    explained.entry().proof().previousHash(), books.hash(), books.isWhole(),
                    books.head(), books.sealed());
        }
    }
}
