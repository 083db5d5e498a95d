package org.shuangbaodao.web;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Public pages that are the same for every visitor: drawn once for each edition of the figures, language and address, then sent
 * from memory before anything else is asked. Whoever brings a cookie or token that could change the page gets one drawn for
 * him.
 */
@ApplicationScoped
public class SharedPages {

    // Addresses can be made up: a crawler fills the shelf at most this far, then it is emptied.
    private static final int MOST = 500;

    private final PublicEdition editions;
    private final CurrentVertxRequest request;
    private volatile Shelf shelf = new Shelf(null, Map.of());

    SharedPages(PublicEdition editions, CurrentVertxRequest request) {
        this.editions = editions;
        this.request = request;
    }

    void install(@Observes Filters filters) {
        filters.register(this::sendKept, Doors.SHARED_PAGES);
    }

    private void sendKept(RoutingContext context) {
        Optional<Object> edition = isForAnybody(context.request()) ? editions.known() : Optional.empty();
        SharedPage kept = edition.map(shelf::of).map(pages -> pages.get(address(context))).orElse(null);
        if (kept == null) {
            context.next();
        } else {
            kept.send(context);
        }
    }

    /**
     * Answers with the page, and keeps it where it is drawn for anybody.
     *
     * @param drawing reads its figures only while it is asked, and holds no form
     */
    public Response answer(Supplier<TemplateInstance> drawing) {
        RoutingContext context = request.getCurrent();
        if (!isForAnybody(context.request())) {
            return Response.ok(drawing.get()).build();
        }
        // Asked before: what changes while the page is drawn belongs to the next edition.
        Object edition = editions.now();
        SharedPage page = SharedPage.of(drawing.get().render());
        // What is drawn from memory while nothing is known says so, and must not outlast that.
        if (editions.known().isPresent()) {
            keep(edition, address(context), page);
        }
        return page.answer(context.request().getHeader(HttpHeaders.IF_NONE_MATCH));
    }

    private synchronized void keep(Object edition, String address, SharedPage page) {
        if (!edition.equals(shelf.edition) || shelf.pages.size() >= MOST) {
            shelf = new Shelf(edition, new ConcurrentHashMap<>());
        }
        shelf.pages.put(address, page);
    }

    private static boolean isForAnybody(HttpServerRequest request) {
        return request.method() == HttpMethod.GET && !request.headers().contains(HttpHeaders.AUTHORIZATION)
                && request.getCookie(Viewer.SESSION_COOKIE) == null && request.getCookie(Flash.COOKIE) == null;
    }

    private static String address(RoutingContext context) {
        return CurrentLocale.of(context).toLanguageTag() + ' ' + context.request().uri();
    }

    private record Shelf(Object edition, Map<String, SharedPage> pages) {

        Map<String, SharedPage> of(Object present) {
            return present.equals(edition) ? pages : Map.of();
        }
    }
}
