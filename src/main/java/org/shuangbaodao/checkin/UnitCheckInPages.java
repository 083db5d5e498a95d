package org.shuangbaodao.checkin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestQuery;

/** A unit's desk (单位报到): the unit itself and its members with one community. */
@Path("/checkins/unit")
@RolesAllowed({ Actor.DECIDER, Actor.OFFICER })
@Produces(MediaType.TEXT_HTML)
class UnitCheckInPages {

    private final CurrentActor actor;
    private final Units units;
    private final UnitRegistrations registrations;
    private final Batch batch;
    private final Cards cards;
    private final CommunitySearch communities;
    private final BusinessTime time;
    private final Flash flash;

    UnitCheckInPages(CurrentActor actor, Units units, UnitRegistrations registrations, Batch batch, Cards cards,
            CommunitySearch communities, BusinessTime time, Flash flash) {
        this.actor = actor;
        this.units = units;
        this.registrations = registrations;
        this.batch = batch;
        this.cards = cards;
        this.communities = communities;
        this.time = time;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "checkin")
    static class Templates {

        static native TemplateInstance unit(UnitView view);

        static native TemplateInstance unitRegister(UnitRegisterView view, Form form);
    }

    record Choice(String code, String name) {
    }

    /** @param own check-ins of the unit itself, which only who speaks for the whole unit sees and makes */
    record UnitView(List<Choice> units, Choice unit, List<Choice> branches, Choice branch, boolean speaksForUnit,
            List<Cards.Card> own, List<Units.Person> people) {

        public String branchCode() {
            return branch == null ? "" : branch.code();
        }
    }

    /** @param failed members of the batch that were not registered, the others were */
    record UnitRegisterView(Choice unit, Choice branch, boolean speaksForUnit, List<Units.Person> people, String query,
            List<CommunitySearch.Place> found, boolean more, CommunitySearch.Place chosen, List<String> periods,
            List<Failure> failed) {

        public String branchCode() {
            return branch == null ? "" : branch.code();
        }
    }

    record Failure(String name, Problem problem) {
    }

    @GET
    public TemplateInstance unit(@RestQuery String unit, @RestQuery String branch) {
        List<Organization> mine = units.of(actor.memberId());
        Optional<Organization> chosen = unit == null ? mine.stream().findFirst() : Optional.of(pick(mine, unit));
        if (chosen.isEmpty()) {
            return Templates.unit(new UnitView(List.of(), null, List.of(), null, false, List.of(), List.of()));
        }
        Desk desk = desk(chosen.get(), branch);
        boolean speaks = units.speaksForUnit(actor.memberId(), desk.unit());
        return Templates.unit(new UnitView(choices(mine), choice(desk.unit()), choices(desk.branches()), choice(desk.branch()),
                speaks, speaks ? cards.of(CheckIn.ofUnit(desk.unit().id)) : List.of(), people(desk)));
    }

    @GET
    @Path("/new")
    public TemplateInstance choose(@RestQuery String unit, @RestQuery String branch, @RestQuery String q,
            @RestQuery String community) {
        Desk desk = desk(pick(units.of(actor.memberId()), unit), branch);
        return Templates.unitRegister(view(desk, q == null ? "" : q, community, List.of()),
                Form.blank().with("communityCode", community));
    }

    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response register(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        Desk desk = desk(pick(units.of(actor.memberId()), form.value("unit")), form.value("branch"));
        CheckInRequest request = CheckInRequest.of(form);
        List<Batch.Row> rows = new ArrayList<>();
        try {
            if (form.is("self", "yes")) {
                registrations.registerUnit(desk.unit().id, request, actor.memberId());
            }
            if (!form.is("self", "yes") || !form.values("ids").isEmpty()) {
                rows.addAll(batch.registerMembers(form.values("ids"), desk.unit().id, request, actor.memberId()));
            }
        } catch (Problem problem) {
            return form.reject(problem).answer(Templates.unitRegister(view(desk, "", request.communityCode(), rows), form));
        }
        if (rows.stream().allMatch(Batch.Row::isDone)) {
            flash.success("checkin:flash_unit_registered");
            return Redirect.to("/checkins/unit?unit=" + encoded(desk.unit())
                    + (desk.branch() == null ? "" : "&branch=" + encoded(desk.branch())));
        }
        return Response.status(CommonProblem.CONFLICT.status())
                .entity(Templates.unitRegister(view(desk, "", request.communityCode(), rows), Form.blank())).build();
    }

    private record Desk(Organization unit, List<Organization> branches, Organization branch) {
    }

    private Desk desk(Organization unit, String branchCode) {
        List<Organization> branches = units.branches(actor.memberId(), unit);
        Organization branch = branchCode == null || branchCode.isEmpty() ? branches.stream().findFirst().orElse(null)
                : pick(branches, branchCode);
        return new Desk(unit, branches, branch);
    }

    private UnitRegisterView view(Desk desk, String query, String communityCode, List<Batch.Row> rows) {
        Optional<CommunitySearch.Place> chosen = Optional.ofNullable(communityCode).flatMap(communities::byCode);
        List<CommunitySearch.Place> found = chosen.isPresent() ? List.of() : communities.find(query);
        List<Units.Person> people = people(desk);
        List<Failure> failed = rows.stream().filter(row -> !row.isDone())
                .map(row -> new Failure(people.stream().filter(person -> person.id().equals(row.key())).map(Units.Person::name)
                        .findFirst().orElse(row.key()), row.problem()))
                .toList();
        return new UnitRegisterView(choice(desk.unit()), choice(desk.branch()),
                units.speaksForUnit(actor.memberId(), desk.unit()), people, query, found, found.size() == CommunitySearch.MOST,
                chosen.orElse(null), Submission.openPeriods(time.today()).stream().map(Period::key).toList(), failed);
    }

    private List<Units.Person> people(Desk desk) {
        return desk.branch() == null ? List.of() : units.people(actor.memberId(), desk.branch());
    }

    private static Organization pick(List<Organization> mine, String code) {
        return mine.stream().filter(each -> each.code.equals(code)).findFirst()
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    private static String encoded(Organization organization) {
        return URLEncoder.encode(organization.code, StandardCharsets.UTF_8);
    }

    private static List<Choice> choices(List<Organization> organizations) {
        return organizations.stream().map(UnitCheckInPages::choice).toList();
    }

    private static Choice choice(Organization organization) {
        return organization == null ? null : new Choice(organization.code, organization.name);
    }
}
