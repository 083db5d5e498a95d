package org.shuangbaodao.home;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.TodoSource;

import io.quarkus.arc.All;
import io.quarkus.qute.Engine;

/** Asks every feature what waits for a person, and says it in his language. */
@ApplicationScoped
class TodoList {

    private final List<TodoSource> sources;
    private final Engine engine;

    TodoList(@All List<TodoSource> sources, Engine engine) {
        this.sources = sources;
        this.engine = engine;
    }

    List<Line> of(Actor actor) {
        return sources.stream().flatMap(source -> source.of(actor).stream()).filter(todo -> todo.count() > 0)
                .map(todo -> new Line(text(todo.message(), todo.count()), todo.path())).toList();
    }

    private String text(String message, long count) {
        return engine.parse("{" + message + "(count)}").data("count", count).render();
    }

    record Line(String text, String path) {
    }
}
