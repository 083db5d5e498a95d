package org.shuangbaodao.inbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves to a robot that a call is ours and of this minute, as 钉钉 wants it: HMAC-SHA256 over the time in milliseconds, a line
 * feed and the secret, keyed with the secret, in Base64. 企业微信 asks for none and passes over it.
 */
final class RobotSignature {

    private RobotSignature() {
    }

    static String of(Instant at, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal((at.toEpochMilli() + "\n" + secret).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The parameters to be added to the robot's address. */
    static String parameters(Instant at, String secret) {
        return "timestamp=" + at.toEpochMilli() + "&sign=" + URLEncoder.encode(of(at, secret), StandardCharsets.UTF_8);
    }
}
