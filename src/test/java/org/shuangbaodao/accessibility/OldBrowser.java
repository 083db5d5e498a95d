package org.shuangbaodao.accessibility;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A browser too old for today's tools, spoken to in the few commands of the DevTools protocol that have not changed since. One
 * page, as wide as a small phone.
 */
class OldBrowser implements AutoCloseable {

    private static final int WIDTH = 360;
    private static final int HEIGHT = 740;
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://127\\.0\\.0\\.1:(\\d+)/");
    private static final ObjectMapper JSON = new ObjectMapper();
    // An offer of HTTP/2 is answered with nothing.
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final List<String> errors = new ArrayList<>();
    private int sent;

    private OldBrowser(Process process, String address) {
        this.process = process;
        this.socket = HTTP.newWebSocketBuilder().buildAsync(URI.create(address), new Ear()).join();
    }

    static OldBrowser open(Path program, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path log = folder.resolve("browser.log");
        Process process = new ProcessBuilder(program.toString(), "--headless", "--no-sandbox", "--disable-gpu",
                "--disable-background-networking", "--hide-scrollbars", "--remote-debugging-port=0",
                "--user-data-dir=" + folder.toAbsolutePath(), "about:blank").redirectErrorStream(true)
                .redirectOutput(log.toFile()).start();
        try {
            OldBrowser browser = new OldBrowser(process, page(port(process, log)));
            browser.command("Page.enable", Map.of());
            browser.command("Runtime.enable", Map.of());
            browser.command("Network.enable", Map.of());
            browser.command("Emulation.setDeviceMetricsOverride",
                    Map.of("width", WIDTH, "height", HEIGHT, "deviceScaleFactor", 2, "mobile", true));
            return browser;
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    // The only one there is, as soon as it is there.
    private static String page(int port) throws IOException, InterruptedException {
        HttpRequest list = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list")).build();
        for (int i = 0; i < 300; i++) {
            JsonNode pages = JSON.readTree(HTTP.send(list, HttpResponse.BodyHandlers.ofString()).body());
            if (!pages.isEmpty()) {
                return pages.get(0).get("webSocketDebuggerUrl").asText();
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IOException("The browser opens no page");
    }

    private static int port(Process process, Path log) throws IOException, InterruptedException {
        for (int i = 0; i < 300 && process.isAlive(); i++) {
            Matcher line = LISTENING.matcher(Files.readString(log));
            if (line.find()) {
                return Integer.parseInt(line.group(1));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IOException("The browser does not run: " + Files.readString(log));
    }

    /** Until it is loaded. */
    void open(String address) throws IOException, InterruptedException {
        errors.clear();
        command("Page.navigate", Map.of("url", address));
        await("Page.loadEventFired");
    }

    /** Something that leads to another page. */
    void leaveBy(String script) throws IOException, InterruptedException {
        command("Runtime.evaluate", Map.of("expression", script));
        await("Page.loadEventFired");
    }

    /** What a script comes to. */
    JsonNode ask(String script) throws IOException, InterruptedException {
        return command("Runtime.evaluate", Map.of("expression", script, "returnByValue", true)).path("result").path("value");
    }

    /** Of scripts of the page that is open. */
    List<String> errors() {
        return errors;
    }

    /** Of the whole page, however long. */
    void picture(Path file) throws IOException, InterruptedException {
        int height = Math.min(ask("document.documentElement.scrollHeight").asInt(), 6000);
        command("Emulation.setDeviceMetricsOverride",
                Map.of("width", WIDTH, "height", height, "deviceScaleFactor", 1, "mobile", true));
        Files.write(file, Base64.getDecoder().decode(command("Page.captureScreenshot", Map.of()).get("data").asText()));
        command("Emulation.setDeviceMetricsOverride",
                Map.of("width", WIDTH, "height", HEIGHT, "deviceScaleFactor", 2, "mobile", true));
    }

    private JsonNode command(String method, Map<String, ?> parameters) throws IOException, InterruptedException {
        int id = ++sent;
        socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true).join();
        JsonNode answer = next();
        while (answer.path("id").asInt() != id) {
            answer = next();
        }
        if (answer.has("error")) {
            throw new IOException(method + ": " + answer.get("error"));
        }
        return answer.get("result");
    }

    private void await(String event) throws IOException, InterruptedException {
        while (!next().path("method").asText().equals(event)) {
            // Whatever else it tells.
        }
    }

    private JsonNode next() throws IOException, InterruptedException {
        JsonNode message = messages.poll(60, TimeUnit.SECONDS);
        if (message == null) {
            throw new IOException("The browser is silent");
        }
        if (message.path("method").asText().equals("Runtime.exceptionThrown")) {
            errors.add(message.get("params").toString());
        }
        return message;
    }

    @Override
    public void close() {
        socket.abort();
        process.destroy();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).exceptionally(late -> process.destroyForcibly()).join();
    }

    private final class Ear implements WebSocket.Listener {

        private final StringBuilder heard = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            heard.append(part);
            if (last) {
                try {
                    messages.add(JSON.readTree(heard.toString()));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
                heard.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
