package org.shuangbaodao.servicerecord;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.Todo;
import org.shuangbaodao.kernel.TodoSource;

/** Records that came back to the member. */
@ApplicationScoped
class OwnRecordTodos implements TodoSource {

    @Override
    @Transactional
    public List<Todo> of(Actor actor) {
        long returned = ServiceRecord.count("(memberId = ?1 or enteredBy = ?1) and state = ?2", actor.memberId(),
                RecordState.RETURNED);
        return List.of(new Todo("servicerecord:todo_returned", returned, "/records"));
    }
}
