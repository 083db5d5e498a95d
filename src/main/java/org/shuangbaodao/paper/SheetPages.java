package org.shuangbaodao.paper;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.shuangbaodao.activity.Activities;
import org.shuangbaodao.activity.ActivityFacts;
import org.shuangbaodao.activity.ActivityFacts.Slot;
import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.paper.PaperSheets.Expected;
import org.shuangbaodao.paper.PaperSheets.Look;
import org.shuangbaodao.print.Pdf;
import org.shuangbaodao.servicerecord.RecordState;
import org.shuangbaodao.servicerecord.ServiceRecord;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The sheets of a community or an activity: printed, received, and what became of them. */
@Path("/sheets")
@RolesAllowed({ Actor.MEMBER, Actor.AUDITOR })
@Produces(MediaType.TEXT_HTML)
class SheetPages {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final PaperSheets sheets;
    private final PaperTyping typing;
    private final SheetKeeping keeping;
    private final SheetWorkbook workbook;
    private final Activities activities;
    private final Members members;
    private final Pdf pdf;
    private final CurrentActor actor;
    private final BusinessTime time;
    private final Flash flash;
    private final Optional<URI> publicAddress;

    SheetPages(PaperSheets sheets, PaperTyping typing, SheetKeeping keeping, SheetWorkbook workbook, Activities activities,
            Members members, Pdf pdf, CurrentActor actor, BusinessTime time, Flash flash,
            @ConfigProperty(name = "app.public-address") Optional<URI> publicAddress) {
        this.sheets = sheets;
        this.typing = typing;
        this.keeping = keeping;
        this.workbook = workbook;
        this.activities = activities;
        this.members = members;
        this.pdf = pdf;
        this.actor = actor;
        this.time = time;
        this.flash = flash;
        this.publicAddress = publicAddress;
    }

    @GET
    public TemplateInstance list(@QueryParam("community") String community, @QueryParam("activity") String activity,
            @QueryParam("page") Integer page) {
        List<Organization> own = keeping.communitiesOf(actor.memberId());
        String shown = community != null || activity != null || own.isEmpty() ? community : own.get(0).code;
        PageOf<SheetAnswer> found = shown == null && activity == null ? null
                : sheets.of(shown, activity, PageOf.clampPage(page), PageOf.DEFAULT_SIZE, actor.memberId());
        return Templates.list(new ListView(choices(own), shown, activity, found));
    }

    private static List<Choice> choices(List<Organization> communities) {
        return communities.stream().map(each -> new Choice(each.code, each.name)).toList();
    }

    /** Of an activity's slot where one is named, otherwise of a community. */
    @GET
    @Path("/new")
    public TemplateInstance order(@QueryParam("activity") String activity, @QueryParam("slot") String slot) {
        Form form = Form.blank().with("activityId", activity).with("slotId", slot).with("from", time.today())
                .with("to", time.today()).with("rows", 20).with("key", Ids.text(Ids.next()));
        return Templates.order(orderView(activity), form);
    }

    private OrderView orderView(String activityId) {
        if (activityId == null || activityId.isBlank()) {
            return new OrderView(null, List.of(), false, choices(keeping.communitiesOf(actor.memberId())));
        }
        ActivityFacts activity = activities.byText(activityId);
        keeping.require(keeping.mayPrintFor(actor.memberId(), activity));
        List<Choice> slots = activity.slots().stream().map(each -> new Choice(Ids.text(each.id()), when(each))).toList();
        return new OrderView(activity.name(), slots, keeping.mayRun(actor.memberId(), activity), List.of());
    }

    private static String when(Slot slot) {
        return slot.day() + " " + slot.startsAt().format(CLOCK) + "–" + slot.endsAt().format(CLOCK);
    }

    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response print(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        String activity = form.value("activityId");
        Integer rows = form.number("rows");
        if (rows != null && (rows < 1 || rows > SheetRow.MOST)) {
            form.reject("rows", "out-of-range");
        }
        if (form.value("place").length() > 200) {
            form.reject("place", "too-long");
        }
        LocalDate from = activity.isEmpty() ? form.date("from") : null;
        LocalDate to = activity.isEmpty() && !form.value("to").isEmpty() ? form.date("to") : null;
        try {
            if (!form.isRejected()) {
                SheetAnswer printed = sheets.print(form.value("key"), new SheetOrder(activity, form.value("slotId"),
                        form.value("communityCode"), from, to, form.value("place"), rows, form.is("names", "yes")),
                        actor.memberId());
                flash.success("paper:made");
                return Redirect.to("/sheets/" + printed.code());
            }
        } catch (Problem problem) {
            form.reject(problem);
        }
        return form.answer(Templates.order(orderView(activity), form));
    }

    @GET
    @Path("/{code}")
    public TemplateInstance one(@PathParam("code") String code) {
        return Templates.one(view(code), Form.blank().with("receivedOn", time.today()));
    }

    private SheetView view(String code) {
        Look look = sheets.look(code, actor.memberId());
        SheetAnswer sheet = look.sheet();
        List<ServiceRecord> records = sheet.state() == SheetState.APPLIED ? typing.recordsOf(code, actor.memberId())
                : List.of();
        Map<Long, Member> people = members.byIds(records.stream().map(each -> each.memberId).distinct().toList());
        return new SheetView(sheet, look.slot() == null ? days(sheet) : when(look.slot()),
                minute(sheet.printedAt()), minute(sheet.receivedAt()), minute(sheet.appliedAt()),
                records.stream().map(each -> new RecordLine(Ids.text(each.id), each.paperRow, people.get(each.memberId).name,
                        each.startedAt.toLocalDate() + " " + each.startedAt.format(CLOCK) + "–" + each.endedAt.format(CLOCK),
                        each.state)).toList(),
                look.mayType() && sheet.state() == SheetState.RECEIVED,
                look.mayReceive() && sheet.state() == SheetState.PRINTED,
                look.mayType() && (sheet.state() == SheetState.PRINTED || sheet.state() == SheetState.RECEIVED));
    }

    private static String days(SheetAnswer sheet) {
        return sheet.from().equals(sheet.to()) ? sheet.from().toString() : sheet.from() + " – " + sheet.to();
    }

    private static String minute(Instant at) {
        return at == null ? null : LocalDateTime.ofInstant(at, BusinessTime.ZONE).format(MINUTE);
    }

    /** The paper itself. */
    @GET
    @Path("/{code}/sheet.pdf")
    @Produces({ Pdf.TYPE, MediaType.TEXT_HTML })
    public Response paper(@PathParam("code") String code, @Context UriInfo uri) {
        Look look = sheets.look(code, actor.memberId());
        keeping.require(look.mayType());
        SheetAnswer sheet = look.sheet();
        List<Expected> expected = sheets.expected(code, actor.memberId());
        String base = publicAddress.orElseGet(uri::getBaseUri).toString().replaceFirst("/+$", "");
        List<PaperLineView> lines = IntStream.range(0, Math.max(sheet.rows(), expected.size()))
                .mapToObj(i -> i < expected.size() ? new PaperLineView(i + 1, expected.get(i).name(), expected.get(i).number())
                        : new PaperLineView(i + 1, "", ""))
                .toList();
        byte[] file = pdf.of(Templates.sheet(new PaperView(sheet, view(code).when(), minute(sheet.printedAt()),
                base + "/sheets/" + sheet.code(), sheet.from().equals(sheet.to()), sheet.activityId() == null, lines)));
        return Response.ok(file, Pdf.TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + sheet.code() + ".pdf\"").build();
    }

    /** The same columns as a workbook. */
    @GET
    @Path("/{code}/sheet.xlsx")
    @Produces({ XLSX, MediaType.TEXT_HTML })
    public Response template(@PathParam("code") String code) {
        Look look = sheets.look(code, actor.memberId());
        keeping.require(look.mayType());
        return Response.ok(workbook.template(look.sheet(), sheets.expected(code, actor.memberId())), XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + look.sheet().code() + ".xlsx\"").build();
    }

    @POST
    @Path("/{code}/receipt")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response receive(@PathParam("code") String code, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        LocalDate day = form.date("receivedOn");
        try {
            if (!form.isRejected()) {
                sheets.receive(code, day, actor.memberId());
                flash.success("paper:received");
                return Redirect.to("/sheets/" + code);
            }
        } catch (Problem problem) {
            form.reject(problem);
        }
        return form.answer(Templates.one(view(code), form));
    }

    @POST
    @Path("/{code}/voiding")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response discard(@PathParam("code") String code, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        form.text("reason", 300);
        try {
            if (!form.isRejected()) {
                sheets.discard(code, form.value("reason"), actor.memberId());
                flash.success("paper:voided");
                return Redirect.to("/sheets/" + code);
            }
        } catch (Problem problem) {
            form.reject(problem);
        }
        return form.answer(Templates.one(view(code), form));
    }

    /**
     * @param community whose sheets are shown, null where an activity's are
     * @param page null where nothing was chosen yet
     */
    record ListView(List<Choice> communities, String community, String activity, PageOf<SheetAnswer> page) {
    }

    record Choice(String code, String name) {
    }

    /** @param activity null for a community's personal service */
    record OrderView(String activity, List<Choice> slots, boolean mayName, List<Choice> communities) {
    }

    record SheetView(SheetAnswer sheet, String when, String printedAt, String receivedAt, String appliedAt,
            List<RecordLine> records, boolean mayType, boolean mayReceive, boolean mayVoid) {
    }

    record RecordLine(String id, int row, String name, String when, RecordState state) {
    }

    /** @param address what the code on it leads to */
    record PaperView(SheetAnswer sheet, String when, String printedAt, String address, boolean oneDay, boolean personal,
            List<PaperLineView> lines) {
    }

    record PaperLineView(int row, String name, String number) {
    }

    @CheckedTemplate(basePath = "paper")
    static class Templates {

        static native TemplateInstance list(ListView view);

        static native TemplateInstance order(OrderView view, Form form);

        static native TemplateInstance one(SheetView view, Form form);

        static native TemplateInstance sheet(PaperView view);
    }
}
