package org.shuangbaodao.member;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestQuery;

/** 请假委托: who decides while somebody is away. Signed, refused and ended on the page of the appointments. */
@Path("/appointments/delegations")
@RolesAllowed({ Actor.DECIDER, Actor.OFFICER })
@Produces(MediaType.TEXT_HTML)
class DelegationPages {

    /** @param holder whose office it is, null where it is the reader's */
    record SeatView(String id, Office office, String organization, String holder) {
    }

    private final Appointments appointments;
    private final Members members;
    private final Organizations organizations;
    private final CurrentActor actor;
    private final Flash flash;
    private final BusinessTime time;

    DelegationPages(Appointments appointments, Members members, Organizations organizations, CurrentActor actor, Flash flash,
            BusinessTime time) {
        this.appointments = appointments;
        this.members = members;
        this.organizations = organizations;
        this.actor = actor;
        this.flash = flash;
        this.time = time;
    }

    /** @param seat an appointment, of the reader or of somebody below him; without it the reader's own are offered */
    @GET
    @Path("new")
    public TemplateInstance form(@RestQuery String seat) {
        return page(Form.blank().with("seat", seat).with("from", time.today()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response propose(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        Optional<Long> seat = Ids.parse(form.value("seat"));
        if (seat.isEmpty()) {
            form.reject("seat", "required");
        }
        Optional<Member> member = Member.byNumber(form.value("memberNumber"));
        if (member.isEmpty()) {
            form.reject("memberNumber", form.value("memberNumber").isEmpty() ? "required" : "unknown");
        }
        LocalDate from = form.date("from");
        LocalDate to = form.date("to");
        try {
            if (!form.isRejected()) {
                appointments.delegate(seat.orElseThrow(), member.orElseThrow().id, from, to, actor.memberId());
                flash.success("appointment:delegated");
                return Redirect.to("/appointments");
            }
        } catch (Problem problem) {
            form.reject(problem);
        }
        return form.answer(page(form));
    }

    private TemplateInstance page(Form form) {
        long reader = actor.memberId();
        Stream<Appointment> own = Appointment.heldBy(reader, time.today()).stream();
        Stream<Appointment> asked = Ids.parse(form.value("seat")).flatMap(id -> Appointment.<Appointment> findByIdOptional(id))
                .filter(each -> each.memberId != reader).stream();
        List<Appointment> seats = Stream.concat(asked, own)
                .filter(each -> appointments.mayDelegate(reader, each, organizations.byId(each.organizationId))).toList();
        Map<Long, Organization> places = organizations
                .byIds(seats.stream().map(each -> each.organizationId).distinct().toList());
        Map<Long, Member> people = members.byIds(seats.stream().map(each -> each.memberId).distinct().toList());
        return Templates.delegation(form, seats.stream()
                .map(each -> new SeatView(Ids.text(each.id), each.office, places.get(each.organizationId).name,
                        each.memberId == reader ? null : people.get(each.memberId).name))
                .toList(), DelegationRules.LONGEST);
    }

    @CheckedTemplate(basePath = "appointment")
    static class Templates {

        static native TemplateInstance delegation(Form form, List<SeatView> seats, int longest);
    }
}
