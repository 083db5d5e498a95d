package org.shuangbaodao.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/**
 * Our own static files, and the single ones that the build takes from libraries. Browsers keep them for good, so that a changed
 * file needs a changed address; they are sent compressed, from memory.
 */
class Assets {

    private static final String FOLDER = "/assets/";
    private static final Map<String, String> TYPES = Map.of("css", "text/css;charset=UTF-8", "js",
            "text/javascript;charset=UTF-8", "svg", "image/svg+xml");
    private static final Map<String, String> ADDRESSES = new ConcurrentHashMap<>();

    private final Map<String, Packed> files = new ConcurrentHashMap<>();

    void install(@Observes Filters filters) {
        // While it is being worked on, a file is read afresh each time.
        if (LaunchMode.current() != LaunchMode.DEVELOPMENT) {
            filters.register(this::send, Doors.SHARED_PAGES);
        }
    }

    // Only what a page refers to is packed, so that addresses made up do not fill the memory.
    private void send(RoutingContext context) {
        String path = context.request().path();
        if (context.request().method() != HttpMethod.GET || !path.startsWith(FOLDER)
                || !ADDRESSES.containsKey(path.substring(FOLDER.length()))) {
            context.next();
            return;
        }
        files.computeIfAbsent(path.substring(FOLDER.length()), Assets::packed).send(context);
    }

    static String address(String file) {
        if (LaunchMode.current() == LaunchMode.DEVELOPMENT) {
            return withVersion(file);
        }
        return ADDRESSES.computeIfAbsent(file, Assets::withVersion);
    }

    private static String withVersion(String file) {
        CRC32 checksum = new CRC32();
        checksum.update(content(file));
        return "%s%s?v=%08x".formatted(FOLDER, file, checksum.getValue());
    }

    private static Packed packed(String file) {
        return Packed.file(TYPES.get(file.substring(file.lastIndexOf('.') + 1)), content(file));
    }

    private static byte[] content(String file) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream content = Optional.ofNullable(loader.getResourceAsStream("META-INF/resources" + FOLDER + file))
                .orElseThrow(() -> new IOException("it is not there"))) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the asset " + file, e);
        }
    }
}
