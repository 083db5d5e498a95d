package org.shuangbaodao.identity;

import io.vertx.core.http.HttpServerRequest;

/** Somebody has logged in with a browser; whoever has something to give it does so before the answer goes out. */
public record LoggedInByPage(long memberId, HttpServerRequest request) {
}
