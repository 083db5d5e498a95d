package org.shuangbaodao.roster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.roster.RosterViews.KindCount;
import org.shuangbaodao.roster.RosterViews.RowView;
import org.shuangbaodao.web.CurrentLocale;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Uploading a roster, looking at what was found in it, putting rows right, taking it into the books. */
@jakarta.ws.rs.Path("/members/imports")
@RolesAllowed({ Actor.DECIDER, Actor.OFFICER })
@Produces(MediaType.TEXT_HTML)
class ImportPages {

    private static final int LATEST = 20;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final RosterImports imports;
    private final RosterViews views;
    private final RosterWork work;
    private final HandBack handBack;
    private final FindingTexts texts;
    private final RosterConfig limits;
    private final CurrentActor actor;
    private final CurrentLocale locale;
    private final BusinessTime time;
    private final Flash flash;

    ImportPages(RosterImports imports, RosterViews views, RosterWork work, HandBack handBack, FindingTexts texts,
            RosterConfig limits, CurrentActor actor, CurrentLocale locale, BusinessTime time, Flash flash) {
        this.imports = imports;
        this.views = views;
        this.work = work;
        this.handBack = handBack;
        this.texts = texts;
        this.limits = limits;
        this.actor = actor;
        this.locale = locale;
        this.time = time;
        this.flash = flash;
    }

    @GET
    public TemplateInstance list() {
        return list(Form.blank());
    }

    private TemplateInstance list(Form form) {
        List<ImportView> latest = RosterImport.latestOf(actor.memberId(), LATEST).stream().map(this::view).toList();
        return Templates.imports(form, latest, limits.mostRows(), limits.keepDays());
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(@RestForm("file") FileUpload upload) {
        Form form = Form.blank();
        if (upload == null || upload.size() == 0) {
            return form.reject("file", "required").answer(list(form));
        }
        Path file = null;
        try {
            file = kept(upload);
            long importId = imports.receive(file, upload.fileName(), actor.memberId());
            work.check(importId, file, actor.memberId());
            return Redirect.to(address(importId));
        } catch (Problem refused) {
            RosterImports.delete(file);
            return form.reject(refused).answer(list(form));
        }
    }

    /** The upload itself ends with the request; the check needs it longer. */
    private static Path kept(FileUpload upload) {
        try {
            return Files.copy(upload.uploadedFile(), Files.createTempFile("roster", ""), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GET
    @jakarta.ws.rs.Path("{id}")
    public TemplateInstance show(@PathParam("id") String id, @QueryParam("kind") String kind, @QueryParam("state") String state,
            @QueryParam("page") Integer page) {
        return show(idOf(id), kind, state, page, Form.blank().with("from", time.today().withDayOfYear(1)));
    }

    private TemplateInstance show(long importId, String kind, String state, Integer page, Form form) {
        ImportView view = view(imports.mine(importId, actor.memberId()));
        FindingKind kindChosen = chosen(FindingKind.values(), kind);
        RosterRow.State stateChosen = kindChosen != null ? null
                : Optional.ofNullable(chosen(RosterRow.State.values(), state))
                        .orElse(view.bad() > 0 ? RosterRow.State.BAD : null);
        PageOf<RowView> rows = views.rows(importId, kindChosen, stateChosen, PageOf.clampPage(page), actor.memberId());
        PageOf<FoundView> found = new PageOf<>(rows.items().stream().map(this::found).toList(), rows.page(), rows.size(),
                rows.total());
        return Templates.findings(view, views.kinds(importId), kindChosen,
                stateChosen == null ? "" : stateChosen.name(), found, form);
    }

    @POST
    @jakarta.ws.rs.Path("{id}/application")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response apply(@PathParam("id") String id, MultivaluedMap<String, String> posted) {
        long importId = idOf(id);
        Form form = Form.of(posted);
        try {
            LocalDate from = LocalDate.parse(form.value("from"));
            imports.start(importId, from, actor.memberId());
            work.apply(importId, from, actor.memberId());
            return Redirect.to(address(importId));
        } catch (DateTimeParseException e) {
            return form.reject("from", "not-a-date").answer(show(importId, null, null, null, form));
        } catch (Problem refused) {
            return form.reject(refused).answer(show(importId, null, null, null, form));
        }
    }

    @POST
    @jakarta.ws.rs.Path("{id}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response discard(@PathParam("id") String id) {
        imports.discard(idOf(id), actor.memberId());
        flash.success("roster:discarded");
        return Redirect.to("/members/imports");
    }

    @GET
    @jakarta.ws.rs.Path("{id}/rows/{line}")
    public TemplateInstance row(@PathParam("id") String id, @PathParam("line") int line) {
        RowView row = views.row(idOf(id), line, actor.memberId());
        Form form = Form.blank();
        row.content().cells().forEach((column, text) -> form.with(column.name(), text));
        return Templates.row(id, found(row), columns(), form);
    }

    @POST
    @jakarta.ws.rs.Path("{id}/rows/{line}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response correct(@PathParam("id") String id, @PathParam("line") int line, MultivaluedMap<String, String> posted) {
        long importId = idOf(id);
        Form form = Form.of(posted);
        Map<RosterColumn, String> cells = new EnumMap<>(RosterColumn.class);
        columns().forEach(column -> cells.put(column, form.value(column.name())));
        imports.correct(importId, line, cells, actor.memberId());
        FoundView judged = found(views.row(importId, line, actor.memberId()));
        if (judged.state() == RosterRow.State.BAD) {
            return Response.status(422).entity(Templates.row(id, judged, columns(), form)).build();
        }
        flash.success("roster:row_corrected");
        return Redirect.to(address(importId));
    }

    /** @param format {@code xlsx} or {@code csv} */
    @GET
    @jakarta.ws.rs.Path("{id}/bad-rows")
    @Produces(MediaType.WILDCARD)
    public Response badRows(@PathParam("id") String id, @QueryParam("format") String format) {
        long importId = idOf(id);
        views.handedBack(importId, actor.memberId());
        boolean text = "csv".equals(format);
        Locale language = locale.get();
        StreamingOutput body = out -> {
            if (text) {
                handBack.csv(importId, language, out);
            } else {
                handBack.xlsx(importId, language, out);
            }
        };
        return Response.ok(body, text ? "text/csv;charset=UTF-8" : XLSX)
                .header("Content-Disposition", "attachment; filename=\"roster-%s.%s\"".formatted(id, text ? "csv" : "xlsx"))
                .header("Cache-Control", "no-store").build();
    }

    private static String address(long importId) {
        return "/members/imports/" + Ids.text(importId);
    }

    private static long idOf(String text) {
        return Ids.parse(text).orElseThrow(() -> new Problem(RosterProblem.UNKNOWN));
    }

    private static <E extends Enum<E>> E chosen(E[] values, String name) {
        return Stream.of(values).filter(value -> value.name().equals(name)).findFirst().orElse(null);
    }

    /** The number in the list is of no importance, and remarks are not taken. */
    private static List<RosterColumn> columns() {
        return Stream.of(RosterColumn.values())
                .filter(column -> column != RosterColumn.SEQUENCE && column != RosterColumn.REMARK).toList();
    }

    private ImportView view(RosterImport held) {
        boolean working = held.state == RosterImport.State.CHECKING || held.state == RosterImport.State.APPLYING;
        boolean silent = working && imports.isSilent(held);
        return new ImportView(Ids.text(held.id), held.fileName, held.state, working && !silent, silent,
                BusinessTime.dateOf(held.createdAt), held.rowsTotal, held.rowsChecked, held.rowsGood, held.rowsBad,
                held.rowsPresent, held.rowsApplied);
    }

    private FoundView found(RowView row) {
        List<String> streets = row.findings().stream().filter(finding -> finding.kind() == FindingKind.COMMUNITY_AMBIGUOUS)
                .flatMap(finding -> Stream.of(finding.value(1).split("、"))).toList();
        return new FoundView(row.line(), row.state(), row.content().cell(RosterColumn.NAME).strip(),
                row.content().cell(RosterColumn.BRANCH), row.findings().stream()
                        .map(finding -> new SaidView(finding.kind(), finding.kind().isError(), texts.of(finding, locale.get())))
                        .toList(),
                streets);
    }

    /** How far an import is. */
    record ImportView(String id, String fileName, RosterImport.State state, boolean working, boolean cutOff, LocalDate day,
            int total, int checked, int good, int bad, int present, int applied) {

        /** Rows the present work has behind it, and all it has to do. */
        public int done() {
            return state == RosterImport.State.CHECKING ? checked : applied + present;
        }

        public int toDo() {
            return state == RosterImport.State.CHECKING ? total : applied + present + good;
        }
    }

    /**
     * One row with what is to be said about it.
     *
     * @param streets to choose one from, where several have a community of that name
     */
    record FoundView(int line, RosterRow.State state, String name, String branch, List<SaidView> said, List<String> streets) {

        public boolean correctable() {
            return state == RosterRow.State.BAD || state == RosterRow.State.GOOD;
        }
    }

    record SaidView(FindingKind kind, boolean error, String text) {
    }

    @CheckedTemplate(basePath = "roster")
    static class Templates {

        static native TemplateInstance imports(Form form, List<ImportView> latest, int mostRows, int keepDays);

        static native TemplateInstance findings(ImportView held, List<KindCount> kinds, FindingKind kind, String tab,
                PageOf<FoundView> rows, Form form);

        static native TemplateInstance row(String importId, FoundView row, List<RosterColumn> columns, Form form);
    }
}
