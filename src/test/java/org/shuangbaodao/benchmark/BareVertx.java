package org.shuangbaodao.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;

/**
 * The reference for pages: a Vert.x server that does nothing but send the same headers and bytes. Arguments: port, file with
 * the
 * headers (a name and a value a line), file with the body.
 */
final class BareVertx {

    private BareVertx() {
    }

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        List<String[]> headers = Files.readAllLines(Path.of(arguments[1])).stream().map(line -> line.split(": ", 2)).toList();
        Buffer body = Buffer.buffer(Files.readAllBytes(Path.of(arguments[2])));
        Vertx vertx = Vertx.vertx();
        for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
            HttpServer server = vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(port));
            server.requestHandler(request -> {
                headers.forEach(header -> request.response().headers().add(header[0], header[1]));
                request.response().end(body);
            }).listen().toCompletionStage().toCompletableFuture().get();
        }
    }
}
