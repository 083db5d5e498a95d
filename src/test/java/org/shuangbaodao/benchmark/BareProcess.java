package org.shuangbaodao.benchmark;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A Java program beside ours, with the same JDK and the same heap. */
final class BareProcess implements AutoCloseable {

    /** What every answer gets from its server anyway. */
    private static final Set<String> THE_SERVERS_OWN = Set.of("content-length", "connection", "transfer-encoding");

    private final Process process;
    private final int port;

    private BareProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    int port() {
        return port;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** A Vert.x server that sends what this answer holds. */
    static BareProcess vertx(Path folder, Wire.Answer like) throws IOException, InterruptedException {
        int port = freePort();
        List<String> headers = new ArrayList<>();
        like.headers().forEach((name, value) -> {
            if (!THE_SERVERS_OWN.contains(name)) {
                headers.add(name + ": " + value);
            }
        });
        Path headerFile = Files.write(folder.resolve("headers.txt"), headers);
        Path bodyFile = Files.write(folder.resolve("body.bin"), like.body());
        return launch(folder, port, List.of("-cp", System.getProperty("java.class.path"), BareVertx.class.getName(),
                String.valueOf(port), headerFile.toString(), bodyFile.toString()), Map.of(), "/");
    }

    /** A packaged Quarkus application that answers {@code ready}. */
    static BareProcess quarkus(Path folder, Path jar, String ready) throws IOException, InterruptedException {
        int port = freePort();
        return launch(folder, port, List.of("-jar", jar.toString()), Map.of("QUARKUS_HTTP_PORT", String.valueOf(port)), ready);
    }

    private static BareProcess launch(Path folder, int port, List<String> arguments, Map<String, String> settings, String ready)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve("bare.log").toFile());
        builder.environment().putAll(settings);
        BareProcess bare = new BareProcess(builder.start(), port);
        for (int i = 0; i < 600; i++) {
            try (Wire wire = new Wire(port)) {
                if (wire.exchange(Wire.get(ready)).status() == 200) {
                    return bare;
                }
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
        bare.close();
        throw new IOException("The reference did not start, see " + folder.resolve("bare.log"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).exceptionally(late -> process.destroyForcibly()).join();
    }
}
