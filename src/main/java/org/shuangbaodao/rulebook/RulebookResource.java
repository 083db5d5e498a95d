package org.shuangbaodao.rulebook;

import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.rulebook.RulesView.Standing;
import org.shuangbaodao.rulebook.RulesView.VersionView;

/** The rules for programs. Points are hundredths of a point, times are minutes. */
@Path("/api/rules")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class RulebookResource {

    private final Rulebooks rulebooks;
    private final BusinessTime time;

    RulebookResource(Rulebooks rulebooks, BusinessTime time) {
        this.rulebooks = rulebooks;
        this.time = time;
    }

    @GET
    public Answer inForce() {
        LocalDate today = time.today();
        Rulebook inForce = rulebooks.on(today);
        return new Answer(inForce,
                rulebooks.all().stream().map(each -> Version.of(VersionView.of(each, inForce, today))).toList());
    }

    @GET
    @Path("{version}")
    public Rulebook version(@PathParam("version") String version) {
        return rulebooks.numbered(version);
    }

    /** @param versions the newest first */
    record Answer(Rulebook inForce, List<Version> versions) {
    }

    record Version(int version, LocalDate effectiveFrom, Rulebook.Document document, Standing standing) {

        static Version of(VersionView view) {
            return new Version(view.version(), view.from(), new Rulebook.Document(view.title(), view.number()),
                    view.standing());
        }
    }
}
