package org.shuangbaodao.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

import jakarta.ws.rs.core.Response;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** What many readers get, as bytes, compressed once. The tag follows from the content, so that replicas agree on it. */
final class Packed {

    private static final Kind PAGE = new Kind("text/html;charset=UTF-8", "no-cache",
            "Cookie, Accept-Language, Accept-Encoding");
    private static final CharSequence GZIP = HttpHeaders.createOptimized("gzip");

    private final Kind kind;
    private final byte[] plain;
    private final byte[] zipped;
    private final Buffer sent;
    private final Buffer compressed;
    private final String tag;
    private final String compressedTag;

    private Packed(Kind kind, byte[] plain) {
        this.kind = kind;
        this.plain = plain;
        this.zipped = gzip(plain);
        this.sent = outsideTheHeap(plain);
        this.compressed = outsideTheHeap(zipped);
        String digest = digest(plain);
        this.tag = '"' + digest + '"';
        this.compressedTag = '"' + digest + "-gz\"";
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
        boolean gzip = acceptsGzip(context.request().getHeader(HttpHeaders.ACCEPT_ENCODING));
        HttpServerResponse response = context.response();
        response.headers().set(HttpHeaders.CACHE_CONTROL, kind.caching).set(HttpHeaders.VARY, kind.vary)
                .set(HttpHeaders.ETAG, gzip ? compressedTag : tag);
        if (isKnown(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
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
        boolean gzip = acceptsGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        Response.ResponseBuilder answer = isKnown(request.getHeader(HttpHeaders.IF_NONE_MATCH)) ? Response.notModified()
                : gzip ? Response.ok(zipped).type(kind.type.toString()).header(HttpHeaders.CONTENT_ENCODING.toString(), "gzip")
                        : Response.ok(plain).type(kind.type.toString());
        return answer.header(HttpHeaders.ETAG.toString(), gzip ? compressedTag : tag)
                .header(HttpHeaders.CACHE_CONTROL.toString(), kind.caching).build();
    }

    private boolean isKnown(String ifNoneMatch) {
        return ifNoneMatch != null && Arrays.stream(ifNoneMatch.split(","))
                .map(each -> each.strip().replaceFirst("^W/", "")).anyMatch(each -> each.equals(tag)
                        || each.equals(compressedTag) || each.equals("*"));
    }

    private static boolean acceptsGzip(String accepted) {
        return accepted != null && Arrays.stream(accepted.split(",")).map(String::strip)
                .anyMatch(each -> each.equals("gzip") || each.startsWith("gzip;") && !each.matches("gzip;\\s*q=0(\\.0*)?"));
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String digest(byte[] plain) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(plain), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Headers, encoded once and not for each answer. */
    private record Kind(CharSequence type, CharSequence caching, CharSequence vary) {

        Kind(String type, String caching, String vary) {
            this(HttpHeaders.createOptimized(type), HttpHeaders.createOptimized(caching), HttpHeaders.createOptimized(vary));
        }
    }
}
