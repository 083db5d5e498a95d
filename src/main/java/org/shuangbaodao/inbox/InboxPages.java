package org.shuangbaodao.inbox;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.inbox.OwnMessages.Message;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import org.jboss.resteasy.reactive.RestForm;

/** A reader's own messages: what is new first. */
@Path("/me/inbox")
@Authenticated
@Produces(MediaType.TEXT_HTML)
class InboxPages {

    private final OwnMessages messages;
    private final CurrentActor actor;
    private final Flash flash;

    InboxPages(OwnMessages messages, CurrentActor actor, Flash flash) {
        this.messages = messages;
        this.actor = actor;
        this.flash = flash;
    }

    @GET
    public TemplateInstance list(@QueryParam("page") Integer page) {
        return Templates.inbox(new InboxView(messages.of(actor.memberId(), PageOf.clampPage(page)),
                messages.unread(actor.memberId()), InboxPurge.KEPT.toDays()));
    }

    /** Marks as read, and leads to what the message is about unless the reader stays. */
    @POST
    @Path("{id}/reading")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response read(@PathParam("id") String id, @RestForm String then) {
        Message message = messages.read(id, actor.memberId());
        return Redirect.to("stay".equals(then) ? "/me/inbox" : message.path());
    }

    @POST
    @Path("reading")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response readAll() {
        messages.readAll(actor.memberId());
        flash.success("inbox:all_read");
        return Redirect.to("/me/inbox");
    }

    /** @param keptDays after so many a message is deleted */
    record InboxView(PageOf<Message> messages, long unread, long keptDays) {
    }

    @CheckedTemplate(basePath = "inbox")
    static class Templates {

        static native TemplateInstance inbox(InboxView view);
    }
}
