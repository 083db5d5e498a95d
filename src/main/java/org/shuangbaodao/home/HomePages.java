package org.shuangbaodao.home;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.ranking.Highlights;
import org.shuangbaodao.ranking.Rankings;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The first page, and the rules that everybody may read. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class HomePages {

    private static final int LEADERS = 5;

    private final Rankings rankings;
    private final TodoList todos;
    private final CurrentActor actors;
    private final BusinessTime time;

    HomePages(Rankings rankings, TodoList todos, CurrentActor actors, BusinessTime time) {
        this.rankings = rankings;
        this.todos = todos;
        this.actors = actors;
        this.time = time;
    }

    @GET
    public TemplateInstance home() {
        Actor reader = actors.get();
        return Templates.home(new HomeView(reader.isVisitor() ? List.of() : todos.of(reader),
                rankings.highlights(LEADERS).orElse(null)));
    }

    @GET
    @Path("rules")
    public TemplateInstance rules() {
        return Templates.rules(WorkedExamples.of(time.today()));
    }

    /** @param highlights null while boards are switched off */
    record HomeView(List<TodoList.Line> todos, Highlights highlights) {
    }

    @CheckedTemplate(basePath = "home")
    static class Templates {

        static native TemplateInstance home(HomeView view);

        static native TemplateInstance rules(WorkedExamples examples);
    }
}
