package org.shuangbaodao.process;

import java.io.IOException;
import java.io.Reader;
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
import java.util.Properties;
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
    private final Map<String, String> tokens = new HashMap<>();

    private ServiceProcess(Path dataFolder, int port, Process process) {
        this.dataFolder = dataFolder;
        this.port = port;
        this.process = process;
    }

    /** With the embedded database below {@code dataFolder}, and the demo in it. */
    static ServiceProcess start(Path dataFolder) throws IOException, InterruptedException {
        return start(dataFolder, Map.of());
    }

    /** The same with further settings. */
    public static ServiceProcess start(Path dataFolder, Map<String, String> settings) throws IOException, InterruptedException {
        Map<String, String> all = new HashMap<>(Map.of("APP_DEMO", "true", "APP_DEMO_PASSWORD", PASSWORD));
        all.putAll(settings);
        return launch(dataFolder, all);
    }

    /** The same with the log of production. */
    static ServiceProcess startLoggingJson(Path dataFolder) throws IOException, InterruptedException {
        return launch(dataFolder, Map.of("APP_DEMO", "true", "APP_DEMO_PASSWORD", PASSWORD,
                "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true"));
    }

    /** A second replica on the first one's database and keys. */
    static ServiceProcess beside(ServiceProcess first) throws IOException, InterruptedException {
        Properties accounts = new Properties();
        try (Reader reader = Files.newBufferedReader(first.dataFolder.resolve("accounts.properties"))) {
            accounts.load(reader);
        }
        String url = "jdbc:mysql://127.0.0.1:" + Files.readString(first.dataFolder.resolve("server.port")) + "/app";
        return launch(first.dataFolder.resolveSibling("second"), Map.of("QUARKUS_DATASOURCE_JDBC_URL", url,
                "QUARKUS_DATASOURCE_USERNAME", "service", "QUARKUS_DATASOURCE_PASSWORD", accounts.getProperty("service"),
                "QUARKUS_FLYWAY_USERNAME", "migration", "QUARKUS_FLYWAY_PASSWORD", accounts.getProperty("migration"),
                "APP_KEYS_FOLDER", first.dataFolder.resolve("keys").toString()));
    }

    private static ServiceProcess launch(Path dataFolder, Map<String, String> settings)
            throws IOException, InterruptedException {
        int port = freePort();
        Files.createDirectories(dataFolder);
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m", "-jar", System.getProperty("app.package")).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(dataFolder.resolve("service.log").toFile()));
        builder.environment().putAll(settings);
        builder.environment().put("APP_DATA_FOLDER", dataFolder.toString());
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        ServiceProcess service = new ServiceProcess(dataFolder, port, builder.start());
        service.awaitReady();
        return service;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        for (int i = 0; i < 1200; i++) {
            if (!process.isAlive()) {
                throw new IOException("The service ended: " + Files.readString(dataFolder.resolve("service.log")));
            }
            try {
                if (send("GET", "/q/health/ready", null, Map.of()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // Nobody listens yet.
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IOException("The service did not get ready, see " + dataFolder.resolve("service.log"));
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

    HttpResponse<String> send(String method, String path, Object body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60)).method(method, body == null ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (body != null) {
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
            return new Answer(0, null);
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

    /** kill -9, of the service and of its database: what a power cut leaves. */
    void crash() throws IOException, InterruptedException {
        long database = Long.parseLong(Files.readString(dataFolder.resolve("server.pid")).strip());
        process.destroyForcibly();
        ProcessHandle.of(database).ifPresent(ProcessHandle::destroyForcibly);
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(60, TimeUnit.SECONDS).exceptionally(late -> process.destroyForcibly()).join();
    }

    /** Status 0 where no answer came. */
    public record Answer(int status, JsonNode body) {

        static Answer of(HttpResponse<String> response) throws IOException {
            boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(response.statusCode(), json ? JSON.readTree(response.body()) : null);
        }

        public String text(String field) {
            return body.path(field).asText();
        }
    }
}
