package org.shuangbaodao.inbox;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What did not arrive, for whoever runs the installation: kinds, times and failures; no person, no address, no text. */
@Path("/outbox")
@RolesAllowed(Actor.ADMINISTRATOR)
@Produces(MediaType.TEXT_HTML)
class OutboxPages {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Outbox outbox;
    private final PostOffice post;
    private final Organizations organizations;
    private final CurrentActor actor;
    private final Flash flash;

    OutboxPages(Outbox outbox, PostOffice post, Organizations organizations, CurrentActor actor, Flash flash) {
        this.outbox = outbox;
        this.post = post;
        this.organizations = organizations;
        this.actor = actor;
        this.flash = flash;
    }

    @GET
    public TemplateInstance list(@QueryParam("page") Integer page) {
        PageOf<Parcel> troubled = outbox.troubled(PageOf.clampPage(page));
        Map<Long, Organization> robots = organizations.byIds(troubled.items().stream()
                .filter(each -> each.channel == Channel.ROBOT).map(each -> each.recipientId).distinct().toList());
        return Templates.outbox(new OutboxView(post.isOpen(), Arrays.stream(Channel.values()).map(this::count).toList(),
                new PageOf<>(troubled.items().stream().map(each -> row(each, robots.get(each.recipientId))).toList(),
                        troubled.page(), troubled.size(), troubled.total()),
                outbox.givenUp(), BackOff.MOST_ATTEMPTS));
    }

    private CountView count(Channel channel) {
        return new CountView(channel, outbox.in(channel, ParcelState.WAITING), outbox.in(channel, ParcelState.SENT),
                outbox.in(channel, ParcelState.GIVEN_UP));
    }

    private static RowView row(Parcel parcel, Organization organization) {
        boolean givenUp = parcel.state == ParcelState.GIVEN_UP;
        return new RowView(Ids.text(parcel.id), parcel.channel, organization == null ? null : organization.name,
                parcel.message, minute(parcel.createdAt), parcel.attempts, parcel.failure, givenUp,
                givenUp ? null : minute(parcel.dueAt));
    }

    private static String minute(Instant at) {
        return LocalDateTime.ofInstant(at, BusinessTime.ZONE).format(MINUTE);
    }

    @POST
    @Path("{id}/resending")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response resend(@PathParam("id") String id) {
        outbox.resend(Ids.parse(id).orElseThrow(() -> new Problem(InboxProblem.UNKNOWN)), actor.memberId());
        flash.success("inbox:resent");
        return Redirect.to("/outbox");
    }

    @POST
    @Path("resending")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response resendAll() {
        outbox.resendAll(actor.memberId());
        flash.success("inbox:resent");
        return Redirect.to("/outbox");
    }

    /**
     * @param mail whether this installation has a mail server
     * @param attempts after so many a message is given up
     */
    record OutboxView(boolean mail, List<CountView> counts, PageOf<RowView> troubled, long givenUp,
            long attempts) {
    }

    record CountView(Channel channel, long waiting, long sent, long givenUp) {
    }

    /**
     * @param robotOf whose robot, null for a mail
     * @param nextAt when it is tried again, null when it is not
     */
    record RowView(String id, Channel channel, String robotOf, String kind, String createdAt, int attempts, Failure failure,
            boolean givenUp, String nextAt) {
    }

    @CheckedTemplate(basePath = "inbox")
    static class Templates {

        static native TemplateInstance outbox(OutboxView view);
    }
}
