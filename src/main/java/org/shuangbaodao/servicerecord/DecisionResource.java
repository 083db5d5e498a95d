package org.shuangbaodao.servicerecord;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.servicerecord.RecordDecisions.Item;
import org.shuangbaodao.servicerecord.RecordDecisions.Outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;

/** Decisions over JSON. Each answers with the record as it then stands, or with why not. */
@Path("/api/records")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
class DecisionResource {

    private final RecordDecisions decisions;
    private final ServiceRecords records;
    private final CurrentActor actor;

    DecisionResource(RecordDecisions decisions, ServiceRecords records, CurrentActor actor) {
        this.decisions = decisions;
        this.records = records;
        this.actor = actor;
    }

    @POST
    @Path("/{id}/confirmation")
    public RecordAnswer confirm(@PathParam("id") String id, @Valid Decision decision) {
        return decide(Verb.CONFIRM, id, decision);
    }

    @POST
    @Path("/{id}/award")
    public RecordAnswer award(@PathParam("id") String id, @Valid Decision decision) {
        return decide(Verb.AWARD, id, decision);
    }

    @POST
    @Path("/{id}/return")
    public RecordAnswer sendBack(@PathParam("id") String id, @Valid Decision decision) {
        return decide(Verb.RETURN, id, decision);
    }

    @POST
    @Path("/{id}/rejection")
    public RecordAnswer reject(@PathParam("id") String id, @Valid Decision decision) {
        return decide(Verb.REJECT, id, decision);
    }

    @POST
    @Path("/{id}/withdrawal")
    public RecordAnswer withdraw(@PathParam("id") String id, @Valid Decision decision) {
        return decide(Verb.WITHDRAW, id, decision);
    }

    @POST
    @Path("/{id}/repudiation")
    public RecordAnswer repudiate(@PathParam("id") String id, @Valid Decision decision) {
        return decide(Verb.REPUDIATE, id, decision);
    }

    @POST
    @Path("/{id}/reversal")
    public RecordAnswer reverse(@PathParam("id") String id, @Valid Decision decision) {
        return decide(Verb.REVERSE, id, decision);
    }

    /** Takes back one's own decision within ten minutes, as long as nothing followed. */
    @POST
    @Path("/{id}/undoing")
    public RecordAnswer undo(@PathParam("id") String id, @Valid Decision decision) {
        return decide(Verb.UNDO, id, decision);
    }

    /** Settles that the member took part after all. */
    @POST
    @Path("/{id}/release")
    public RecordAnswer release(@PathParam("id") String id, @Valid Decision decision) {
        return decide(Verb.RELEASE, id, decision);
    }

    /** Up to 200 records in one request; every row gets its own answer, and rows decided before are answered as conflicts. */
    @POST
    @Path("/decisions")
    public Outcomes decideAll(@NotNull @Valid Batch batch) {
        List<Item> items = batch.items.stream().map(row -> new Item(ServiceRecords.idOf(row.id), row.version)).toList();
        return new Outcomes(decisions.decideAll(batch.verb, items, batch.reason, actor.memberId()).stream()
                .map(Row::of).toList());
    }

    private RecordAnswer decide(Verb verb, String id, Decision decision) {
        Decision given = decision == null ? new Decision(null, null) : decision;
        Item item = new Item(ServiceRecords.idOf(id), given.version);
        return decisions.decide(verb, item, given.reason, actor.memberId(), records::answer);
    }

    /** Both may be left out where no reason is asked for. */
    record Decision(@Size(max = 500) String reason, Integer version) {
    }

    record Batch(@NotNull Verb verb, @NotEmpty @Size(max = 200) List<@NotNull @Valid BatchItem> items,
            @Size(max = 500) String reason) {
    }

    record BatchItem(@NotNull String id, Integer version) {
    }

    record Outcomes(List<Row> results) {
    }

    /** {@code problem} is the stable code of the refusal. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(String id, boolean done, RecordState state, Integer version, String problem) {

        static Row of(Outcome outcome) {
            ServiceRecord record = outcome.record();
            return new Row(Ids.text(outcome.recordId()), outcome.isDone(), record == null ? null : record.state,
                    record == null ? null : record.version,
                    outcome.isDone() ? null : outcome.problem().type().code());
        }
    }
}
