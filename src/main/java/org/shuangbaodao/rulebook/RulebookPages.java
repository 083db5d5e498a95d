package org.shuangbaodao.rulebook;

import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.rulebook.RulesView.VersionView;
import org.shuangbaodao.web.CurrentLocale;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The rules in force and every other version, which everybody may read. */
@Path("/rules")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class RulebookPages {

    private final Rulebooks rulebooks;
    private final RuleDrafts drafts;
    private final CurrentLocale locale;
    private final CurrentActor actors;
    private final BusinessTime time;

    RulebookPages(Rulebooks rulebooks, RuleDrafts drafts, CurrentLocale locale, CurrentActor actors, BusinessTime time) {
        this.rulebooks = rulebooks;
        this.drafts = drafts;
        this.locale = locale;
        this.actors = actors;
        this.time = time;
    }

    @GET
    public TemplateInstance rules() {
        return page(rulebooks.on(time.today()));
    }

    @GET
    @Path("{version}")
    public TemplateInstance version(@PathParam("version") String version) {
        return page(rulebooks.numbered(version));
    }

    private TemplateInstance page(Rulebook rules) {
        LocalDate today = time.today();
        Rulebook inForce = rulebooks.on(today);
        List<VersionView> versions = rulebooks.all().stream().map(each -> VersionView.of(each, inForce, today)).toList();
        Actor actor = actors.get();
        return Templates.rules(new PageView(RulesView.of(rules, locale.tag()), WorkedExamples.of(rules, today, locale.tag()),
                VersionView.of(rules, inForce, today), versions,
                actor.has(Actor.OFFICER) && drafts.mayDraft(actor.memberId())));
    }

    /** @param mayDraft whether the reader may work on the next version */
    record PageView(RulesView rules, WorkedExamples examples, VersionView self, List<VersionView> versions,
            boolean mayDraft) {
    }

    @CheckedTemplate(basePath = "rulebook")
    static class Templates {

        static native TemplateInstance rules(PageView view);
    }
}
