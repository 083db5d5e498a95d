package org.shuangbaodao.identity;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.Todo;
import org.shuangbaodao.kernel.TodoSource;

/** Papers that wait for this reader's comparison, on his first page. */
@ApplicationScoped
class PapersToCheck implements TodoSource {

    private final PaperAcceptances papers;

    PapersToCheck(PaperAcceptances papers) {
        this.papers = papers;
    }

    @Override
    public List<Todo> of(Actor actor) {
        if (!actor.has(Actor.DECIDER)) {
            return List.of();
        }
        long mine = papers.waitingFor(actor.memberId()).stream().filter(PaperAcceptances.Waiting::mayCheck).count();
        return List.of(new Todo("identity:todo_papers", mine, "/paper-acceptances"));
    }
}
