package org.shuangbaodao.home;

import java.util.List;
import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.ranking.Highlights;
import org.shuangbaodao.ranking.Rankings;
import org.shuangbaodao.web.SharedPages;

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
    private final OwnService service;
    private final Desk desk;
    private final CurrentActor actors;
    private final SharedPages shared;

    HomePages(Rankings rankings, TodoList todos, OwnService service, Desk desk, CurrentActor actors, SharedPages shared) {
        this.rankings = rankings;
        this.todos = todos;
        this.service = service;
        this.desk = desk;
        this.actors = actors;
        this.shared = shared;
    }

    @GET
    public Response home() {
        Actor reader = actors.get();
        return reader.isVisitor() ? shared.answer(() -> page(List.of(), null)) : Response.ok(own(reader)).build();
    }

    private TemplateInstance own(Actor reader) {
        return page(todos.of(reader), reader.has(Actor.MEMBER) ? service.of(reader.memberId()) : null).page();
    }

    private SharedPages.Drawing page(List<TodoList.Line> waiting, OwnService.Glance glance) {
        Highlights highlights = rankings.highlights(LEADERS).orElse(null);
        TemplateInstance page = Templates.home(new HomeView(waiting, glance, desk.of(actors.get()), highlights));
        return highlights == null ? SharedPages.Drawing.ofNow(page)
                : new SharedPages.Drawing(page, highlights.made().edition());
    }

    /**
     * @param glance null for who is no member
     * @param highlights null while boards are switched off
     */
    record HomeView(List<TodoList.Line> todos, OwnService.Glance glance, Map<DeskEntry.Group, List<DeskEntry>> desk,
            Highlights highlights) {
    }

    @CheckedTemplate(basePath = "home")
    static class Templates {

        static native TemplateInstance home(HomeView view);
    }
}
