package org.shuangbaodao.member;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

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
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestQuery;

/** Proposing, signing and ending appointments. Who may do which is asked of {@link Appointments}, one by one. */
@Path("/appointments")
@RolesAllowed({ Actor.DECIDER, Actor.OFFICER, Actor.AUDITOR, Actor.ADMINISTRATOR })
@Produces(MediaType.TEXT_HTML)
class AppointmentPages {

    /**
     * @param own whether the reader proposed it and waits for the other signature
     * @param mayDecide sign when it is waiting, end when it is in force
     * @param standsInFor whose office it is while that person is away, or null
     * @param mayDelegate say who stands in
     */
    record Row(String id, String name, String number, Office office, String organization, LocalDate from, LocalDate to,
            String document, AppointmentState state, boolean own, boolean mayDecide, String standsInFor, boolean mayDelegate) {
    }

    private final Appointments appointments;
    private final AppointmentBook book;
    private final Members members;
    private final Organizations organizations;
    private final CurrentActor actor;
    private final Flash flash;
    private final BusinessTime time;

    AppointmentPages(Appointments appointments, AppointmentBook book, Members members, Organizations organizations,
            CurrentActor actor, Flash flash, BusinessTime time) {
        this.appointments = appointments;
        this.book = book;
        this.members = members;
        this.organizations = organizations;
        this.actor = actor;
        this.flash = flash;
        this.time = time;
    }

    /** @param show {@code past} for those ended and declined */
    @GET
    public TemplateInstance list(@RestQuery String show, @RestQuery Integer page) {
        boolean past = "past".equals(show);
        int wanted = PageOf.clampPage(page);
        PageOf<Appointment> found = past ? book.past(actor.memberId(), wanted) : book.inForce(actor.memberId(), wanted);
        List<Row> waiting = past ? List.of() : rows(book.waiting(actor.memberId()));
        return Templates.appointments(waiting, new PageOf<>(rows(found.items()), found.page(), found.size(), found.total()),
                past);
    }

    @GET
    @Path("new")
    public TemplateInstance form(@RestQuery String member, @RestQuery String organization) {
        return Templates.proposal(Form.blank().with("memberNumber", member).with("organizationCode", organization)
                .with("from", time.today()), Office.values());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response propose(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        Optional<Member> member = Member.byNumber(form.value("memberNumber"));
        if (member.isEmpty()) {
            form.reject("memberNumber", form.value("memberNumber").isEmpty() ? "required" : "unknown");
        }
        Optional<Organization> organization = organizations.find(form.value("organizationCode"));
        if (organization.isEmpty()) {
            form.reject("organizationCode", form.value("organizationCode").isEmpty() ? "required" : "unknown");
        }
        Optional<Office> office = Arrays.stream(Office.values()).filter(each -> form.is("office", each.name())).findFirst();
        if (office.isEmpty()) {
            form.reject("office", "required");
        }
        LocalDate from = date(form, "from");
        LocalDate to = form.value("to").isEmpty() ? null : date(form, "to");
        if (from != null && to != null && to.isBefore(from)) {
            form.reject("to", "out-of-range");
        }
        if (form.value("document").isEmpty()) {
            form.reject("document", "required");
        } else if (form.value("document").length() > 120) {
            form.reject("document", "too-long");
        }
        try {
            if (!form.isRejected()) {
                Appointment proposed = appointments.propose(member.orElseThrow().id, organization.orElseThrow().id,
                        office.orElseThrow(), from, to, form.value("document"), actor.memberId());
                flash.success(proposed.state == AppointmentState.PROPOSED ? "appointment:proposed" : "appointment:in_force");
                return Redirect.to("/appointments");
            }
        } catch (Problem problem) {
            form.reject(problem);
        }
        return form.answer(Templates.proposal(form, Office.values()));
    }

    @POST
    @Path("{id}/signature")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response sign(String id) {
        appointments.sign(parsed(id), actor.memberId());
        return done("appointment:signed");
    }

    @POST
    @Path("{id}/refusal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decline(String id) {
        appointments.decline(parsed(id), actor.memberId());
        return done("appointment:declined");
    }

    @POST
    @Path("{id}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(String id) {
        appointments.end(parsed(id), actor.memberId());
        return done("appointment:ended");
    }

    @GET
    @Path("staff")
    @RolesAllowed({ Actor.OFFICER, Actor.ADMINISTRATOR })
    public TemplateInstance staff() {
        return Templates.staff(Form.blank());
    }

    @POST
    @Path("staff")
    @RolesAllowed({ Actor.OFFICER, Actor.ADMINISTRATOR })
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enrol(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        if (form.value("name").isEmpty()) {
            form.reject("name", "required");
        } else if (form.value("name").length() > 60) {
            form.reject("name", "too-long");
        }
        LocalDate birthDate = date(form, "birthDate");
        if (birthDate != null && birthDate.plusYears(18).isAfter(time.today())) {
            form.reject("birthDate", "appointment-under-age");
        }
        if (form.isRejected()) {
            return form.answer(Templates.staff(form));
        }
        Member enrolled = appointments.enrol(form.value("name"), birthDate, actor.memberId());
        flash.success("appointment:enrolled");
        return Redirect.to("/appointments/new?member=" + enrolled.number);
    }

    private Response done(String message) {
        flash.success(message);
        return Redirect.to("/appointments");
    }

    private List<Row> rows(List<Appointment> found) {
        long reader = actor.memberId();
        List<Appointment> seats = Appointment.heldBy(reader, time.today());
        Map<Long, Member> people = members.byIds(found.stream().flatMap(each -> Stream.of(each.memberId, each.standsInFor))
                .filter(Objects::nonNull).distinct().toList());
        Map<Long, Organization> places = organizations.byIds(found.stream().map(each -> each.organizationId).toList());
        return found.stream().map(each -> {
            Organization place = places.get(each.organizationId);
            Member person = people.get(each.memberId);
            boolean own = each.state == AppointmentState.PROPOSED
                    && (Long.valueOf(reader).equals(each.proposedBy) || Long.valueOf(reader).equals(each.standsInFor));
            boolean over = each.validTo != null && each.validTo.isBefore(time.today());
            boolean mayDecide = switch (each.state) {
                case PROPOSED -> appointments.maySign(reader, each, place);
                case IN_FORCE -> !over && (each.memberId == reader || Long.valueOf(reader).equals(each.standsInFor)
                        || Appointments.mayGive(seats, place, each));
                case ENDED, DECLINED -> false;
            };
            return new Row(Ids.text(each.id), person.name, person.number, each.office, place.name, each.validFrom, each.validTo,
                    each.document, over && each.state == AppointmentState.IN_FORCE ? AppointmentState.ENDED : each.state, own,
                    mayDecide, each.isStandIn() ? people.get(each.standsInFor).name : null,
                    !over && DelegationRules.isDelegable(each)
                            && (each.memberId == reader || Appointments.mayGive(seats, place, each.office)));
        }).toList();
    }

    private static LocalDate date(Form form, String field) {
        try {
            return LocalDate.parse(form.value(field));
        } catch (DateTimeParseException e) {
            form.reject(field, form.value(field).isEmpty() ? "required" : "not-a-date");
            return null;
        }
    }

    private static long parsed(String id) {
        return Ids.parse(id).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    @CheckedTemplate(basePath = "appointment")
    static class Templates {

        static native TemplateInstance appointments(List<Row> waiting, PageOf<Row> page, boolean past);

        static native TemplateInstance proposal(Form form, Office[] offices);

        static native TemplateInstance staff(Form form);
    }
}
