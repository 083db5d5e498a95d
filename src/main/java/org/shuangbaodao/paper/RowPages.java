package org.shuangbaodao.paper;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.paper.PaperTyping.Checked;
import org.shuangbaodao.paper.RowForm.RowView;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.ProblemTexts;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Typing a sheet: row by row or from a workbook, looked at first, then taken whole. */
@Path("/sheets")
@RolesAllowed(Actor.MEMBER)
@Produces(MediaType.TEXT_HTML)
class RowPages {

    private static final int MORE = 10;

    private final PaperSheets sheets;
    private final PaperTyping typing;
    private final SheetWorkbook workbook;
    private final ProblemTexts texts;
    private final CurrentActor actor;
    private final Flash flash;

    RowPages(PaperSheets sheets, PaperTyping typing, SheetWorkbook workbook, ProblemTexts texts, CurrentActor actor,
            Flash flash) {
        this.sheets = sheets;
        this.typing = typing;
        this.workbook = workbook;
        this.texts = texts;
        this.actor = actor;
        this.flash = flash;
    }

    @GET
    @Path("/{code}/rows")
    public TemplateInstance blank(@PathParam("code") String code) {
        List<SheetRow> rows = RowForm.of(sheets.expected(code, actor.memberId()));
        return page(code, rows, List.of(), 0, Form.blank());
    }

    /** Looks at what was typed, adds blank rows, or takes the whole sheet, as the button says. */
    @POST
    @Path("/{code}/rows")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response typed(@PathParam("code") String code, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        List<SheetRow> rows = RowForm.read(form);
        String late = form.value("late");
        if (late.length() > 500) {
            form.reject("late", "too-long");
        }
        try {
            if (form.is("act", "more") || form.isRejected()) {
                return answer(form, page(code, rows, List.of(), MORE, form));
            }
            List<Checked> checked = typing.check(code, rows, late, actor.memberId());
            boolean sound = !checked.isEmpty() && checked.stream().allMatch(Checked::isSound);
            if (form.is("act", "apply") && sound) {
                int records = typing.apply(form.value("key"), code, rows, late, actor.memberId()).rows().size();
                flash.success(records == 1 ? "paper:applied_one" : "paper:applied");
                return Redirect.to("/sheets/" + code);
            }
            if (checked.isEmpty()) {
                form.reject(new Problem(PaperProblem.NOTHING_TYPED));
            } else if (!sound) {
                form.reject(new Problem(PaperProblem.ROWS_REFUSED, checked.stream().filter(each -> !each.isSound()).count()));
            }
            return answer(form, page(code, rows, checked, 0, form));
        } catch (Problem problem) {
            return form.reject(problem).answer(page(code, rows, List.of(), 0, form));
        }
    }

    /** What stands in a workbook, shown as if it had been typed here. */
    @POST
    @Path("/{code}/rows/file")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response file(@PathParam("code") String code, @RestForm("file") FileUpload upload) {
        Form form = Form.blank();
        if (upload == null || upload.size() == 0) {
            return form.reject("file", "required").answer(page(code, List.of(), List.of(), 0, form));
        }
        try {
            List<SheetRow> rows = workbook.read(upload.uploadedFile(), code);
            List<Checked> checked = typing.check(code, rows, "", actor.memberId());
            return answer(form, page(code, rows, checked, 0, form));
        } catch (Problem problem) {
            return form.reject(problem).answer(page(code, List.of(), List.of(), 0, form));
        }
    }

    private static Response answer(Form form, TemplateInstance page) {
        return form.isRejected() ? form.answer(page) : Response.ok(page).build();
    }

    private TemplateInstance page(String code, List<SheetRow> rows, List<Checked> checked, int more, Form form) {
        SheetAnswer sheet = sheets.look(code, actor.memberId()).sheet();
        long sound = checked.stream().filter(Checked::isSound).count();
        String key = form.value("key").isEmpty() ? Ids.text(Ids.next()) : form.value("key");
        return Templates.rows(new RowsView(sheet, sheet.from().equals(sheet.to()), sheet.activityId() == null, key,
                RowForm.shown(rows, checked, more, texts), (int) sound, !checked.isEmpty() && sound == checked.size(),
                sheet.state() == SheetState.RECEIVED), form);
    }

    /**
     * @param oneDay whether the day can be left out
     * @param personal whether the content is needed
     * @param sound how many rows can be taken
     * @param ready whether all can
     * @param open whether the sheet waits to be typed
     */
    record RowsView(SheetAnswer sheet, boolean oneDay, boolean personal, String key, List<RowView> rows, int sound,
            boolean ready, boolean open) {
    }

    @CheckedTemplate(basePath = "paper")
    static class Templates {

        static native TemplateInstance rows(RowsView view, Form form);
    }
}
