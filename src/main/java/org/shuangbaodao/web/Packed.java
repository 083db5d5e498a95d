package org.shuangbaodao.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import jakarta.ws.rs.core.Response;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** What many readers get, as bytes, compressed once. The tag follows from the content, so that replicas agree on it. */
final class Packed {

    private static final Kind PAGE = new Kind("text/html;charset=UTF-8", TaggedBytes.ASK_EACH_TIME,
            "Cookie, Accept-Language, Accept-Encoding");
    private static final CharSequence GZIP = HttpHeaders.createOptimized("gzip");

    private final Kind kind;
    private final TaggedBytes bytes;
    private final Buffer sent;
    private final Buffer compressed;
    private final String tag;
    private final String compressedTag;

    private Packed(Kind kind, byte[] plain) {
        this.kind = kind;
        this.bytes = TaggedBytes.of(plain, kind.type.toString());
        this.sent = outsideTheHeap(plain);
        this.compressed = outsideTheHeap(bytes.zipped());
        this.tag = bytes.tag(false);
        this.compressedTag = bytes.tag(true);
    }

    /** A page may be kept, but is asked about each time: a name withdrawn must not come out of a cache. */
    static Packed page(String html) {
        return new Packed(PAGE, html.getBytes(StandardCharsets.UTF_8));
    }

    /** A file whose address changes with its content may be kept for good. */
    static Packed file(String type, byte[] content) {
        return new Packed(new Kind(type, "public, immutable, max-age=31536000", "Accept-Encoding"), content);
    }

    // From there it goes to the network without being copied for each reader; the collector frees it with this page. The wrapping
    // method is deprecated in favour of one that Vert.x 4 does not have yet.
    @SuppressWarnings("deprecation")
    private static Buffer outsideTheHeap(byte[] bytes) {
        return Buffer.buffer(Unpooled.unreleasableBuffer(
                Unpooled.wrappedBuffer(ByteBuffer.allocateDirect(bytes.length).put(bytes).flip())));
    }

    void send(RoutingContext context) {
        boolean gzip = TaggedBytes.acceptsGzip(context.request());
        HttpServerResponse response = context.response();
        response.headers().set(HttpHeaders.CACHE_CONTROL, kind.caching).set(HttpHeaders.VARY, kind.vary)
                .set(HttpHeaders.ETAG, gzip ? compressedTag : tag);
        if (bytes.isKnownTo(context.request())) {
            response.setStatusCode(304).end();
            return;
        }
        response.headers().set(HttpHeaders.CONTENT_TYPE, kind.type);
        if (gzip) {
            response.headers().set(HttpHeaders.CONTENT_ENCODING, GZIP);
        }
        response.end(gzip ? compressed : sent);
    }

    /** For the request that had it drawn: the same bytes and tag that the next one gets. */
    Response answer(HttpServerRequest request) {
        return bytes.answer(request, TaggedBytes.acceptsGzip(request), kind.caching.toString());
    }

    /** Headers, encoded once and not for each answer. */
    private record Kind(CharSequence type, CharSequence caching, CharSequence vary) {

        Kind(String type, String caching, String vary) {
            this(HttpHeaders.createOptimized(type), HttpHeaders.createOptimized(caching), HttpHeaders.createOptimized(vary));
        }
    }
}
