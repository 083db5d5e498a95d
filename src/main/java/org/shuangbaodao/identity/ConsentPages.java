package org.shuangbaodao.identity;

import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Consent;
import org.shuangbaodao.member.ConsentEvent;
import org.shuangbaodao.member.ConsentPurpose;
import org.shuangbaodao.member.Consents;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;

/** What a member agreed to, when, and the buttons to change it. */
@Path("/me/consents")
@RolesAllowed(Actor.MEMBER)
@Produces(MediaType.TEXT_HTML)
class ConsentPages {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BusinessTime.ZONE);

    /** @param decidedAt empty for a purpose never asked about */
    record Word(ConsentPurpose purpose, boolean given, int textVersion, String decidedAt, boolean recording) {

        static Word of(ConsentPurpose purpose, Consent consent) {
            boolean recording = purpose == ConsentPurpose.RECORDING;
            return consent == null ? new Word(purpose, false, 0, "", recording)
                    : new Word(purpose, consent.given, consent.textVersion, MINUTE.format(consent.decidedAt), recording);
        }
    }

    record Event(String decidedAt, ConsentPurpose purpose, boolean given, int textVersion, ConsentEvent.Channel channel) {

        static Event of(ConsentEvent event) {
            return new Event(MINUTE.format(event.decidedAt), event.purpose, event.given, event.textVersion, event.channel);
        }
    }

    private final Consents consents;
    private final CurrentActor actor;
    private final Flash flash;

    ConsentPages(Consents consents, CurrentActor actor, Flash flash) {
        this.consents = consents;
        this.actor = actor;
        this.flash = flash;
    }

    @GET
    public TemplateInstance list() {
        Map<ConsentPurpose, Consent> latest = consents.of(actor.memberId());
        List<Word> words = Arrays.stream(ConsentPurpose.values()).map(purpose -> Word.of(purpose, latest.get(purpose)))
                .toList();
        List<Event> history = consents.historyOf(actor.memberId()).stream().map(Event::of).toList();
        return Templates.consents(words, history, Consents.TEXT_VERSION);
    }

    /** Withdrawing this one stops everything, so its consequences come before its button. */
    @GET
    @Path("recording")
    public TemplateInstance recording() {
        return Templates.recording();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(@RestForm String purpose, @RestForm String given) {
        ConsentPurpose named = Arrays.stream(ConsentPurpose.values()).filter(each -> each.name().equals(purpose)).findFirst()
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        boolean gives = "yes".equals(given);
        consents.decide(actor.memberId(), Map.of(named, gives), actor.memberId(), ConsentEvent.Channel.PAGE);
        flash.success(gives ? "identity:consent_given_done" : "identity:consent_withdrawn_done");
        return Redirect.to("/me/consents");
    }

    @CheckedTemplate(basePath = "identity")
    static class Templates {

        static native TemplateInstance consents(List<Word> words, List<Event> history, int textVersion);

        static native TemplateInstance recording();
    }
}
