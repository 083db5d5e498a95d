package org.shuangbaodao.identity;

/**
 * Where a session lives. A token says which, and is good nowhere else: a cookie a browser sends by itself can do nothing under
 * {@code /api}.
 */
public enum Channel {

    /** HttpOnly cookie; the token lasts as long as its session may. */
    PAGE("page"),
    /** {@code Authorization} header; the token is short and renewed by the refresh cookie. */
    API("access");

    private final String tokenType;

    Channel(String tokenType) {
        this.tokenType = tokenType;
    }

    String tokenType() {
        return tokenType;
    }

    static Channel of(String path) {
        return path.equals("/api") || path.startsWith("/api/") ? API : PAGE;
    }
}
