package org.shuangbaodao.identity;

import java.util.ArrayList;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Problem;

import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/session")
@Tag(name = "session")
@Produces(MediaType.APPLICATION_JSON)
class SessionResource {

    /** What to log in with. */
    record Credentials(String login, String password) {
    }

    /**
     * To be sent as {@code Authorization: Bearer}.
     *
     * @param expiresIn seconds
     */
    record Access(String accessToken, long expiresIn) {
    }

    private final Logins logins;
    private final Sessions sessions;
    private final CurrentActor actor;

    SessionResource(Logins logins, Sessions sessions, CurrentActor actor) {
        this.logins = logins;
        this.sessions = sessions;
        this.actor = actor;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Log in; sets the refresh cookie")
    public Response logIn(Credentials credentials, @Context HttpServerRequest request) {
        List<FieldProblem> missing = new ArrayList<>();
        if (credentials == null || credentials.login() == null) {
            missing.add(new FieldProblem("login", "required"));
        }
        if (credentials == null || credentials.password() == null) {
            missing.add(new FieldProblem("password", "required"));
        }
        if (!missing.isEmpty()) {
            throw new Problem(CommonProblem.INVALID).with("errors", missing);
        }
        return access(logins.logIn(credentials.login(), credentials.password(), request.remoteAddress().hostAddress(),
                Channel.API), request);
    }

    @POST
    @Path("/refresh")
    @PermitAll
    @Operation(summary = "Exchange the refresh cookie for a new access token and a new cookie")
    public Response refresh(@CookieParam(Cookies.REFRESH) String refreshToken, @Context HttpServerRequest request) {
        return access(sessions.renew(refreshToken).orElseThrow(() -> new Problem(IdentityProblem.SESSION_OVER)), request);
    }

    @DELETE
    @Authenticated
    @Operation(summary = "Log out; acts at once")
    public Response logOut(@Context HttpServerRequest request) {
        sessions.end(actor.get().sessionId());
        return Response.noContent().cookie(Cookies.noRefresh(request)).build();
    }

    private static Response access(Sessions.Opened opened, HttpServerRequest request) {
        return Response.ok(new Access(opened.token(), Tokens.ACCESS_LASTS.toSeconds()))
                .cookie(Cookies.refresh(opened.refreshToken(), request))
                .header("Cache-Control", "no-store").build();
    }
}
