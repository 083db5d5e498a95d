package org.shuangbaodao.pointsitem;

import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.pointsitem.ItemViews.ItemView;
import org.shuangbaodao.pointsitem.PointsItems.Choice;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** What the branch proposes about a member, and his word on it before points are taken. */
@Path("/me/points-items")
@Authenticated
@Produces(MediaType.TEXT_HTML)
class OwnItemPages {

    private final PointsItems items;
    private final ItemBook book;
    private final ItemViews views;
    private final CurrentActor actor;
    private final Flash flash;

    OwnItemPages(PointsItems items, ItemBook book, ItemViews views, CurrentActor actor, Flash flash) {
        this.items = items;
        this.book = book;
        this.views = views;
        this.actor = actor;
        this.flash = flash;
    }

    @GET
    public TemplateInstance mine() {
        return mine(Form.blank());
    }

    private TemplateInstance mine(Form form) {
        List<ItemView> own = views.of(book.of(actor.memberId()));
        List<ItemView> open = own.stream()
                .filter(each -> each.state() == ItemState.PROPOSED && each.heardUntil() != null).toList();
        return Templates.mine(open, own, form);
    }

    @POST
    @Path("{id}/answer")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        try {
            items.answer(Choice.of(id, form.value("version")), form.value("answer"),
                    actor.memberId());
            flash.success("pointsitem:answered");
            return Redirect.to("/me/points-items");
        } catch (Problem problem) {
            form.reject(problem);
            return form.answer(mine(form));
        }
    }

    @CheckedTemplate(basePath = "pointsitem")
    static class Templates {

        static native TemplateInstance mine(List<ItemView> open, List<ItemView> all, Form form);
    }
}
