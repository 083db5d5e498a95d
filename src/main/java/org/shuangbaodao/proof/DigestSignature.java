package org.shuangbaodao.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/**
 * A signature and what it is checked with, as it is published.
 *
 * @param algorithm {@code Ed25519}, or {@code SHA256withECDSA} where the key pair was made by the first releases
 * @param value Base64
 * @param publicKey X.509, Base64
 */
public record DigestSignature(String algorithm, String value, String publicKey) {

    /** By the kind of key they take. */
    private static final Map<String, String> KEYS = Map.of("Ed25519", "Ed25519", "SHA256withECDSA", "EC");

    static DigestSignature of(String text, byte[] privateKey, byte[] publicKey) {
        for (Map.Entry<String, String> each : KEYS.entrySet()) {
            try {
                PrivateKey key = KeyFactory.getInstance(each.getValue()).generatePrivate(new PKCS8EncodedKeySpec(privateKey));
                Signature signature = Signature.getInstance(each.getKey());
                signature.initSign(key);
                signature.update(text.getBytes(StandardCharsets.UTF_8));
                return new DigestSignature(each.getKey(), Base64.getEncoder().encodeToString(signature.sign()),
                        Base64.getEncoder().encodeToString(publicKey));
            } catch (GeneralSecurityException ofAnotherKind) {
                continue;
            }
        }
        throw new IllegalStateException("The key of the daily digests is neither an Ed25519 nor an elliptic curve key");
    }

    /** Whether the key it names has signed this text. Anything that is no signature at all has not. */
    public boolean covers(String text) {
        if (!KEYS.containsKey(algorithm)) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initVerify(KeyFactory.getInstance(KEYS.get(algorithm))
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey))));
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(value));
        } catch (GeneralSecurityException | IllegalArgumentException notASignature) {
            return false;
        }
    }

    /** Whether it names this key. */
    public boolean isBy(byte[] key) {
        return Base64.getEncoder().encodeToString(key).equals(publicKey);
    }

    /** SHA-256 of the key, short enough to be read out and compared. */
    public String fingerprint() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(Base64.getDecoder().decode(publicKey)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
