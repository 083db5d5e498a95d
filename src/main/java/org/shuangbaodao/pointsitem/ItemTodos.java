package org.shuangbaodao.pointsitem;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.Todo;
import org.shuangbaodao.kernel.TodoSource;

/** Proposals to decide on, and what a member may still answer to. */
@ApplicationScoped
class ItemTodos implements TodoSource {

    private final ItemBook book;

    ItemTodos(ItemBook book) {
        this.book = book;
    }

    @Override
    public List<Todo> of(Actor actor) {
        boolean decides = actor.has(Actor.DECIDER) || actor.has(Actor.OFFICER);
        return List.of(new Todo("pointsitem:todo_hear", book.toHear(actor.memberId()), "/me/points-items"),
                new Todo("pointsitem:todo_approve", decides ? book.waiting(actor.memberId()).own().size() : 0,
                        "/points/items"));
    }
}
