package org.shuangbaodao.display;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.identity.LoggedInByPage;
import org.shuangbaodao.web.ReaderChoices;

import io.vertx.core.http.HttpServerRequest;

/** Keeps what people prefer and brings it to the browsers they log in with. */
@ApplicationScoped
class Preferences {

    private final AuditTrail audit;

    Preferences(AuditTrail audit) {
        this.audit = audit;
    }

    Optional<DisplayPreference> of(long memberId) {
        return DisplayPreference.findByIdOptional(memberId);
    }

    /** @param choices null in each for what the device decides */
    @Transactional
    @Retried
    void keep(long memberId, Choices choices) {
        DisplayPreference kept = of(memberId).orElseGet(() -> new DisplayPreference(memberId));
        kept.language = choices.language;
        kept.theme = choices.theme;
        kept.textSize = choices.text;
        kept.persist();
        audit.done(memberId, Audited.of("display-choose", "member", memberId));
    }

    void bring(@Observes LoggedInByPage login) {
        of(login.memberId()).ifPresent(kept -> bring(new Choices(kept.language, kept.theme, kept.textSize), login.request()));
    }

    void bring(Choices choices, HttpServerRequest request) {
        ReaderChoices.set(request, choices.language, choices.theme, choices.text);
    }

    /** @param text size of it */
    record Choices(String language, String theme, String text) {
    }
}
