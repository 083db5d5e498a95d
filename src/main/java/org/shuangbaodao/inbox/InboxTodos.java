package org.shuangbaodao.inbox;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.Todo;
import org.shuangbaodao.kernel.TodoSource;

/** Messages nobody has read yet; for administrators, those that could not be delivered. */
@ApplicationScoped
class InboxTodos implements TodoSource {

    private final OwnMessages messages;
    private final Outbox outbox;

    InboxTodos(OwnMessages messages, Outbox outbox) {
        this.messages = messages;
        this.outbox = outbox;
    }

    @Override
    public List<Todo> of(Actor actor) {
        return List.of(new Todo("inbox:todo_unread", messages.unread(actor.memberId()), "/me/inbox"),
                new Todo("inbox:todo_given_up", actor.has(Actor.ADMINISTRATOR) ? outbox.givenUp() : 0, "/outbox"));
    }
}
