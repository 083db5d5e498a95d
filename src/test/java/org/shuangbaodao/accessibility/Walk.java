package org.shuangbaodao.accessibility;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.shuangbaodao.support.Chromium;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** Follows links and searches from page to page, as one reader; of addresses that differ in ids or filters only some. */
class Walk {

    // Enough to meet a record in several of its states.
    private static final int ALIKE = 4;
    private static final Pattern ID = Pattern.compile("(?<=/)[^/]*\\d[^/]*(?=/|$)");
    private static final Pattern NO_PAGE = Pattern.compile("\\.(pdf|csv|xlsx|ics|json|svg)$|^/(q|api|assets|webjars)/");
    /** What a reader chooses once for all pages. */
    private static final Set<String> CHOICES = Set.of("lang", "theme", "text");
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Reader reader;
    private final String session;
    private final Map<String, Integer> alike = new HashMap<>();
    private final Set<String> met = new HashSet<>();
    private final Deque<Step> ahead = new ArrayDeque<>();
    private final List<Sight> sights = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();

    /** @param session his cookie, null for a visitor */
    Walk(Reader reader, String session) {
        this.reader = reader;
        this.session = session;
    }

    private record Step(String from, String address) {
    }

    /** Walks on from these addresses. */
    Walk from(List<String> addresses) {
        addresses.forEach(address -> plan("", address));
        while (!ahead.isEmpty()) {
            take(ahead.remove());
        }
        return this;
    }

    /** All pages there were. */
    List<Sight> sights() {
        return sights;
    }

    /** Links that led to an error, each with the page it stands on. */
    List<String> broken() {
        return broken;
    }

    private void take(Step step) {
        HttpResponse<String> answer = get(step.address);
        if (answer.statusCode() >= 400) {
            broken.add("%s: %s links to %s, which answers %d".formatted(reader, step.from, step.address, answer.statusCode()));
            return;
        }
        answer.headers().firstValue("Location").ifPresent(location -> plan(step.from, location));
        answer.headers().firstValue(DrawnTemplates.HEADER).ifPresent(template -> {
            sights.add(new Sight(template, reader, step.address));
            lookAhead(step.address, Jsoup.parse(answer.body(), Chromium.url(step.address)));
        });
    }

    private void lookAhead(String address, Document page) {
        for (Element link : page.select("a[href]:not([download])")) {
            plan(address, link.absUrl("href"));
        }
        for (Element form : page.select("form[method=get]")) {
            plan(address, form.absUrl("action") + "?" + ((FormElement) form).formData().stream()
                    .map(input -> input.key() + "=" + URLEncoder.encode(input.value(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&")));
        }
    }

    private void plan(String from, String link) {
        URI address = URI.create(Chromium.url("/")).resolve(link);
        if (!address.toString().startsWith(Chromium.url("/")) || NO_PAGE.matcher(address.getPath()).find()
                || names(address).stream().anyMatch(CHOICES::contains)) {
            return;
        }
        String wanted = address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
        if (met.add(wanted) && alike.merge(kind(address.getPath()) + names(address), 1, Integer::sum) <= ALIKE) {
            ahead.add(new Step(from, wanted));
        }
    }

    /** The path without what tells one thing from another. */
    static String kind(String path) {
        return ID.matcher(path).replaceAll("*");
    }

    static boolean hasId(String path) {
        return ID.matcher(path).find();
    }

    private static Set<String> names(URI address) {
        return address.getRawQuery() == null ? Set.of()
                : Stream.of(address.getRawQuery().split("&")).map(pair -> pair.split("=", 2)[0])
                        .collect(Collectors.toSet());
    }

    private HttpResponse<String> get(String address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Chromium.url(address))).header("Accept", "text/html");
        if (session != null) {
            request.header("Cookie", "session=" + session);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(address, e);
        }
    }
}
