package org.shuangbaodao.award;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.Amounts;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The second person's page: what is to be taken back, why, and by whom. */
@Path("/review/reversals")
@RolesAllowed({ Actor.DECIDER, Actor.OFFICER })
@Produces(MediaType.TEXT_HTML)
class ReversalPages {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Reversals reversals;
    private final Members members;
    private final CurrentActor actor;
    private final Flash flash;

    ReversalPages(Reversals reversals, Members members, CurrentActor actor, Flash flash) {
        this.reversals = reversals;
        this.members = members;
        this.actor = actor;
        this.flash = flash;
    }

    @GET
    public TemplateInstance list() {
        return page(Form.blank());
    }

    private TemplateInstance page(Form form) {
        Reversals.Waiting waiting = reversals.waiting(actor.memberId());
        Map<Long, Member> people = members.byIds(Stream.concat(waiting.toConfirm().stream(), waiting.own().stream())
                .map(each -> each.proposedBy).distinct().toList());
        return Templates.reversals(views(waiting.toConfirm(), people), views(waiting.own(), people), form);
    }

    private static List<ProposalView> views(List<ReversalProposal> proposals, Map<Long, Member> people) {
        return proposals.stream()
                .map(each -> new ProposalView(Ids.text(each.id), people.get(each.proposedBy).name,
                        LocalDateTime.ofInstant(each.proposedAt, BusinessTime.ZONE).format(MINUTE), each.reason, each.records,
                        Amounts.points(each.points), each.lines.stream().map(line -> Ids.text(line.recordId)).toList()))
                .toList();
    }

    @POST
    @Path("{id}/confirmation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(@PathParam("id") String id) {
        try {
            reversals.confirm(idOf(id), actor.memberId());
            flash.success("award:reversed");
            return Redirect.to("/review/reversals");
        } catch (Problem problem) {
            Form form = Form.blank().reject(problem);
            return form.answer(page(form));
        }
    }

    @POST
    @Path("{id}/refusal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response refuse(@PathParam("id") String id) {
        reversals.refuse(idOf(id), actor.memberId());
        flash.success("award:reversal_refused");
        return Redirect.to("/review/reversals");
    }

    private static long idOf(String id) {
        return Ids.parse(id).orElseThrow(() -> new Problem(ReversalProblem.UNKNOWN));
    }

    /** @param points that stood when it was proposed */
    record ProposalView(String id, String proposedBy, String proposedAt, String reason, int records, String points,
            List<String> recordIds) {
    }

    @CheckedTemplate(basePath = "award")
    static class Templates {

        static native TemplateInstance reversals(List<ProposalView> toConfirm, List<ProposalView> own, Form form);
    }
}
