package org.shuangbaodao.award;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.Todo;
import org.shuangbaodao.kernel.TodoSource;
import org.shuangbaodao.servicerecord.Capacity.Step;

/** What waits in the queue. */
@ApplicationScoped
class ReviewTodos implements TodoSource {

    private final ReviewQueue queue;

    ReviewTodos(ReviewQueue queue) {
        this.queue = queue;
    }

    @Override
    public List<Todo> of(Actor actor) {
        if (!actor.has(Actor.DECIDER)) {
            return List.of();
        }
        return List.of(
                new Todo("award:todo_confirm", queue.count(actor.memberId(), Step.CONFIRMATION), "/review?step=confirmation"),
                new Todo("award:todo_award", queue.count(actor.memberId(), Step.AWARD), "/review?step=award"));
    }
}
