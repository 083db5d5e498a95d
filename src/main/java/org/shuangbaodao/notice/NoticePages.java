package org.shuangbaodao.notice;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.web.SharedPages;
import org.shuangbaodao.web.SharedPages.Drawing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import org.jboss.resteasy.reactive.RestQuery;

/** Notices for everybody, and the full list for the branch. */
@Path("/notices")
@Produces(MediaType.TEXT_HTML)
class NoticePages {

    private final NoticeViews views;
    private final SharedPages shared;
    private final CurrentActor actor;

    NoticePages(NoticeViews views, SharedPages shared, CurrentActor actor) {
        this.views = views;
        this.shared = shared;
        this.actor = actor;
    }

    @GET
    @PermitAll
    public Response list(@RestQuery String branch, @RestQuery Integer page) {
        String code = branch == null ? "" : branch.strip();
        return shared.answer(() -> Drawing.ofNow(
                Templates.list(code, views.list(code, PageOf.clampPage(page), PageOf.DEFAULT_SIZE))));
    }

    @GET
    @Path("/{id}")
    @PermitAll
    public Response one(@PathParam("id") String id) {
        return shared.answer(() -> {
            NoticeViews.PublicView view = views.one(Notices.idOf(id));
            return new Drawing(Templates.one(view, mayAskForAll(Notices.idOf(id))), view.edition());
        });
    }

    // A visitor is asked to log in first.
    private boolean mayAskForAll(long noticeId) {
        Actor reader = actor.get();
        return reader.isVisitor() || views.isOpenTo(noticeId, reader.memberId());
    }

    @GET
    @Path("/{id}/members")
    @Authenticated
    public TemplateInstance full(@PathParam("id") String id) {
        return Templates.members(views.full(Notices.idOf(id), actor.memberId()));
    }

    @CheckedTemplate(basePath = "notice")
    static class Templates {

        static native TemplateInstance list(String code, PageOf<NoticeViews.Row> notices);

        static native TemplateInstance one(NoticeViews.PublicView view, boolean mayAskForAll);

        static native TemplateInstance members(NoticeViews.FullView view);
    }
}
