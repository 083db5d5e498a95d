package org.shuangbaodao.paper;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.Todo;
import org.shuangbaodao.kernel.TodoSource;

/** Sheets the office has in hand and nobody has typed. */
@ApplicationScoped
class SheetTodos implements TodoSource {

    private final SheetKeeping keeping;

    SheetTodos(SheetKeeping keeping) {
        this.keeping = keeping;
    }

    @Override
    @Transactional
    public List<Todo> of(Actor actor) {
        List<Long> communities = keeping.communitiesOf(actor.memberId()).stream().map(each -> each.id).toList();
        return communities.isEmpty() ? List.of()
                : List.of(new Todo("paper:todo_received",
                        PaperSheet.count("communityId in ?1 and state = ?2", communities, SheetState.RECEIVED), "/sheets"));
    }
}
