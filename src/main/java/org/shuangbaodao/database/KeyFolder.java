package org.shuangbaodao.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The keys of this installation, made at the first start and never again: sessions are signed with one pair, daily digests
 * with another, and two secrets encrypt personal fields and make them findable. Lost keys lose the encrypted fields, so the
 * folder belongs into the backup, apart from the database's.
 */
@Singleton
public class KeyFolder {

    private static final List<String> FILES = List.of("session-private.pem", "session-public.pem", "digest-private.pem",
            "digest-public.pem", "field.key", "index.key");

    private final Path folder;
    private final KeyFingerprints fingerprints;

    KeyFolder(@ConfigProperty(name = "app.keys-folder") String folder, KeyFingerprints fingerprints) {
        this.folder = Path.of(folder).toAbsolutePath().normalize();
        this.fingerprints = fingerprints;
    }

    void open(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        try {
            createMissing();
            fingerprints.check(digests());
        } catch (IOException e) {
            throw new UncheckedIOException("The keys folder '%s' cannot be used".formatted(folder), e);
        }
    }

    /** 32 random bytes that encrypt personal fields (AES-256-GCM). */
    public byte[] fieldKey() {
        return secret("field.key");
    }

    /** 32 random bytes that make the blind index of id numbers (HMAC-SHA-256). */
    public byte[] indexKey() {
        return secret("index.key");
    }

    /** What signs the daily digests of the ledger, PKCS 8. It never leaves this folder; the database does not know it. */
    public byte[] digestPrivateKey() {
        return ofPem("digest-private.pem");
    }

    /** What anybody checks those signatures with, X.509. */
    public byte[] digestPublicKey() {
        return ofPem("digest-public.pem");
    }

    private byte[] ofPem(String name) {
        try {
            return PemFile.read(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] secret(String name) {
        try {
            return Base64.getDecoder().decode(Files.readString(folder.resolve(name)).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void createMissing() throws IOException {
        if (FILES.stream().allMatch(name -> Files.exists(folder.resolve(name)))) {
            // Nothing to write: the folder may be read-only, as a Secret of a cluster is.
            return;
        }
        Files.createDirectories(folder);
        // Replicas that share the folder may start at the same moment: one makes the keys, the others wait for it.
        try (FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            channel.lock();
            createPair("session", KeyFolder::ellipticCurve);
            createPair("digest", KeyFolder::edwardsCurve);
            createSecret("field.key");
            createSecret("index.key");
        }
    }

    private void createPair(String name, Supplier<KeyPair> generator) {
        if (Files.exists(folder.resolve(name + "-public.pem"))) {
            return;
        }
        KeyPair pair = generator.get();
        write(name + "-private.pem", pem("PRIVATE KEY", pair.getPrivate()));
        write(name + "-public.pem", pem("PUBLIC KEY", pair.getPublic()));
    }

    // Tokens say ES256.
    private static KeyPair ellipticCurve() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair edwardsCurve() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void createSecret(String name) {
        if (Files.exists(folder.resolve(name))) {
            return;
        }
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        write(name, Base64.getEncoder().encodeToString(secret) + "\n");
    }

    private void write(String name, String content) {
        PrivateFiles.write(folder.resolve(name), content);
    }

    private static String pem(String kind, Key key) {
        String body = Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(key.getEncoded());
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(kind, body);
    }

    private Map<String, String> digests() throws IOException {
        Map<String, String> digests = new LinkedHashMap<>();
        for (String name : new String[] { "session-public.pem", "digest-public.pem", "field.key", "index.key" }) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(folder.resolve(name)));
                digests.put(name, HexFormat.of().formatHex(digest));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
        return digests;
    }
}
