package org.shuangbaodao.inbox;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.shuangbaodao.inbox.OwnMessages.Message;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.PageOf;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A reader's own messages over JSON, said in the language he asks for. */
@Path("/api/me/inbox")
@Tag(name = "me")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
class InboxResource {

    private final OwnMessages messages;
    private final CurrentActor actor;

    InboxResource(OwnMessages messages, CurrentActor actor) {
        this.messages = messages;
        this.actor = actor;
    }

    @GET
    @Operation(summary = "My messages, unread ones first")
    public Answer mine(@QueryParam("page") Integer page) {
        PageOf<Message> found = messages.of(actor.memberId(), PageOf.clampPage(page));
        return new Answer(messages.unread(actor.memberId()), found.items().stream().map(Line::of).toList(), found.page(),
                found.size(), found.total());
    }

    @POST
    @Path("/{id}/reading")
    @Operation(summary = "Mark one as read; once more changes nothing")
    public Line read(@PathParam("id") String id) {
        return Line.of(messages.read(id, actor.memberId()));
    }

    record Answer(long unread, List<Line> items, int page, int size, long total) {
    }

    /** {@code kind} is stable and for programs, {@code text} for people; {@code path} leads to the page it is about. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(String id, String kind, String text, String path, String toldAt, String readAt) {

        static Line of(Message message) {
            return new Line(message.id(), message.kind(), message.text(), message.path(), message.toldAt().toString(),
                    message.readAt() == null ? null : message.readAt().toString());
        }
    }
}
