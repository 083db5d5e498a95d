package org.shuangbaodao.process;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The packaged service in a process of its own, as an operator starts it. */
public final class ServiceProcess implements AutoCloseable {

    public static final String PASSWORD = "a-long-demo-passphrase";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path dataFolder;
    private final int port;
    private final Process process;
    private final TestDatabase database;
    private final boolean owner;
    private final Map<String, String> tokens = new HashMap<>();

    private ServiceProcess(Path dataFolder, int port, Process process, TestDatabase database, boolean owner) {
        this.dataFolder = dataFolder;
        this.port = port;
        this.process = process;
        this.database = database;
        this.owner = owner;
    }

    /** With a database of its own and the demo in it: the embedded one below {@code dataFolder}, or a schema on MySQL. */
    static ServiceProcess start(Path dataFolder) throws IOException, InterruptedException {
        return start(dataFolder, Map.of());
    }

    /** The same with further settings. */
    public static ServiceProcess start(Path dataFolder, Map<String, String> settings) throws IOException, InterruptedException {
        return start(dataFolder, TestDatabase.below(dataFolder), settings);
    }

    private static ServiceProcess start(Path dataFolder, TestDatabase database, Map<String, String> settings)
            throws IOException, InterruptedException {
        Map<String, String> all = new HashMap<>(database.ownersSettings());
        all.put("APP_DEMO", "true");
        all.put("APP_DEMO_PASSWORD", PASSWORD);
        all.putAll(settings);
        return launch(dataFolder, all, database, true).ready();
    }

    /** The same with the log of production. */
    static ServiceProcess startLoggingJson(Path dataFolder) throws IOException, InterruptedException {
        return start(dataFolder, Map.of("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true"));
    }

    /** A second replica on the first one's database and keys. */
    static ServiceProcess beside(ServiceProcess first) throws IOException, InterruptedException {
        return beside(first, first.database.port(), Map.of()).ready();
    }

    /** The same, its database behind another port; not waited for. */
    static ServiceProcess beside(ServiceProcess first, int databasePort, Map<String, String> more)
            throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>(first.database.settings(databasePort));
        settings.put("APP_KEYS_FOLDER", first.dataFolder.resolve("keys").toString());
        settings.putAll(more);
        return launch(Files.createTempDirectory(first.dataFolder.getParent(), "beside"), settings, first.database, false);
    }

    /** After a crash: the same service on the same data. */
    ServiceProcess again() throws IOException, InterruptedException {
        return start(dataFolder, database, Map.of());
    }

    private static ServiceProcess launch(Path dataFolder, Map<String, String> settings, TestDatabase database, boolean owner)
            throws IOException {
        int port = freePort();
        Files.createDirectories(dataFolder);
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m", "-jar", System.getProperty("app.package")).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(dataFolder.resolve("service.log").toFile()));
        // Quarters that go in notice by themselves would move what these tests count.
        builder.environment().put("APP_NOTICES_LOOK_EVERY", "off");
        builder.environment().putAll(settings);
        builder.environment().put("APP_DATA_FOLDER", dataFolder.toString());
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        return new ServiceProcess(dataFolder, port, builder.start(), database, owner);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Waits until it says so itself. */
    ServiceProcess ready() throws IOException, InterruptedException {
        for (int i = 0; i < 3000; i++) {
            if (!process.isAlive()) {
                throw new IOException("The service ended: " + log());
            }
            if (status("/q/health/ready") == 200) {
                return this;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        // Nobody holds it yet who could end it.
        process.destroyForcibly();
        throw new IOException("The service did not get ready: " + log());
    }

    TestDatabase database() {
        return database;
    }

    public int port() {
        return port;
    }

    public Path dataFolder() {
        return dataFolder;
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** What it wrote, of all its lives in this folder. */
    String log() throws IOException {
        return Files.readString(dataFolder.resolve("service.log"));
    }

    /** What the embedded server wrote. */
    String databaseLog() throws IOException {
        return Files.readString(dataFolder.resolve("server.log"));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Of a GET by a visitor; 0 where no answer came. */
    int status(String path) throws InterruptedException {
        try {
            return send("GET", path, null, Map.of()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    HttpResponse<String> send(String method, String path, Object body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60)).method(method, body == null ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers
                                .ofString(body instanceof String text ? text : JSON.writeValueAsString(body)));
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** A request in the name of one of the demo's logins. */
    public Answer as(String login, String method, String path, Object body, Map<String, String> headers) {
        try {
            Map<String, String> all = new HashMap<>(headers);
            all.put("Authorization", "Bearer " + token(login));
            HttpResponse<String> answer = send(method, path, body, all);
            if (answer.statusCode() == 401) {
                // Access tokens are short-lived, a slow machine's test is not.
                forget(login);
                all.put("Authorization", "Bearer " + token(login));
                answer = send(method, path, body, all);
            }
            return Answer.of(answer);
        } catch (IOException e) {
            return Answer.NONE;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public Answer as(String login, String method, String path, Object body) {
        return as(login, method, path, body, Map.of());
    }

    private synchronized void forget(String login) {
        tokens.remove(login);
    }

    public synchronized String token(String login) throws IOException, InterruptedException {
        if (!tokens.containsKey(login)) {
            HttpResponse<String> session = send("POST", "/api/session", Map.of("login", login, "password", PASSWORD),
                    Map.of());
            if (session.statusCode() != 200) {
                throw new IllegalStateException(login + " cannot log in: " + session.statusCode() + " " + session.body());
            }
            tokens.put(login, JSON.readTree(session.body()).get("accessToken").asText());
        }
        return tokens.get(login);
    }

    /** As it happens by itself sooner or later. */
    void collectGarbage() throws IOException, InterruptedException {
        new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), String.valueOf(process.pid()),
                "GC.run").redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }

    /** kill -9, of the service and, where somebody starts it again, of its database: what a power cut leaves. */
    void crash() throws Exception {
        process.destroyForcibly();
        process.waitFor();
        if (database.comesBack()) {
            database.kill();
        }
    }

    /** kill -9 of the service alone. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** SIGTERM; not waited for. */
    void terminate() {
        process.destroy();
    }

    /** @return the exit code, or empty if it is still there after {@code limit} */
    OptionalInt awaitExit(Duration limit) throws InterruptedException {
        return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) ? OptionalInt.of(process.exitValue())
                : OptionalInt.empty();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(60, TimeUnit.SECONDS).exceptionally(late -> process.destroyForcibly()).join();
        if (owner) {
            database.close();
        }
    }

    /**
     * @param status 0 where no answer came
     * @param retryAfter null where none was given
     */
    public record Answer(int status, JsonNode body, String retryAfter) {

        static final Answer NONE = new Answer(0, null, null);

        static Answer of(HttpResponse<String> response) throws IOException {
            boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(response.statusCode(), json ? JSON.readTree(response.body()) : null,
                    response.headers().firstValue("Retry-After").orElse(null));
        }

        public String text(String field) {
            return body.path(field).asText();
        }
    }
}
