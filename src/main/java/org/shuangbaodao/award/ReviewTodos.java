package org.shuangbaodao.award;

import java.util.List;
import java.util.Locale;

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
        return List.of(todo("award:todo_confirm", Step.CONFIRMATION, actor), todo("award:todo_award", Step.AWARD, actor));
    }

    private Todo todo(String message, Step step, Actor actor) {
        ReviewQueue.Due due = queue.due(actor.memberId(), step);
        return new Todo(message, due.records(), "/review?step=" + step.name().toLowerCase(Locale.ROOT), due.oldest());
    }
}
