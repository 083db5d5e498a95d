package org.shuangbaodao.rulebook;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.shuangbaodao.kernel.BusinessTime;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The rules in force, which everybody may read. */
@Path("/rules")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class RulebookPages {

    private final Rulebooks rulebooks;
    private final BusinessTime time;

    RulebookPages(Rulebooks rulebooks, BusinessTime time) {
        this.rulebooks = rulebooks;
        this.time = time;
    }

    @GET
    public TemplateInstance rules() {
        return Templates.rules(WorkedExamples.of(rulebooks.on(time.today()), time.today()));
    }

    @CheckedTemplate(basePath = "rulebook")
    static class Templates {

        static native TemplateInstance rules(WorkedExamples examples);
    }
}
