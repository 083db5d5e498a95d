package org.shuangbaodao.identity;

import java.time.Duration;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;

import org.shuangbaodao.web.Viewer;

import io.vertx.core.http.HttpServerRequest;

/** The two cookies of a session; neither can be read by a script. */
final class Cookies {

    /** The page token; goes along when somebody follows a link from elsewhere, never with a form from elsewhere. */
    static final String PAGE = Viewer.SESSION_COOKIE;
    static final String REFRESH = "refresh";
    private static final String REFRESH_PATH = "/api/session";

    private Cookies() {
    }

    static NewCookie page(String token, HttpServerRequest request) {
        return cookie(PAGE, token, "/", SameSite.LAX, Sessions.LONGEST, request);
    }

    static NewCookie noPage(HttpServerRequest request) {
        return cookie(PAGE, "", "/", SameSite.LAX, Duration.ZERO, request);
    }

    static NewCookie refresh(String token, HttpServerRequest request) {
        return cookie(REFRESH, token, REFRESH_PATH, SameSite.STRICT, Sessions.LONGEST, request);
    }

    static NewCookie noRefresh(HttpServerRequest request) {
        return cookie(REFRESH, "", REFRESH_PATH, SameSite.STRICT, Duration.ZERO, request);
    }

    /** Secure where the reader came by https; a forwarded scheme counts only where a proxy is configured. */
    private static NewCookie cookie(String name, String value, String path, SameSite sameSite, Duration lasts,
            HttpServerRequest request) {
        return new NewCookie.Builder(name).value(value).path(path).httpOnly(true).sameSite(sameSite)
                .maxAge((int) lasts.toSeconds()).secure(request.isSSL()).build();
    }
}
