package org.shuangbaodao.resolution;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.Todo;
import org.shuangbaodao.kernel.TodoSource;

/** Resolutions that wait for the superior's countersignature. */
@ApplicationScoped
class ResolutionTodos implements TodoSource {

    private final Resolutions resolutions;

    ResolutionTodos(Resolutions resolutions) {
        this.resolutions = resolutions;
    }

    @Override
    @Transactional
    public List<Todo> of(Actor actor) {
        if (!actor.has(Actor.OFFICER)) {
            return List.of();
        }
        long mine = Resolution.waiting().stream().filter(each -> resolutions.maySign(each, actor.memberId())).count();
        return List.of(new Todo("resolution:todo_sign", mine, "/points/resolutions"));
    }
}
