package org.shuangbaodao.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

import org.shuangbaodao.inbox.TargetGuard.Refusal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetGuardTest {

    private final TargetGuard guard = new TargetGuard(Optional.empty());

    @ParameterizedTest
    @ValueSource(strings = { "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255",
            "169.254.169.254",
            "172.16.0.1", "172.31.255.255", "192.168.1.1", "192.0.0.8", "198.18.0.1", "203.0.113.9", "224.0.0.1", "240.0.0.1",
            "255.255.255.255", "::", "::1", "fe80::1", "fc00::1", "fd12:3456::1", "ff02::1", "::ffff:127.0.0.1",
            "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:7f00:1::", "2001:db8::1" })
    void whatNobodyOnTheInternetCanMeanIsNotPublic(String address) throws UnknownHostException {
        assertThat(TargetGuard.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "1.1.1.1", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.1.0.1", "198.20.0.1",
            "223.5.5.5", "2400:3200::1", "2606:4700::1111" })
    void everythingElseIs(String address) throws UnknownHostException {
        assertThat(TargetGuard.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({ "https://127.0.0.1/robot,NOT_PUBLIC", "https://[::1]/robot,NOT_PUBLIC", "https://2130706433/robot,NOT_PUBLIC",
            "https://169.254.169.254/latest/meta-data,NOT_PUBLIC", "https://[::ffff:10.0.0.1]/robot,NOT_PUBLIC",
            "http://1.1.1.1/robot,NO_ADDRESS", "https://1.1.1.1:8443/robot,NO_ADDRESS", "https://user@1.1.1.1/,NO_ADDRESS",
            "https://1.1.1.1/#x,NO_ADDRESS", "file:///etc/passwd,NO_ADDRESS", "ftp://1.1.1.1/,NO_ADDRESS", "robot,NO_ADDRESS",
            "https:///robot,NO_ADDRESS", "https://a b/,NO_ADDRESS" })
    void targetsAreRefusedForAReason(String address, Refusal reason) {
        assertThat(guard.judge(address).refusal()).isEqualTo(reason);
    }

    @Test
    void aPublicOneIsCalledAtTheAddressThatWasJudged() throws UnknownHostException {
        TargetGuard.Verdict verdict = guard.judge("https://1.1.1.1/robot/send?access_token=x");

        assertThat(verdict.isRefused()).isFalse();
        assertThat(verdict.target().isHttps()).isTrue();
        assertThat(verdict.target().server().getAddress()).isEqualTo(InetAddress.getByName("1.1.1.1"));
        assertThat(verdict.target().server().getPort()).isEqualTo(443);
    }

    @Test
    void theOperatorMayTrustAHostOfHisOwn() {
        TargetGuard trusting = new TargetGuard(Optional.of(List.of("LOCALHOST")));

        TargetGuard.Verdict verdict = trusting.judge("http://localhost:8065/hooks");
        assertThat(verdict.isRefused()).isFalse();
        assertThat(verdict.target().server().getPort()).isEqualTo(8065);
        assertThat(trusting.judge("https://127.0.0.1/hooks").refusal()).isEqualTo(Refusal.NOT_PUBLIC);
    }
}
