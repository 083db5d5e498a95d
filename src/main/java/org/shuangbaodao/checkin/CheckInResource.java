package org.shuangbaodao.checkin;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.web.ProblemTexts;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** Check-ins over the API: the member's own, and the steps of all who take part. */
@Path("/api/checkins")
@RolesAllowed(Actor.MEMBER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class CheckInResource {

    private static final String PROBLEM = "urn:shuangbaodao:problem:";

    private final CurrentActor actor;
    private final Registrations registrations;
    private final Reception reception;
    private final Batch batch;
    private final Sight sight;
    private final Cards cards;
    private final ProblemTexts texts;

    CheckInResource(CurrentActor actor, Registrations registrations, Reception reception, Batch batch, Sight sight, Cards cards,
            ProblemTexts texts) {
        this.actor = actor;
        this.registrations = registrations;
        this.reception = reception;
        this.batch = batch;
        this.sight = sight;
        this.cards = cards;
        this.texts = texts;
    }

    /** Only {@code communityCode} has to be there. */
    record NewCheckIn(String communityCode, String gridCode, String period, String intention, String skills,
            String availability) {
    }

    /** @param version what the client looked at; left out, what stands there now counts */
    record Decision(Integer version) {
    }

    record Refusal(Integer version, RefusalReason reason, String text) {
    }

    /** @param lastDay {@code yyyy-MM-dd}, today when left out */
    record Withdrawal(Integer version, String lastDay) {
    }

    record Acceptances(List<String> ids) {
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(String id, CheckInState state, int version, String holder, String number, String name, String communityCode,
            String communityName, String gridCode, String period, String intention, String skills, String availability,
            String requestedOn, String receiptNumber, RefusalReason reason, String reasonText, String validFrom,
            String validTo) {

        static View of(Cards.Card card) {
            return new View(card.id(), card.state(), card.version(), card.ofUnit() ? "UNIT" : "MEMBER", card.holderNumber(),
                    card.holderName(), card.communityCode(), card.communityName(), card.gridCode(), card.period(),
                    card.intention(), card.skills(), card.availability(), card.requestedOn(), card.receiptNumber(),
                    card.reason(),
                    card.reason() == null ? null : card.reasonText(), card.validFrom(), card.validTo());
        }
    }

    record Listing(List<View> items) {
    }

    /** One row of a batch: the check-in, or why it was not done. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(String id, boolean done, View checkIn, Refused problem) {
    }

    record Refused(String type, String title, String detail, int status) {
    }

    record Results(List<Result> results) {
    }

    @POST
    public Response register(@RestHeader("Idempotency-Key") String key, NewCheckIn asked) {
        NewCheckIn body = body(asked);
        if (key != null && !key.matches("[\\x21-\\x7e]{1,255}")) {
            throw new Problem(CommonProblem.IDEMPOTENCY_KEY_MISSING);
        }
        CheckIn checkIn = registrations.register(actor.memberId(), new CheckInRequest(body.communityCode, body.gridCode,
                body.period, body.intention, body.skills, body.availability), key);
        return Response.status(Response.Status.CREATED).entity(view(checkIn)).build();
    }

    @GET
    public Listing own() {
        return new Listing(cards.of(CheckIn.ofMember(actor.memberId())).stream().map(View::of).toList());
    }

    @GET
    @Path("/{id}")
    public View one(@RestPath String id) {
        return view(sight.find(id(id), actor.memberId()));
    }

    @POST
    @Path("/{id}/acceptance")
    public View accept(@RestPath String id, Decision decision) {
        return view(reception.accept(id(id), decision == null ? null : decision.version, actor.memberId()));
    }

    @POST
    @Path("/{id}/refusal")
    public View refuse(@RestPath String id, Refusal asked) {
        Refusal refusal = asked == null ? new Refusal(null, null, "") : asked;
        return view(reception.refuse(id(id), refusal.version, refusal.reason, refusal.text, actor.memberId()));
    }

    @POST
    @Path("/{id}/agreement")
    public View agree(@RestPath String id, Decision decision) {
        return view(registrations.agree(id(id), decision == null ? null : decision.version, actor.memberId()));
    }

    @POST
    @Path("/{id}/withdrawal")
    public View withdraw(@RestPath String id, Withdrawal asked) {
        Withdrawal withdrawal = asked == null ? new Withdrawal(null, null) : asked;
        return view(registrations.withdraw(id(id), withdrawal.version, day(withdrawal.lastDay), actor.memberId()));
    }

    @POST
    @Path("/acceptances")
    public Results acceptAll(Acceptances asked) {
        List<String> ids = body(asked).ids;
        List<String> chosen = ids == null ? List.of() : ids.stream().flatMap(Stream::ofNullable).distinct().toList();
        return new Results(batch.accept(chosen, actor.memberId()).stream().map(this::result).toList());
    }

    private Result result(Batch.Row row) {
        if (row.isDone()) {
            return new Result(row.key(), true, view(row.checkIn()), null);
        }
        Problem problem = row.problem();
        return new Result(row.key(), false, null, new Refused(PROBLEM + problem.type().code(), texts.title(problem),
                texts.detail(problem), problem.type().status()));
    }

    private View view(CheckIn checkIn) {
        return View.of(cards.of(checkIn));
    }

    private static <T> T body(T given) {
        if (given == null) {
            throw Submission.invalid("body", "required");
        }
        return given;
    }

    private static LocalDate day(String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Submission.invalid("lastDay", "not-a-date");
        }
    }

    private static long id(String text) {
        return Ids.parse(text).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }
}
