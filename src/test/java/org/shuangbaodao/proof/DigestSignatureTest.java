package org.shuangbaodao.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestSignatureTest {

    private static final String TEXT = "2026-10-10\n60 leaves\n";

    @ParameterizedTest
    @CsvSource({ "Ed25519, 0, Ed25519", "EC, 256, SHA256withECDSA", "EC, 384, SHA256withECDSA" })
    void aKeyOfEitherKindSignsAndIsNamed(String kind, int size, String algorithm) throws Exception {
        KeyPair keys = keys(kind, size);

        DigestSignature signature = DigestSignature.of(TEXT, keys.getPrivate().getEncoded(), keys.getPublic().getEncoded());

        assertThat(signature.algorithm()).isEqualTo(algorithm);
        assertThat(signature.covers(TEXT)).isTrue();
        assertThat(signature.covers(TEXT + " ")).isFalse();
        assertThat(signature.isBy(keys.getPublic().getEncoded())).isTrue();
        byte[] another = keys(kind, size).getPublic().getEncoded();
        assertThat(signature.isBy(another)).isFalse();
        assertThat(new DigestSignature(algorithm, signature.value(), Base64.getEncoder().encodeToString(another)).covers(TEXT))
                .isFalse();
    }

    /** What an algorithm of one kind made is not read as one of the other. */
    @Test
    void anotherAlgorithmThanTheKeysIsNoSignature() throws Exception {
        KeyPair keys = keys("EC", 256);
        DigestSignature signature = DigestSignature.of(TEXT, keys.getPrivate().getEncoded(), keys.getPublic().getEncoded());

        for (String algorithm : new String[] { "Ed25519", "NONEwithECDSA", "" }) {
            assertThat(new DigestSignature(algorithm, signature.value(), signature.publicKey()).covers(TEXT)).isFalse();
        }
        assertThat(new DigestSignature("SHA256withECDSA", "no Base64", signature.publicKey()).covers(TEXT)).isFalse();
    }

    @Test
    void aKeyOfAnotherKindIsRefusedWhenItWouldSign() throws Exception {
        KeyPair keys = keys("RSA", 2048);

        assertThatThrownBy(() -> DigestSignature.of(TEXT, keys.getPrivate().getEncoded(), keys.getPublic().getEncoded()))
                .isInstanceOf(IllegalStateException.class);
    }

    private static KeyPair keys(String kind, int size) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
        if (size > 0) {
            generator.initialize(size);
        }
        return generator.generateKeyPair();
    }
}
