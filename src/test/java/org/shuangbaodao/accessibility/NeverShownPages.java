package org.shuangbaodao.accessibility;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateInstance;

/** Pages that this installation never shows because of how it is set up. */
@Path("/trial/never-shown")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class NeverShownPages {

    private final Engine engine;

    NeverShownPages(Engine engine) {
        this.engine = engine;
    }

    /** Where an operator has switched the boards off. */
    @GET
    @Path("closed")
    public TemplateInstance closed(@QueryParam("members") boolean membersOnly) {
        return engine.getTemplate("board/closed").data("membersOnly", membersOnly);
    }
}
