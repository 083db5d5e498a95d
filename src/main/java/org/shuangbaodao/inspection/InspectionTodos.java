package org.shuangbaodao.inspection;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Todo;
import org.shuangbaodao.kernel.TodoSource;

/** Questions of a spot check to a member, and drawn records an inspector has yet to ask about. */
@ApplicationScoped
class InspectionTodos implements TodoSource {

    private final Inquiries inquiries;
    private final Inspectors inspectors;

    InspectionTodos(Inquiries inquiries, Inspectors inspectors) {
        this.inquiries = inquiries;
        this.inspectors = inspectors;
    }

    @Override
    public List<Todo> of(Actor actor) {
        List<Inquiries.Asked> asked = inquiries.unanswered(actor.memberId());
        Todo own = new Todo("inspection:todo_asked", asked.size(),
                asked.isEmpty() ? "/inspections" : "/inspections/asked/" + Ids.text(asked.get(0).drawn().id));
        if (!actor.has(Actor.AUDITOR) && !actor.has(Actor.OFFICER)) {
            return List.of(own);
        }
        return List.of(own, new Todo("inspection:todo_open", inquiries.open(inspectors.scopes(actor.memberId()).stream()
                .map(scope -> scope.id).toList()), "/inspections/work"));
    }
}
