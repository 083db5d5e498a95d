package org.shuangbaodao.rulebook;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.Todo;
import org.shuangbaodao.kernel.TodoSource;

/** Drafts that were tried and wait for a second person. */
@ApplicationScoped
class DraftTodos implements TodoSource {

    private final RuleDrafts drafts;

    DraftTodos(RuleDrafts drafts) {
        this.drafts = drafts;
    }

    @Override
    @Transactional
    public List<Todo> of(Actor actor) {
        if (!actor.has(Actor.OFFICER) || !drafts.mayDraft(actor.memberId())) {
            return List.of();
        }
        long mine = drafts.open(actor.memberId()).stream()
                .filter(draft -> draft.simulated() && !drafts.isHisOwn(draft, actor.memberId())).count();
        return List.of(new Todo("rulebook:todo_adopt", mine, "/rules/drafts"));
    }
}
