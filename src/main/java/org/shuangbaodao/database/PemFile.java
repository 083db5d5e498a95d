package org.shuangbaodao.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** A key in a text file, as openssl writes it too. */
public final class PemFile {

    private PemFile() {
    }

    /** The encoded key. */
    public static byte[] read(Path file) throws IOException {
        String body = Files.readString(file).replaceAll("-----[A-Z ]+-----", "");
        try {
            return Base64.getMimeDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            throw new IOException("'%s' is not a key".formatted(file), e);
        }
    }
}
