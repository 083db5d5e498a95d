package org.shuangbaodao.home;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.TodoSource;

import io.quarkus.arc.All;
import io.quarkus.qute.Engine;

/** Asks every feature what waits for a person, and says it in his language. */
@ApplicationScoped
class TodoList {

    private final List<TodoSource> sources;
    private final Engine engine;
    private final BusinessTime time;

    TodoList(@All List<TodoSource> sources, Engine engine, BusinessTime time) {
        this.sources = sources;
        this.engine = engine;
        this.time = time;
    }

    // Once for all features: each would begin and end a transaction of its own.
    @Transactional
    List<Line> of(Actor actor) {
        return sources.stream().flatMap(source -> source.of(actor).stream()).filter(todo -> todo.count() > 0)
                .map(todo -> new Line(text(todo.message(), todo.count()), todo.path(), daysSince(todo.oldest()))).toList();
    }

    private String text(String message, long count) {
        return engine.parse("{" + message + "(count)}").data("count", count).render();
    }

    private Long daysSince(Instant oldest) {
        return oldest == null ? null : ChronoUnit.DAYS.between(BusinessTime.dateOf(oldest), time.today());
    }

    /** @param days that the oldest has been waiting, null where nobody counts them */
    record Line(String text, String path, Long days) {
    }
}
