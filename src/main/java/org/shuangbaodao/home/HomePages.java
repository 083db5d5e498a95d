package org.shuangbaodao.home;

import java.util.List;
import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.ranking.Highlights;
import org.shuangbaodao.ranking.Rankings;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The first page. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class HomePages {

    private static final int LEADERS = 5;

    private final Rankings rankings;
    private final TodoList todos;
    private final CurrentActor actors;

    HomePages(Rankings rankings, TodoList todos, CurrentActor actors) {
        this.rankings = rankings;
        this.todos = todos;
        this.actors = actors;
    }

    @GET
    public TemplateInstance home() {
        Actor reader = actors.get();
        return Templates.home(new HomeView(reader.isVisitor() ? List.of() : todos.of(reader),
                DeskEntry.of(reader), rankings.highlights(LEADERS).orElse(null)));
    }

    /** @param highlights null while boards are switched off */
    record HomeView(List<TodoList.Line> todos, Map<DeskEntry.Group, List<DeskEntry>> desk, Highlights highlights) {
    }

    @CheckedTemplate(basePath = "home")
    static class Templates {

        static native TemplateInstance home(HomeView view);
    }
}
