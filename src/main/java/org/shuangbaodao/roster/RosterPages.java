package org.shuangbaodao.roster;

import java.util.List;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.MemberProblem;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.member.RosterState;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.roster.Rosters.Entry;
import org.shuangbaodao.roster.Rosters.Person;
import org.shuangbaodao.roster.Rosters.Search;
import org.shuangbaodao.roster.Rosters.Waiting;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A branch's roster and the people on it. */
@Path("/members")
@RolesAllowed({ Actor.DECIDER, Actor.OFFICER })
@Produces(MediaType.TEXT_HTML)
class RosterPages {

    private final Rosters rosters;
    private final Members members;
    private final Organizations organizations;
    private final CurrentActor actor;
    private final Flash flash;

    RosterPages(Rosters rosters, Members members, Organizations organizations, CurrentActor actor, Flash flash) {
        this.rosters = rosters;
        this.members = members;
        this.organizations = organizations;
        this.actor = actor;
        this.flash = flash;
    }

    @GET
    public TemplateInstance list(@QueryParam("q") String text, @QueryParam("state") String state,
            @QueryParam("page") Integer page) {
        RosterState chosen = Stream.of(RosterState.PENDING, RosterState.APPROVED).filter(each -> each.name().equals(state))
                .findFirst().orElse(null);
        Search search = new Search(text, chosen);
        return Templates.members(search, rosters.waiting(actor.memberId()),
                rosters.page(search, PageOf.clampPage(page), actor.memberId()));
    }

    @POST
    @Path("approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response approve(MultivaluedMap<String, String> posted) {
        members.approveRoster(organizations.byCode(Form.of(posted).value("branch")).id, actor.memberId());
        flash.success("roster:approved");
        return Redirect.to("/members");
    }

    @GET
    @Path("{number}")
    public TemplateInstance show(@PathParam("number") String number) {
        return Templates.member(rosters.person(number, actor.memberId()), Form.blank());
    }

    @POST
    @Path("{number}/refusal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decline(@PathParam("number") String number, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        String reason = form.value("reason");
        if (reason.isEmpty() || reason.length() > 200) {
            form.reject("reason", reason.isEmpty() ? "required" : "too-long");
            return form.answer(Templates.member(rosters.person(number, actor.memberId()), form));
        }
        long place = Ids.parse(form.value("place")).orElseThrow(() -> new Problem(MemberProblem.UNKNOWN));
        members.declineRoster(place, reason, actor.memberId());
        flash.success("roster:declined");
        return Redirect.to("/members?state=PENDING");
    }

    @CheckedTemplate(basePath = "roster")
    static class Templates {

        static native TemplateInstance members(Search search, List<Waiting> waiting, PageOf<Entry> rows);

        static native TemplateInstance member(Person person, Form form);
    }
}
