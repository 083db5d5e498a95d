package org.shuangbaodao.award;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.Todo;
import org.shuangbaodao.kernel.TodoSource;

/** Reversals that wait for a second person. */
@ApplicationScoped
class ReversalTodos implements TodoSource {

    private final Reversals reversals;

    ReversalTodos(Reversals reversals) {
        this.reversals = reversals;
    }

    @Override
    public List<Todo> of(Actor actor) {
        if (!actor.has(Actor.DECIDER) && !actor.has(Actor.OFFICER)) {
            return List.of();
        }
        return List.of(new Todo("award:todo_reversal", reversals.waiting(actor.memberId()).toConfirm().size(),
                "/review/reversals"));
    }
}
