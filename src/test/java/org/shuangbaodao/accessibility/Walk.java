package org.shuangbaodao.accessibility;

import java.net.URI;
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

import org.shuangbaodao.support.Pages;

import org.jsoup.nodes.Element;

/** Follows every link from the first page on, as one reader; of addresses that differ in ids or filters only some. */
class Walk {

    // Enough to meet a record in most of its states.
    private static final int ALIKE = 6;
    private static final Pattern ID = Pattern.compile("(?<=/)[^/]*\\d[^/]*(?=/|$)");
    private static final Pattern NO_PAGE = Pattern.compile("\\.(pdf|csv|xlsx|ics|json|svg)$|^/(q|api|assets|webjars)/");
    private static final Set<String> CHOICES = Set.of("lang", "theme", "text");

    private final Reader reader;
    private final Pages browser;
    private final Map<String, Integer> seen = new HashMap<>();
    private final Set<String> met = new HashSet<>();
    private final Deque<String> ahead = new ArrayDeque<>();
    private final List<Sight> sights = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();

    Walk(Reader reader, Pages browser) {
        this.reader = reader;
        this.browser = browser;
    }

    /** All pages that can be reached from these. */
    List<Sight> from(String... addresses) {
        Stream.of(addresses).forEach(this::plan);
        while (!ahead.isEmpty()) {
            visit(ahead.remove());
        }
        return sights;
    }

    /** Links that led to an error. */
    List<String> broken() {
        return broken;
    }

    private void visit(String address) {
        Pages.Answer answer = browser.open(address);
        if (answer.status() >= 300 && answer.status() < 400) {
            plan(answer.location());
            return;
        }
        if (answer.status() >= 400) {
            broken.add("%s %d %s".formatted(reader, answer.status(), address));
            return;
        }
        String template = answer.header(DrawnTemplates.HEADER);
        if (template != null) {
            sights.add(new Sight(template, reader, address));
            for (Element link : answer.page().select("a[href]:not([download])")) {
                plan(URI.create(address).resolve(link.attr("href")).toString());
            }
        }
    }

    private void plan(String link) {
        URI address = URI.create(link);
        if (address.isAbsolute() || address.getPath() == null || NO_PAGE.matcher(address.getPath()).find()
                || names(address).stream().anyMatch(CHOICES::contains)) {
            return;
        }
        String wanted = address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
        String kind = ID.matcher(address.getPath()).replaceAll("*") + names(address);
        if (met.add(wanted) && seen.merge(kind, 1, Integer::sum) <= ALIKE) {
            ahead.add(wanted);
        }
    }

    private static Set<String> names(URI address) {
        return address.getRawQuery() == null ? Set.of()
                : Stream.of(address.getRawQuery().split("&")).map(pair -> pair.split("=", 2)[0])
                        .collect(Collectors.toSet());
    }
}
