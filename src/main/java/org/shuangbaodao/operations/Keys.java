package org.shuangbaodao.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files of a keys folder that an installation cannot do without, and their fingerprints. */
final class Keys {

    static final List<String> FILES = List.of("session-private.pem", "session-public.pem", "digest-private.pem",
            "digest-public.pem", "field.key", "index.key");

    private Keys() {
    }

    /** SHA-256 by file name; empty for a folder without keys. */
    static Map<String, String> fingerprints(Path folder) throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (String name : FILES) {
            if (Files.exists(folder.resolve(name))) {
                found.put(name, HexFormat.of().formatHex(sha256().digest(Files.readAllBytes(folder.resolve(name)))));
            }
        }
        return found;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
