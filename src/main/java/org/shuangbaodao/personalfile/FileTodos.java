package org.shuangbaodao.personalfile;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.Todo;
import org.shuangbaodao.kernel.TodoSource;

/** Trainings with certificates to look at, and objections to evaluations. */
@ApplicationScoped
class FileTodos implements TodoSource {

    private final Trainings trainings;
    private final Evaluations evaluations;

    FileTodos(Trainings trainings, Evaluations evaluations) {
        this.trainings = trainings;
        this.evaluations = evaluations;
    }

    @Override
    public List<Todo> of(Actor actor) {
        boolean decides = actor.has(Actor.DECIDER) || actor.has(Actor.OFFICER);
        return !decides ? List.of()
                : List.of(new Todo("personalfile:todo_trainings", trainings.toCheck(actor.memberId()), "/trainings"),
                        new Todo("personalfile:todo_objections", evaluations.objected(actor.memberId()).size(),
                                "/evaluations"));
    }
}
