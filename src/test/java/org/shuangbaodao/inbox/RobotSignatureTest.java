package org.shuangbaodao.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

class RobotSignatureTest {

    private static final Instant AT = Instant.ofEpochMilli(1792454400000L);

    /** By another program: {@code printf '1792454400000\nSEC…' | openssl dgst -sha256 -hmac SEC… -binary | base64}. */
    @Test
    void isWhatOpensslMakesOfTimeAndSecret() {
        assertThat(RobotSignature.of(AT, "SEC0123456789abcdef")).isEqualTo("R4RVW4Q2WVDDkj97/QfV6oFxocLh7pzj+4ZfK5+S6J8=");
    }

    @Test
    void travelsInAnAddressUnharmed() {
        assertThat(RobotSignature.parameters(AT, "SEC0123456789abcdef"))
                .isEqualTo("timestamp=1792454400000&sign=R4RVW4Q2WVDDkj97%2FQfV6oFxocLh7pzj%2B4ZfK5%2BS6J8%3D");
    }

    @Test
    void isAnotherAMillisecondLater() {
        assertThat(RobotSignature.of(AT.plusMillis(1), "SEC0123456789abcdef"))
                .isNotEqualTo(RobotSignature.of(AT, "SEC0123456789abcdef"));
    }
}
