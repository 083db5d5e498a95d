package org.shuangbaodao.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.shuangbaodao.process.ServiceProcess;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Somebody logged in on the pages of a packaged service, cookies and form tokens included. */
final class Browser {

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final String base;

    private Browser(ServiceProcess service) {
        base = "http://127.0.0.1:" + service.port();
    }

    static Browser loggedIn(ServiceProcess service, String login) throws IOException, InterruptedException {
        Browser browser = new Browser(service);
        browser.submit("/login", "/login", Map.of("login", login, "password", ServiceProcess.PASSWORD, "back", "/"));
        return browser;
    }

    /** As a request carries them. */
    String cookies() {
        return cookies.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).collect(Collectors.joining("; "));
    }

    /** Opens the page and sends its form. @return where the answer leads to */
    String submit(String page, String action, Map<String, String> fields) throws IOException, InterruptedException {
        Map<String, String> all = new LinkedHashMap<>(token(page, action));
        all.putAll(fields);
        String body = all.entrySet().stream().map(each -> each.getKey() + "="
                + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        return send(action, "application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with a file. */
    String upload(String page, String action, Path file) throws IOException, InterruptedException {
        String boundary = "----benchmark";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        token(page, action).forEach((name, value) -> body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data;"
                + " name=\"" + name + "\"\r\n\r\n" + value + "\r\n").getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file.getFileName()
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(Files.readAllBytes(file));
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(action, "multipart/form-data; boundary=" + boundary, body.toByteArray());
    }

    private String send(String path, String type, byte[] body) throws IOException, InterruptedException {
        HttpResponse<String> answer = exchange(HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
        if (answer.statusCode() != 303) {
            throw new IOException(path + " answered " + answer.statusCode() + ": " + Jsoup.parse(answer.body()).text());
        }
        return URI.create(base).resolve(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private Map<String, String> token(String path, String action) throws IOException, InterruptedException {
        HttpResponse<String> answer = exchange(HttpRequest.newBuilder(URI.create(base + path)));
        Document page = Jsoup.parse(answer.body(), base + path);
        Element token = page.selectFirst("form[action=" + action + "] input[name=csrf-token]");
        if (token == null) {
            throw new IOException("No form to " + action + " on " + path + ": " + page.text());
        }
        return Map.of(token.attr("name"), token.attr("value"));
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) throws IOException, InterruptedException {
        request.header("Accept", "text/html");
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies());
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (String set : answer.headers().allValues("Set-Cookie")) {
            String[] pair = set.split(";")[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return answer;
    }
}
