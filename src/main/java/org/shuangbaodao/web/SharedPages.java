package org.shuangbaodao.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

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
 * Public pages that are the same for every visitor: drawn once for each edition of the figures, language, look and address,
 * then sent
 * from memory before anything else is asked. Whoever brings a cookie or token that could change the page gets one drawn for
 * him.
 */
@ApplicationScoped
public class SharedPages {

    // Addresses can be made up: a crawler fills the shelf at most this far, then it is emptied.
    private static final int MOST = 1000;
    private static final long LONGEST_DRAWING = Duration.ofSeconds(10).toNanos();

    private static final int LOCKS = 64;

    /** Of what was put together while a part of it was still being made: older than any, so that it is soon drawn anew. */
    public static final PublicEdition.Edition UNFINISHED = present -> true;

    private final PublicEdition editions;
    private final CurrentVertxRequest request;
    private final Map<String, Kept> pages = new ConcurrentHashMap<>();
    private final Object[] drawing = Stream.generate(Object::new).limit(LOCKS).toArray();

    SharedPages(PublicEdition editions, CurrentVertxRequest request) {
        this.editions = editions;
        this.request = request;
    }

    void install(@Observes Filters filters) {
        filters.register(this::sendKept, Doors.SHARED_PAGES);
    }

    private void sendKept(RoutingContext context) {
        Kept kept = isForAnybody(context.request()) ? pages.get(address(context)) : null;
        if (kept != null && editions.known().filter(kept::serves).isPresent()) {
            kept.page.send(context);
        } else {
            context.next();
        }
    }

    /**
     * Answers with the page, and keeps it where it is drawn for anybody.
     *
     * @param figures reads them only while it is asked
     */
    public Response answer(Supplier<Drawing> figures) {
        RoutingContext context = request.getCurrent();
        if (!isForAnybody(context.request())) {
            return Response.ok(figures.get().page).build();
        }
        return drawn(address(context), figures).answer(context.request());
    }

    /** Answers with a page that hardly anybody else asks for: a public one, but not kept. */
    public Response once(Drawing drawing) {
        return Response.ok(drawing.page.render()).header("Cache-Control", "no-cache").build();
    }

    // One draws, whoever wants the same page meanwhile waits for it.
    private Packed drawn(String address, Supplier<Drawing> figures) {
        synchronized (drawing[Math.floorMod(address.hashCode(), LOCKS)]) {
            // Asked before: what changes while the page is drawn belongs to the next edition.
            PublicEdition.Edition edition = editions.now();
            Kept kept = pages.get(address);
            boolean known = editions.known().isPresent();
            if (known && kept != null && kept.edition.equals(edition)) {
                return kept.page;
            }
            Drawing drawing = figures.get();
            Packed page = Packed.page(drawing.page.render());
            // What is drawn from memory while nothing is known says so, and must not outlast that.
            if (known && editions.known().isPresent()) {
                keep(address, new Kept(page, drawing.edition == null ? edition : drawing.edition, new AtomicLong()));
            }
            return page;
        }
    }

    private void keep(String address, Kept page) {
        if (pages.size() >= MOST) {
            pages.clear();
        }
        pages.put(address, page);
    }

    private static boolean isForAnybody(HttpServerRequest request) {
        return request.method() == HttpMethod.GET && !request.headers().contains(HttpHeaders.AUTHORIZATION)
                && request.getCookie(Viewer.SESSION_COOKIE) == null && request.getCookie(Flash.COOKIE) == null;
    }

    private static String address(RoutingContext context) {
        Appearance look = Appearance.of(context);
        return CurrentLocale.of(context).toLanguageTag() + ' ' + look.theme() + ' ' + look.text() + ' '
                + context.request().uri();
    }

    /**
     * A page, and the figures on it.
     *
     * @param page holds no form
     * @param edition of the figures where they can be older than the present ones; it is then drawn anew as soon as somebody
     *        asks, and others are served the older one meanwhile. Null for figures that were read for this page.
     */
    public record Drawing(TemplateInstance page, PublicEdition.Edition edition) {

        public static Drawing ofNow(TemplateInstance page) {
            return new Drawing(page, null);
        }
    }

    /** @param redrawnSince when somebody began to draw the next edition, 0 while nobody has */
    private record Kept(Packed page, PublicEdition.Edition edition, AtomicLong redrawnSince) {

        // With awards arriving all the time every page is old every second. The first to notice draws the next one; the others
        // are not kept waiting for amounts, only for names.
        boolean serves(PublicEdition.Edition present) {
            if (edition.equals(present)) {
                return true;
            }
            if (!edition.differsInAmountsOnly(present)) {
                return false;
            }
            long now = System.nanoTime();
            return !redrawnSince.compareAndSet(0, now) && now - redrawnSince.get() < LONGEST_DRAWING;
        }
    }
}
