package org.shuangbaodao.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Appointment;
import org.shuangbaodao.member.Consent;
import org.shuangbaodao.member.ConsentEvent;
import org.shuangbaodao.member.ConsentPurpose;
import org.shuangbaodao.member.Consents;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/me")
@Tag(name = "me")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Actor.MEMBER)
class MeResource {

    /** @param branch null for people who stand on no roster */
    record Me(String memberNumber, String name, Place branch, List<Held> offices, Map<ConsentPurpose, Word> consents) {
    }

    record Place(String code, String name) {

        static Place of(Organization organization) {
            return new Place(organization.code, organization.name);
        }
    }

    /** An office held today. */
    record Held(Office office, Place organization) {
    }

    /** The latest word on one purpose, and the version of the notice it was given to. */
    record Word(boolean given, int textVersion, Instant decidedAt) {

        static Word of(Consent consent) {
            return new Word(consent.given, consent.textVersion, consent.decidedAt);
        }
    }

    private final CurrentActor actor;
    private final Members members;
    private final Organizations organizations;
    private final Consents consents;
    private final BusinessTime time;

    MeResource(CurrentActor actor, Members members, Organizations organizations, Consents consents, BusinessTime time) {
        this.actor = actor;
        this.members = members;
        this.organizations = organizations;
        this.consents = consents;
        this.time = time;
    }

    @GET
    @Operation(summary = "Who I am here, what I may do, what I agreed to")
    public Me me() {
        Member member = members.byId(actor.memberId());
        Place branch = members.branchOn(member.id, time.today())
                .map(affiliation -> Place.of(organizations.byId(affiliation.branchId))).orElse(null);
        List<Held> offices = Appointment.heldBy(member.id, time.today()).stream()
                .map(held -> new Held(held.office, Place.of(organizations.byId(held.organizationId)))).toList();
        return new Me(member.number, member.name, branch, offices, words());
    }

    @GET
    @Path("/consents")
    @Operation(summary = "My latest word on each purpose")
    public Map<ConsentPurpose, Word> words() {
        Map<ConsentPurpose, Word> words = new LinkedHashMap<>();
        consents.of(actor.memberId()).forEach((purpose, consent) -> words.put(purpose, Word.of(consent)));
        return words;
    }

    @PUT
    @Path("/consents")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Give or withdraw consents; purposes not named stay as they are")
    public Map<ConsentPurpose, Word> decide(Map<String, Boolean> request) {
        Map<ConsentPurpose, Boolean> decided = new LinkedHashMap<>();
        List<FieldProblem> problems = new ArrayList<>();
        (request == null ? Map.<String, Boolean> of() : request).forEach((name, given) -> {
            ConsentPurpose purpose = purpose(name);
            if (purpose == null || given == null) {
                problems.add(new FieldProblem(name, purpose == null ? "unknown" : "required"));
            } else {
                decided.put(purpose, given);
            }
        });
        if (!problems.isEmpty()) {
            throw new Problem(CommonProblem.INVALID).with("errors", problems);
        }
        consents.decide(actor.memberId(), decided, actor.memberId(), ConsentEvent.Channel.PAGE);
        return words();
    }

    private static ConsentPurpose purpose(String name) {
        for (ConsentPurpose purpose : ConsentPurpose.values()) {
            if (purpose.name().equals(name)) {
                return purpose;
            }
        }
        return null;
    }
}
