package org.shuangbaodao.web;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What may be kept of an answer: of people who are logged in nothing, of public pages what their endpoint says. */
class CacheRules {

    // Where the CSRF extension notes that it is going to set its cookie.
    private static final String TOKEN_COOKIE = "true";
    private static final int BEFORE_THE_TOKEN_COOKIE = Priorities.USER + 100;

    private final Viewer viewer;

    CacheRules(Viewer viewer) {
        this.viewer = viewer;
    }

    @ServerResponseFilter
    void keepOutOfCaches(ContainerResponseContext response) {
        MediaType type = response.getMediaType();
        boolean page = type != null && type.isCompatible(MediaType.TEXT_HTML_TYPE);
        // Error pages say so themselves, and come from threads on which nobody can be asked who the reader is.
        boolean kept = !"no-store".equals(response.getHeaderString(HttpHeaders.CACHE_CONTROL));
        if (page && kept && viewer.isLoggedIn()) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        } else if (!page && !response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        response.getHeaders().add(HttpHeaders.VARY, "Cookie, Accept-Language");
    }

    /** A public page without a form is the same for everybody, and stays so: no token, no cookie. */
    @ServerResponseFilter(priority = BEFORE_THE_TOKEN_COOKIE)
    void setTokenCookieOnlyForForms(ContainerRequestContext request, ContainerResponseContext response,
            RoutingContext context) {
        boolean drawn = !(response.getEntity() instanceof TemplateInstance);
        if (request.getMethod().equals("GET") && drawn && !Viewer.usedToken(context)) {
            context.remove(TOKEN_COOKIE);
        }
    }
}
