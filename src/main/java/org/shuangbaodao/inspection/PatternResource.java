package org.shuangbaodao.inspection;

import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.organization.Organizations;

import com.fasterxml.jackson.annotation.JsonInclude;

/** What stands out, over JSON. */
@Path("/api/inspections/patterns")
@RolesAllowed({ Actor.AUDITOR, Actor.OFFICER })
@Produces(MediaType.APPLICATION_JSON)
class PatternResource {

    private final Patterns patterns;
    private final Organizations organizations;
    private final CurrentActor actor;

    PatternResource(Patterns patterns, Organizations organizations, CurrentActor actor) {
        this.patterns = patterns;
        this.organizations = organizations;
        this.actor = actor;
    }

    /** @param pattern left out: all of them */
    @GET
    public Answer list(@QueryParam("organization") @NotBlank String organization,
            @QueryParam("quarter") @NotBlank String quarter, @QueryParam("pattern") Pattern pattern) {
        List<Pattern> asked = pattern == null ? List.of(Pattern.values()) : List.of(pattern);
        return new Answer(organization, quarter,
                patterns.of(organizations.byCode(organization.strip()), quarter(quarter), asked, actor.memberId()).stream()
                        .map(QuestionView::of).toList());
    }

    /** Somebody looked at it. The question is open again when more of it comes. */
    @POST
    @Path("/looks")
    public void look(@NotNull @Valid Look look) {
        patterns.look(organizations.byCode(look.organization.strip()), quarter(look.quarter), look.pattern, look.subject,
                look.measured, look.note, actor.memberId());
    }

    private static Period quarter(String key) {
        return Period.parse(key).filter(Period::isQuarter).orElseThrow(() -> new Problem(CommonProblem.INVALID).with("errors",
                List.of(new FieldProblem("quarter", "malformed"))));
    }

    record Look(@NotBlank String organization, @NotBlank String quarter, @NotNull Pattern pattern, @NotBlank String subject,
            Long measured, String note) {
    }

    record Answer(String organization, String quarter, List<QuestionView> questions) {
    }

    /**
     * @param measured what is compared with the threshold: records, people, days or minutes, as the pattern has it
     * @param whole what it is a part of, absent where it is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QuestionView(Pattern pattern, String threshold, String subject, List<String> people, String place, long measured,
            Long whole, long minutes, List<String> records, boolean open, boolean own, List<LookView> looks) {

        static QuestionView of(Patterns.Question question) {
            Observation seen = question.seen();
            return new QuestionView(question.pattern(), question.pattern().threshold(), seen.subject(),
                    seen.people().stream().map(Ids::text).toList(), seen.placeId() == null ? null : Ids.text(seen.placeId()),
                    seen.measured(), seen.whole() == 0 ? null : seen.whole(), seen.minutes(),
                    seen.recordIds().stream().map(Ids::text).toList(), question.isOpen(), question.own(),
                    question.looks().stream().map(look -> new LookView(look.measured, look.note, look.lookedAt)).toList());
        }
    }

    record LookView(long measured, String note, Instant at) {
    }
}
