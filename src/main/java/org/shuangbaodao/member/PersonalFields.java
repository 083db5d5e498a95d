package org.shuangbaodao.member;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.database.KeyFolder;

/** Encrypts id numbers and telephones (AES-256-GCM), finds equal id numbers without reading them, and masks what is shown. */
@ApplicationScoped
public class PersonalFields {

    private static final int NONCE = 12;

    private final KeyFolder keys;
    private final SecureRandom random = new SecureRandom();
    // Read once: a roster of 100,000 rows would otherwise open the key files some 400,000 times.
    private volatile SecretKeySpec fieldKey;
    private volatile SecretKeySpec indexKey;

    PersonalFields(KeyFolder keys) {
        this.keys = keys;
    }

    public String encrypt(String plain) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, plain.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array());
    }

    public String decrypt(String cipher) {
        byte[] stored = Base64.getDecoder().decode(cipher);
        byte[] sealed = Arrays.copyOfRange(stored, NONCE, stored.length);
        return new String(run(Cipher.DECRYPT_MODE, Arrays.copyOf(stored, NONCE), sealed), StandardCharsets.UTF_8);
    }

    /** The same for the same number, and of no use to who does not hold the key. */
    public String blindIndex(String idNumber) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(indexKey());
            return HexFormat.of().formatHex(mac.doFinal(idNumber.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code 999999198110054777} → {@code 9999**********4777}; a telephone keeps three digits in front. */
    public static String masked(String plain) {
        if (plain == null || plain.length() < 8) {
            return plain == null ? "" : "*".repeat(plain.length());
        }
        int front = plain.length() > 11 ? 4 : 3;
        return plain.substring(0, front) + "*".repeat(plain.length() - front - 4) + plain.substring(plain.length() - 4);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, fieldKey(), new GCMParameterSpec(128, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A personal field cannot be read with the key of this installation", e);
        }
    }

    private SecretKeySpec fieldKey() {
        if (fieldKey == null) {
            fieldKey = new SecretKeySpec(keys.fieldKey(), "AES");
        }
        return fieldKey;
    }

    private SecretKeySpec indexKey() {
        if (indexKey == null) {
            indexKey = new SecretKeySpec(keys.indexKey(), "HmacSHA256");
        }
        return indexKey;
    }
}
