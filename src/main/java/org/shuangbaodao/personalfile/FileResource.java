package org.shuangbaodao.personalfile;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.CurrentActor;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/me/file")
@Tag(name = "me")
@Produces(MediaType.APPLICATION_JSON)
class FileResource {

    private final PersonalFiles files;
    private final CurrentActor actor;

    FileResource(PersonalFiles files, CurrentActor actor) {
        this.files = files;
        this.actor = actor;
    }

    @GET
    @RolesAllowed(Actor.MEMBER)
    @Operation(summary = "My file: personal information, service, training, commendation, evaluation")
    public PersonalFile mine() {
        return files.of(actor.memberId());
    }
}
