package org.shuangbaodao.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RobotCallTest {

    private final Vertx vertx = Vertx.vertx();
    private HttpServer robot;

    @BeforeEach
    void aRobot() throws IOException {
        robot = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        robot.createContext("/", RobotCallTest::answer);
        robot.start();
    }

    @AfterEach
    void goes() {
        robot.stop(0);
        vertx.close();
    }

    /** One that is lost is sent again, and the group reads the same twice. */
    @Test
    void anAnswerThatIsThereAtOnceIsRead() throws Undelivered {
        RobotCall call = new RobotCall(stalledAfterSending(vertx));
        TargetGuard.Target target = new TargetGuard.Target(URI.create("http://localhost/robot"), robot.getAddress());

        assertThat(call.post(target, "n=1", "{}")).isEqualTo(new RobotCall.Answer(200, "{\"errcode\":0}"));
    }

    // Whoever sends is held up until the whole answer has come in.
    private static Vertx stalledAfterSending(Vertx vertx) {
        return around(Vertx.class, vertx, made -> made instanceof HttpClient client
                ? around(HttpClient.class, client, RobotCallTest::stalled)
                : made);
    }

    private static Object stalled(Object made) {
        return made instanceof Future<?> future
                ? future.map(request -> around(HttpClientRequest.class, (HttpClientRequest) request, result -> {
                    LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
                    return result;
                }))
                : made;
    }

    private static <T> T around(Class<T> type, T real, UnaryOperator<Object> result) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
                (proxy, method, arguments) -> result.apply(method.invoke(real, arguments))));
    }

    private static void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] said = "{\"errcode\":0}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, said.length);
        exchange.getResponseBody().write(said);
        exchange.close();
    }
}
