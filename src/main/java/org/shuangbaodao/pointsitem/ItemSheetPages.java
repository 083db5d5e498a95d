package org.shuangbaodao.pointsitem;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.web.Form;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Many items out of a sheet: looked at first, then sent on row by row. */
@Path("/points/items/sheet")
@RolesAllowed({ Actor.DECIDER, Actor.OFFICER })
@Produces(MediaType.TEXT_HTML)
class ItemSheetPages {

    private final ItemSheet sheet;
    private final CurrentActor actor;

    ItemSheetPages(ItemSheet sheet, CurrentActor actor) {
        this.sheet = sheet;
        this.actor = actor;
    }

    @GET
    public TemplateInstance sheet() {
        return empty(Form.blank());
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(@RestForm("file") FileUpload upload) {
        Form form = Form.blank();
        if (upload == null || upload.size() == 0) {
            form.reject("file", "required");
            return form.answer(empty(form));
        }
        return rows(form, false, () -> sheet.judge(upload.uploadedFile(), actor.memberId()));
    }

    @POST
    @Path("rows")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response submit(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        return rows(form, true, () -> sheet.submit(form.value("rows"), actor.memberId()));
    }

    private static Response rows(Form form, boolean submitted, Supplier<List<ItemSheet.Row>> step) {
        try {
            SheetView view = SheetView.of(step.get());
            return Response.ok(Templates.sheet(form, view, submitted, ItemSheet.MOST_ROWS)).build();
        } catch (Problem refused) {
            form.reject(refused);
            return form.answer(empty(form));
        }
    }

    private static TemplateInstance empty(Form form) {
        return Templates.sheet(form, null, false, ItemSheet.MOST_ROWS);
    }

    /** @param text the good rows, to be sent on */
    record SheetView(List<ItemSheet.Row> rows, long good, long bad, String text) {

        static SheetView of(List<ItemSheet.Row> rows) {
            List<ItemSheet.Row> good = rows.stream().filter(ItemSheet.Row::isGood).toList();
            return new SheetView(rows, good.size(), rows.size() - good.size(),
                    good.stream().map(ItemSheet.Row::text).collect(Collectors.joining("\n")));
        }
    }

    @CheckedTemplate(basePath = "pointsitem")
    static class Templates {

        static native TemplateInstance sheet(Form form, SheetView view, boolean submitted, int most);
    }
}
