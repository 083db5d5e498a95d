package org.shuangbaodao.checkin;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The community's desk: what waits, the oldest first, accepted in one go or declined one by one. */
@Path("/checkins/review")
@RolesAllowed({ Actor.DECIDER, Actor.OFFICER })
@Produces(MediaType.TEXT_HTML)
class CheckInReviewPages {

    private final CurrentActor actor;
    private final ReviewQueue queue;
    private final Batch batch;
    private final Reception reception;
    private final Cards cards;
    private final Flash flash;

    CheckInReviewPages(CurrentActor actor, ReviewQueue queue, Batch batch, Reception reception, Cards cards, Flash flash) {
        this.actor = actor;
        this.queue = queue;
        this.batch = batch;
        this.reception = reception;
        this.cards = cards;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "checkin")
    static class Templates {

        static native TemplateInstance review(ReviewView view, Form form);

        static native TemplateInstance accepted(PageOf<Cards.Card> page);
    }

    /**
     * @param done accepted just now, when others of the same batch were not
     * @param failed the others
     * @param refusing id of the row whose refusal form was sent back
     */
    record ReviewView(List<Cards.Card> waiting, int more, List<RefusalReason> reasons, List<Cards.Card> done,
            List<Failure> failed, String refusing) {
    }

    record Failure(String name, Problem problem) {
    }

    @GET
    public TemplateInstance waiting() {
        return Templates.review(view(List.of(), ""), Form.blank());
    }

    @GET
    @Path("/accepted")
    public TemplateInstance accepted(@RestQuery Integer page) {
        PageOf<CheckIn> found = queue.accepted(actor.memberId(), PageOf.clampPage(page));
        return Templates.accepted(new PageOf<>(cards.of(found.items()), found.page(), found.size(), found.total()));
    }

    @POST
    @Path("/acceptances")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response accept(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        List<String> choices = form.value("all").isEmpty() ? form.values("ids") : form.values("shown");
        List<Batch.Row> rows;
        try {
            rows = batch.accept(choices, actor.memberId());
        } catch (Problem problem) {
            return form.reject(problem).answer(Templates.review(view(List.of(), ""), form));
        }
        if (rows.stream().allMatch(Batch.Row::isDone)) {
            flash.success("checkin:flash_accepted");
            return Redirect.to("/checkins/review");
        }
        return Response.status(CommonProblem.CONFLICT.status()).entity(Templates.review(view(rows, ""), Form.blank())).build();
    }

    @POST
    @Path("/{id}/refusal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response refuse(@RestPath String id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        try {
            reception.refuse(Ids.parse(id).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND)), version(form), reason(form),
                    form.value("text"), actor.memberId());
        } catch (Problem problem) {
            return form.reject(problem).answer(Templates.review(view(List.of(), id), form));
        }
        flash.success("checkin:flash_declined");
        return Redirect.to("/checkins/review");
    }

    private ReviewView view(List<Batch.Row> rows, String refusing) {
        List<Cards.Card> waiting = cards.of(queue.waiting(actor.memberId()));
        List<Cards.Card> done = cards.of(rows.stream().filter(Batch.Row::isDone).map(Batch.Row::checkIn).toList());
        List<Failure> failed = rows.stream().filter(row -> !row.isDone())
                .map(row -> new Failure(name(row, waiting), row.problem()))
                .toList();
        int more = waiting.size() < ReviewQueue.SHOWN ? 0 : queue.count(actor.memberId()) - waiting.size();
        return new ReviewView(waiting, more, RefusalReason.OF_COMMUNITY, done, failed, refusing);
    }

    /** The name while the row is still there for the actor, else its number: what he may no longer see has no name for him. */
    private static String name(Batch.Row row, List<Cards.Card> waiting) {
        String id = row.key().split("\\.", 2)[0];
        return waiting.stream().filter(card -> card.id().equals(id)).map(Cards.Card::holderName).findFirst().orElse(id);
    }

    private static Integer version(Form form) {
        try {
            return Integer.valueOf(form.value("version"));
        } catch (NumberFormatException e) {
            throw new Problem(CommonProblem.CONFLICT);
        }
    }

    private static RefusalReason reason(Form form) {
        return RefusalReason.OF_COMMUNITY.stream().filter(each -> each.name().equals(form.value("reason"))).findFirst()
                .orElse(null);
    }
}
