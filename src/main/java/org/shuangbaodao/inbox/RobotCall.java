package org.shuangbaodao.inbox;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;

/**
 * One POST to a robot. Connects to the address that was judged, follows no redirect, waits no longer than a few seconds and
 * reads no more than a few kilobytes, whatever stands at the other end.
 */
@ApplicationScoped
class RobotCall {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final int LONGEST_ANSWER = 8 * 1024;

    private final HttpClient client;

    RobotCall(Vertx vertx) {
        this.client = vertx.createHttpClient(new HttpClientOptions().setKeepAlive(false)
                .setConnectTimeout((int) TO_CONNECT.toMillis()));
    }

    /** What the robot said. */
    record Answer(int status, String body) {
    }

    Answer post(TargetGuard.Target target, String query, String json) throws Undelivered {
        RequestOptions options = new RequestOptions().setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(target.server())).setHost(target.uri().getHost())
                .setPort(target.server().getPort()).setSsl(target.isHttps())
                .setURI(path(target, query)).setTimeout(PATIENCE.toMillis())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8");
        HttpClientRequest request = await(client.request(options));
        try {
            // Listened for before it is asked for: an answer that is there at once is read where it arrives, and not too late.
            Future<Answer> answer = request.response().compose(RobotCall::read);
            request.send(Buffer.buffer(json));
            return await(answer);
        } finally {
            // Of no effect where the answer is complete; otherwise nobody waits for the rest of it.
            request.reset();
        }
    }

    private static String path(TargetGuard.Target target, String query) {
        String path = target.uri().getRawPath().isEmpty() ? "/" : target.uri().getRawPath();
        String own = target.uri().getRawQuery();
        return path + "?" + (own == null || own.isEmpty() ? "" : own + "&") + query;
    }

    private static Future<Answer> read(HttpClientResponse response) {
        Promise<Answer> answer = Promise.promise();
        Buffer body = Buffer.buffer();
        response.handler(chunk -> {
            body.appendBuffer(chunk);
            if (body.length() > LONGEST_ANSWER) {
                answer.tryFail("Too long an answer");
            }
        });
        response.exceptionHandler(answer::tryFail);
        response.endHandler(end -> answer.tryComplete(new Answer(response.statusCode(), body.toString())));
        return answer.future();
    }

    private static <T> T await(Future<T> future) throws Undelivered {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new Undelivered(Failure.AWAY, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Undelivered(Failure.AWAY, e);
        }
    }
}
