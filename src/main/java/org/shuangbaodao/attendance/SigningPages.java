package org.shuangbaodao.attendance;

import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.shuangbaodao.activity.Activities;
import org.shuangbaodao.activity.ActivityFacts;
import org.shuangbaodao.activity.ActivityFacts.Slot;
import org.shuangbaodao.activity.ActivityKeeping;
import org.shuangbaodao.identity.QrCode;
import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The code on the lead's screen, and where members type it. Nobody has to: the organizer's list and the report do without. */
@Path("/activities")
@RolesAllowed(Actor.MEMBER)
@Produces(MediaType.TEXT_HTML)
class SigningPages {

    /** Random, for this purpose only, and forgotten after a day. */
    private static final String DEVICE = "device";
    private static final int A_DAY = 24 * 60 * 60;
    private static final int A_MINUTE = 60;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SigningDesk desk;
    private final SigningCodes codes;
    private final Signings signings;
    private final Activities activities;
    private final ActivityKeeping keeping;
    private final CurrentActor actor;
    private final BusinessTime time;
    private final Flash flash;
    private final Optional<String> publicUrl;

    SigningPages(SigningDesk desk, SigningCodes codes, Signings signings, Activities activities, ActivityKeeping keeping,
            CurrentActor actor, BusinessTime time, Flash flash,
            @ConfigProperty(name = "app.identity.public-url") Optional<String> publicUrl) {
        this.desk = desk;
        this.codes = codes;
        this.signings = signings;
        this.activities = activities;
        this.keeping = keeping;
        this.actor = actor;
        this.time = time;
        this.flash = flash;
        this.publicUrl = publicUrl;
    }

    @GET
    @Path("/{id}/screen")
    public TemplateInstance screen(@PathParam("id") String id, @QueryParam("slot") String slotId, @Context UriInfo uri) {
        ActivityFacts activity = activities.byText(id);
        if (!keeping.mayRun(actor.memberId(), activity)) {
            throw new Problem(AttendanceProblem.NOT_YOURS);
        }
        Slot slot = Ids.parse(slotId).flatMap(activity::slot).orElseGet(() -> present(activity));
        boolean open = !activity.isCancelled() && SigningDesk.isAt(slot, time.localNow());
        String address = publicUrl.orElseGet(() -> uri.getBaseUri().toString()).replaceFirst("/+$", "") + "/activities/" + id
                + "/signing";
        String code = open ? codes.now(slot.id()) : "";
        int came = (int) signings.times(List.of(slot.id())).getOrDefault(slot.id(), Map.of()).values()
                .stream().filter(times -> times.in() != null).count();
        return Templates.screen(new ScreenView(id, activity.name(), Ids.text(slot.id()),
                slot.day() + " " + slot.startsAt().toLocalTime() + "–" + slot.endsAt().toLocalTime(), open,
                open ? code.substring(0, 3) + " " + code.substring(3) : "", open ? QrCode.of(address + "?code=" + code) : null,
                address, open ? codes.secondsLeft() : A_MINUTE, came));
    }

    // The one that goes on, else the next, else the last.
    private Slot present(ActivityFacts activity) {
        LocalDateTime now = time.localNow();
        return activity.slots().stream().filter(slot -> slot.endsAt().isAfter(now)).findFirst()
                .orElse(activity.slots().get(activity.slots().size() - 1));
    }

    @GET
    @Path("/{id}/signing")
    public Response signing(@PathParam("id") String id, @QueryParam("code") @DefaultValue("") String code,
            @CookieParam(DEVICE) String device, @Context HttpServerRequest request) {
        Form form = Form.blank().with("code", code.length() > 20 ? "" : code);
        Response.ResponseBuilder answer = Response.ok(page(activities.byText(id), form));
        if (device == null) {
            byte[] random = new byte[16];
            RANDOM.nextBytes(random);
            answer.cookie(new NewCookie.Builder(DEVICE).value(HexFormat.of().formatHex(random)).path("/activities")
                    .httpOnly(true).sameSite(NewCookie.SameSite.LAX).maxAge(A_DAY).secure(request.isSSL()).build());
        }
        return answer.build();
    }

    @POST
    @Path("/{id}/signing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response sign(@PathParam("id") String id, MultivaluedMap<String, String> posted,
            @CookieParam(DEVICE) String device) {
        Form form = Form.of(posted);
        ActivityFacts activity = activities.byText(id);
        try {
            form.text("code", 20);
            LocalDateTime claimed = claimed(form);
            if (!form.isRejected()) {
                Direction direction = form.is("direction", Direction.OUT) ? Direction.OUT : Direction.IN;
                desk.sign(activity, direction, form.value("code"), claimed, device, actor.memberId());
                flash.success(direction == Direction.OUT ? "attendance:signed_out" : "attendance:signed_in");
                return Redirect.to("/activities/" + id + "/signing");
            }
        } catch (Problem problem) {
            form.reject(problem);
        }
        return form.answer(page(activity, form));
    }

    private static LocalDateTime claimed(Form form) {
        String typed = form.value("at");
        try {
            return typed.isEmpty() ? null : LocalDateTime.parse(typed).withSecond(0).withNano(0);
        } catch (DateTimeException e) {
            form.reject("at", "not-a-time");
            return null;
        }
    }

    private TemplateInstance page(ActivityFacts activity, Form form) {
        Signings.Times mine = signings.times(activity.slots().stream().map(Slot::id).toList()).values().stream()
                .map(slot -> slot.get(actor.memberId())).filter(Objects::nonNull).findFirst()
                .orElse(Signings.Times.NONE);
        return Templates.signing(new SigningView(Ids.text(activity.id()), activity.name(), text(mine.in()), text(mine.out())),
                form);
    }

    private static String text(LocalDateTime at) {
        return at == null ? null : at.toLocalDate() + " " + at.toLocalTime();
    }

    /** @param seconds until the page asks for the next code */
    record ScreenView(String id, String name, String slot, String when, boolean open, String code, QrCode qr, String address,
            int seconds, int came) {
    }

    /** @param cameAt when the reader came, null if he has not said so */
    record SigningView(String id, String name, String cameAt, String wentAt) {
    }

    @CheckedTemplate(basePath = "attendance")
    static class Templates {

        static native TemplateInstance screen(ScreenView view);

        static native TemplateInstance signing(SigningView view, Form form);
    }
}
