package org.shuangbaodao.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

import jakarta.ws.rs.core.Response;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * Public content with a tag that follows from it, so that replicas agree on it: whoever has it already is not sent it again.
 * Compressed at most once.
 */
public final class TaggedBytes {

    /** A copy may be kept, but is asked about each time: a name withdrawn must not come out of a cache. */
    static final String ASK_EACH_TIME = "no-cache";

    private final byte[] plain;
    private final String type;
    private final String tag;
    private final String zippedTag;
    private volatile byte[] zipped;

    private TaggedBytes(byte[] plain, String type) {
        this.plain = plain;
        this.type = type;
        String digest = digest(plain);
        this.tag = '"' + digest + '"';
        this.zippedTag = '"' + digest + "-gz\"";
    }

    public static TaggedBytes of(byte[] plain, String type) {
        return new TaggedBytes(plain, type);
    }

    byte[] plain() {
        return plain;
    }

    byte[] zipped() {
        if (zipped == null) {
            zipped = gzip(plain);
        }
        return zipped;
    }

    String tag(boolean gzip) {
        return gzip ? zippedTag : tag;
    }

    public int size() {
        return plain.length;
    }

    /** Compressed for who takes it so; for content that is sent more than once. */
    public Response answer(HttpServerRequest request) {
        return answer(request, acceptsGzip(request), ASK_EACH_TIME);
    }

    Response answer(HttpServerRequest request, boolean gzip, String caching) {
        Response.ResponseBuilder answer = isKnownTo(request) ? Response.notModified()
                : gzip ? Response.ok(zipped()).type(type).header(HttpHeaders.CONTENT_ENCODING.toString(), "gzip")
                        : Response.ok(plain).type(type);
        return answer.header(HttpHeaders.ETAG.toString(), tag(gzip)).header(HttpHeaders.CACHE_CONTROL.toString(), caching)
                .build();
    }

    boolean isKnownTo(HttpServerRequest request) {
        String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        return known != null && Arrays.stream(known.split(",")).map(each -> each.strip().replaceFirst("^W/", ""))
                .anyMatch(each -> each.equals(tag) || each.equals(zippedTag) || each.equals("*"));
    }

    static boolean acceptsGzip(HttpServerRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
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
}
