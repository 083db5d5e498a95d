package org.shuangbaodao.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/** Addresses of our own static files: browsers keep them for good, so that a changed file needs a changed address. */
final class Assets {

    private static final Map<String, String> ADDRESSES = new ConcurrentHashMap<>();

    private Assets() {
    }

    static String address(String file) {
        return ADDRESSES.computeIfAbsent(file, Assets::withVersion);
    }

    private static String withVersion(String file) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream content = loader.getResourceAsStream("META-INF/resources/assets/" + file)) {
            CRC32 checksum = new CRC32();
            checksum.update(content.readAllBytes());
            return "/assets/%s?v=%08x".formatted(file, checksum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the asset " + file, e);
        }
    }
}
