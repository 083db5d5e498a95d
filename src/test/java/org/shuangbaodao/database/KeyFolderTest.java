package org.shuangbaodao.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTest {

    @TempDir
    Path folder;

    private KeyFolder keys;

    @BeforeEach
    void firstStart() throws IOException {
        keys = new KeyFolder(folder.toString(), null);
        keys.createMissing();
    }

    @Test
    void theFirstStartMakesSixKeysForItsOwnUser() throws IOException {
        assertThat(contents()).containsOnlyKeys("session-private.pem", "session-public.pem", "digest-private.pem",
                "digest-public.pem", "field.key", "index.key", "lock");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("field.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void digestsAreSignedWithAnEdwardsCurve() throws Exception {
        assertThat(KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(keys.digestPrivateKey())))
                .isInstanceOf(EdECPrivateKey.class);
        assertThat(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(keys.digestPublicKey())))
                .isInstanceOf(EdECPublicKey.class);
    }

    @Test
    void aCompleteFolderIsNotWrittenTo() throws IOException {
        Files.delete(folder.resolve("lock"));
        Map<String, String> before = contents();

        keys.createMissing();

        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void whatIsMissingIsMadeAndTheRestLeft() throws IOException {
        Map<String, String> before = contents();
        Files.delete(folder.resolve("index.key"));

        keys.createMissing();

        assertThat(contents()).containsOnlyKeys(before.keySet());
        assertThat(contents().get("index.key")).isNotEqualTo(before.get("index.key"));
        assertThat(contents().get("field.key")).isEqualTo(before.get("field.key"));
    }

    @Test
    void halfAPairIsMadeAnew() throws IOException {
        Map<String, String> before = contents();
        Files.delete(folder.resolve("session-public.pem"));

        keys.createMissing();

        assertThat(contents().get("session-private.pem")).isNotEqualTo(before.get("session-private.pem"));
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
