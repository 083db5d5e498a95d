package org.shuangbaodao.checkin;

import java.time.DateTimeException;
import java.time.LocalDate;
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
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** A member's own check-ins: what he has, registering, answering his unit, ending it, and the receipt. */
@Path("/checkins")
@RolesAllowed(Actor.MEMBER)
@Produces(MediaType.TEXT_HTML)
class CheckInPages {

    private final CurrentActor actor;
    private final Registrations registrations;
    private final Reception reception;
    private final Submission submission;
    private final Sight sight;
    private final ReviewQueue queue;
    private final Units units;
    private final Cards cards;
    private final CommunitySearch communities;
    private final Organizations organizations;
    private final Members members;
    private final BusinessTime time;
    private final Flash flash;

    CheckInPages(CurrentActor actor, Registrations registrations, Reception reception, Submission submission, Sight sight,
            ReviewQueue queue, Units units, Cards cards, CommunitySearch communities, Organizations organizations,
            Members members, BusinessTime time, Flash flash) {
        this.actor = actor;
        this.registrations = registrations;
        this.reception = reception;
        this.submission = submission;
        this.sight = sight;
        this.queue = queue;
        this.units = units;
        this.cards = cards;
        this.communities = communities;
        this.organizations = organizations;
        this.members = members;
        this.time = time;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "checkin")
    static class Templates {

        static native TemplateInstance list(ListView view, Form form);

        static native TemplateInstance register(RegisterView view, Form form);

        static native TemplateInstance receipt(Cards.Card card);
    }

    /**
     * @param toAnswer entered by a unit, waiting for the member's word
     * @param obstacle why he cannot register at all, null when he can
     * @param waiting check-ins of others that wait for his decision
     */
    record ListView(List<Cards.Card> toAnswer, List<Cards.Card> live, List<Cards.Card> past, Problem obstacle, int waiting,
            boolean decides, boolean speaksForUnit, String today) {
    }

    /**
     * Two steps on one page: find the community, then say what one would like to do.
     *
     * @param chosen null in the first step
     * @param residence where the member lives, if he said so, offered without a search
     * @param moves the check-in that is to be replaced, or null
     */
    record RegisterView(String query, List<CommunitySearch.Place> found, boolean more, CommunitySearch.Place residence,
            CommunitySearch.Place chosen, List<Choice> grids, List<String> periods, Cards.Card moves) {

        public String movesId() {
            return moves == null ? "" : moves.id();
        }
    }

    record Choice(String code, String name) {
    }

    @GET
    public TemplateInstance list() {
        return list(Form.blank());
    }

    @GET
    @Path("/new")
    public TemplateInstance choose(@RestQuery String q, @RestQuery String community, @RestQuery String moves) {
        Form form = Form.blank();
        if (community != null) {
            form.with("communityCode", community).with("skills", member().skills);
        }
        return Templates.register(view(q, community, moves), form);
    }

    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response register(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        String moves = form.value("moves");
        CheckInRequest request = CheckInRequest.of(form);
        try {
            if (moves.isEmpty()) {
                registrations.register(actor.memberId(), request, null);
            } else {
                registrations.move(id(moves), actor.memberId(), request);
            }
        } catch (Problem problem) {
            form.reject(problem);
            return form.answer(Templates.register(view("", form.value("communityCode"), moves.isEmpty() ? null : moves), form));
        }
        flash.success("checkin:flash_registered");
        return Redirect.to("/checkins");
    }

    @POST
    @Path("/{id}/renewal")
    public Response renew(@RestPath String id) {
        registrations.renew(id(id), actor.memberId());
        flash.success("checkin:flash_registered");
        return Redirect.to("/checkins");
    }

    @POST
    @Path("/{id}/agreement")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response agree(@RestPath String id, MultivaluedMap<String, String> posted) {
        registrations.agree(id(id), version(posted), actor.memberId());
        flash.success("checkin:flash_agreed");
        return Redirect.to("/checkins");
    }

    @POST
    @Path("/{id}/refusal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response refuse(@RestPath String id, MultivaluedMap<String, String> posted) {
        reception.refuse(id(id), version(posted), RefusalReason.MEMBER_DISAGREES, "", actor.memberId());
        flash.success("checkin:flash_refused");
        return Redirect.to("/checkins");
    }

    @POST
    @Path("/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@RestPath String id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        try {
            LocalDate lastDay = form.value("lastDay").isEmpty() ? null : LocalDate.parse(form.value("lastDay"));
            registrations.withdraw(id(id), version(posted), lastDay, actor.memberId());
        } catch (DateTimeException e) {
            return form.reject("lastDay", "not-a-date").answer(list(form));
        } catch (Problem problem) {
            return form.reject(problem).answer(list(form));
        }
        flash.success("checkin:flash_withdrawn");
        return Redirect.to(form.is("back", "unit") ? "/checkins/unit" : "/checkins");
    }

    @GET
    @Path("/{id}/receipt")
    public TemplateInstance receipt(@RestPath String id) {
        CheckIn checkIn = sight.find(id(id), actor.memberId());
        if (checkIn.receiptNumber == null) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        return Templates.receipt(cards.of(checkIn));
    }

    private TemplateInstance list(Form form) {
        long memberId = actor.memberId();
        List<Cards.Card> mine = cards.of(CheckIn.ofMember(memberId));
        Actor asking = actor.get();
        boolean decides = asking.has(Actor.DECIDER) || asking.has(Actor.OFFICER);
        return Templates.list(new ListView(
                mine.stream().filter(card -> card.isLive() && card.state() == CheckInState.AWAITING_MEMBER).toList(),
                mine.stream().filter(card -> isShownFirst(card) && card.state() != CheckInState.AWAITING_MEMBER).toList(),
                mine.stream().filter(card -> !isShownFirst(card)).toList(), submission.obstacle(memberId).orElse(null),
                decides ? queue.count(memberId) : 0, decides && !sight.of(memberId).communities().isEmpty(),
                decides && !units.of(memberId).isEmpty(), time.today().toString()), form);
    }

    /** What holds or waits, and last year's until it is renewed. */
    private static boolean isShownFirst(Cards.Card card) {
        boolean over = card.state() == CheckInState.ACCEPTED && !card.inForce()
                && card.validFrom().compareTo(card.validTo()) <= 0;
        return card.isLive() && (!over || card.renewable() != null) || card.inForce();
    }

    private RegisterView view(String query, String communityCode, String moves) {
        Optional<CommunitySearch.Place> chosen = Optional.ofNullable(communityCode).flatMap(communities::byCode);
        List<CommunitySearch.Place> found = chosen.isPresent() || query == null ? List.of() : communities.find(query);
        Long residence = member().residenceId;
        return new RegisterView(query == null ? "" : query, found, found.size() == CommunitySearch.MOST,
                residence == null ? null : communities.of(organizations.byId(residence)), chosen.orElse(null),
                chosen.map(place -> grids(place.code())).orElse(List.of()),
                Submission.openPeriods(time.today()).stream().map(Period::key).toList(),
                moves == null ? null : cards.of(sight.find(id(moves), actor.memberId())));
    }

    private List<Choice> grids(String communityCode) {
        Organization community = organizations.byCode(communityCode);
        return organizations.below(community, OrganizationKind.GRID).stream().filter(grid -> grid.existsOn(time.today()))
                .map(grid -> new Choice(grid.code, grid.name)).toList();
    }

    private Member member() {
        return members.byId(actor.memberId());
    }

    private static long id(String text) {
        return Ids.parse(text).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    /** What the reader decided on; a form without it is one we did not make. */
    private static int version(MultivaluedMap<String, String> posted) {
        try {
            return Integer.parseInt(Form.of(posted).value("version"));
        } catch (NumberFormatException e) {
            throw new Problem(CommonProblem.CONFLICT);
        }
    }
}
