package org.shuangbaodao.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.shuangbaodao.identity.Invitations.Standing;
import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Activation slips to print and hand out, for a branch or for one person. The codes exist on this answer only: it is not
 * redirected, and asking again makes new ones.
 */
@Path("/members/slips")
@RolesAllowed({ Actor.DECIDER, Actor.OFFICER, Actor.ADMINISTRATOR })
@Produces(MediaType.TEXT_HTML)
class SlipPages {

    /** @param link where the code can be typed, without the code */
    record Slip(String name, String number, String branch, String code, QrCode qr, String link, LocalDate expiresOn) {
    }

    /**
     * @param open whether a slip can be made here
     * @param fresh whether he waits for his first one
     */
    record Candidate(String name, String number, Standing standing, LocalDate issuedOn, boolean open, boolean fresh,
            String tone) {

        static Candidate of(Invitations.Candidate candidate) {
            Standing standing = candidate.standing();
            String tone = standing == Standing.ACTIVE ? "good" : standing == Standing.NOT_OURS ? "plain" : "wait";
            return new Candidate(candidate.member().name, candidate.member().number, standing,
                    candidate.issuedAt() == null ? null : BusinessTime.dateOf(candidate.issuedAt()),
                    standing != Standing.NOT_OURS, standing == Standing.NEVER_INVITED, tone);
        }
    }

    /** @param name of the branch; null when somebody was looked up by number, or nobody yet */
    record Choice(String name, List<Candidate> candidates, int days) {
    }

    private final Invitations invitations;
    private final Organizations organizations;
    private final Members members;
    private final CurrentActor actor;
    private final IdentitySettings settings;
    private final BusinessTime time;

    SlipPages(Invitations invitations, Organizations organizations, Members members, CurrentActor actor,
            IdentitySettings settings, BusinessTime time) {
        this.invitations = invitations;
        this.organizations = organizations;
        this.members = members;
        this.actor = actor;
        this.settings = settings;
        this.time = time;
    }

    /** @param branch code of a branch, or else */
    @GET
    public TemplateInstance choose(@RestQuery String branch, @RestQuery String member) {
        int days = (int) settings.invitationLasts().toDays();
        if (branch != null) {
            Organization organization = organizations.byCode(branch);
            return Templates.slips(new Choice(organization.name, invitations.candidates(organization, actor.memberId()).stream()
                    .map(Candidate::of).toList(), days));
        }
        List<Candidate> one = member == null || member.isBlank() ? List.of()
                : List.of(Candidate.of(invitations.candidate(members.byNumber(member.strip()), actor.memberId())));
        return Templates.slips(new Choice(null, one, days));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance print(@RestForm List<String> member, @Context UriInfo uri) {
        List<Member> chosen = (member == null ? List.<String> of() : member).stream().distinct().map(members::byNumber)
                .toList();
        String address = settings.publicUrl().map(url -> url.replaceFirst("/+$", ""))
                .orElseGet(() -> uri.getBaseUri().toString().replaceFirst("/+$", "")) + "/activate";
        Map<Long, String> branches = branches(chosen);
        List<Slip> slips = new ArrayList<>();
        List<Invitations.Issued> issued = invitations.issueAll(chosen.stream().map(each -> each.id).toList(), actor.memberId());
        for (int i = 0; i < chosen.size(); i++) {
            slips.add(slip(chosen.get(i), issued.get(i), branches.getOrDefault(chosen.get(i).id, ""), address));
        }
        return Templates.print(slips);
    }

    private Map<Long, String> branches(List<Member> chosen) {
        Map<Long, String> names = new HashMap<>();
        chosen.forEach(each -> members.branchOn(each.id, time.today())
                .ifPresent(affiliation -> names.put(each.id, organizations.byId(affiliation.branchId).name)));
        return names;
    }

    private static Slip slip(Member member, Invitations.Issued issued, String branch, String address) {
        return new Slip(member.name, member.number, branch, issued.code(), QrCode.of(address + "?code=" + issued.code()),
                address, BusinessTime.dateOf(issued.expiresAt()));
    }

    @CheckedTemplate(basePath = "identity")
    static class Templates {

        static native TemplateInstance slips(Choice choice);

        static native TemplateInstance print(List<Slip> slips);
    }
}
