package org.shuangbaodao.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The second step of post/redirect/get. */
public final class Redirect {

    private Redirect() {
    }

    /** The address stays relative: behind a proxy the service does not know how readers call it. */
    public static Response to(String path) {
        return Response.status(Response.Status.SEE_OTHER).header(HttpHeaders.LOCATION, localOr(path, "/")).build();
    }

    /** An address that came from outside, where it leads to a page of this service; otherwise the other one. */
    public static String localOr(String path, String otherwise) {
        boolean local = path != null && path.startsWith("/") && !path.startsWith("//")
                && path.chars().allMatch(c -> c > 0x20 && c < 0x7f && c != '\\');
        return local ? path : otherwise;
    }
}
