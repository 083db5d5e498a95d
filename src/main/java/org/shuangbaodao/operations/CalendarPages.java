package org.shuangbaodao.operations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.calendar.LoadedDays;
import org.shuangbaodao.calendar.SpecialDay;
import org.shuangbaodao.calendar.WorkingDays;
import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The working days of this year and the next, and the place to load those that were announced since. */
@Path("/calendar")
@RolesAllowed({ Actor.ADMINISTRATOR, Actor.OFFICER })
@Produces(MediaType.TEXT_HTML)
class CalendarPages {

    private final LoadedDays loaded;
    private final CalendarLoading loading;
    private final WorkingDays workingDays;
    private final CurrentActor actor;
    private final BusinessTime time;
    private final Flash flash;

    CalendarPages(LoadedDays loaded, CalendarLoading loading, WorkingDays workingDays, CurrentActor actor, BusinessTime time,
            Flash flash) {
        this.loaded = loaded;
        this.loading = loading;
        this.workingDays = workingDays;
        this.actor = actor;
        this.time = time;
        this.flash = flash;
    }

    @GET
    public TemplateInstance years() {
        return page(Form.blank().with("year", time.today().getYear() + 1));
    }

    @POST
    @RolesAllowed(Actor.ADMINISTRATOR)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response load(@RestForm("year") String year, @RestForm("file") FileUpload file) {
        Form form = Form.blank().with("year", year);
        int number = year != null && year.matches("20\\d\\d") ? Integer.parseInt(year) : 0;
        if (number == 0) {
            form.reject("year", "not-a-number");
        }
        if (file == null || file.size() == 0) {
            form.reject("file", "required");
        }
        if (form.isRejected()) {
            return form.answer(page(form));
        }
        try {
            List<SpecialDay> days = loading.read(file.uploadedFile(), number);
            loading.store(number, days, actor.memberId());
            loaded.refresh();
        } catch (Problem refused) {
            return form.reject(refused).answer(page(form));
        }
        flash.success("operations:calendar_loaded");
        return Redirect.to("/calendar");
    }

    private TemplateInstance page(Form form) {
        int year = time.today().getYear();
        return Templates.calendar(form, List.of(view(year), view(year + 1)), actor.get().has(Actor.ADMINISTRATOR));
    }

    private YearView view(int year) {
        List<DayView> days = new ArrayList<>();
        for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
            boolean weekend = day.getDayOfWeek().getValue() > 5;
            if (workingDays.isWorkingDay(day) == weekend) {
                days.add(new DayView(day.toString(), weekend));
            }
        }
        return new YearView(year, workingDays.isProvisional(LocalDate.of(year, 6, 1)), days);
    }

    /** @param provisional nobody announced the year yet: Monday to Friday */
    record YearView(int year, boolean provisional, List<DayView> days) {
    }

    /** A day that is not what its weekday says. */
    record DayView(String day, boolean working) {
    }

    @CheckedTemplate(basePath = "operations")
    static class Templates {

        static native TemplateInstance calendar(Form form, List<YearView> years, boolean mayLoad);
    }
}
