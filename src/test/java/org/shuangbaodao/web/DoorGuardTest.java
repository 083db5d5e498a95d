package org.shuangbaodao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** By bare sockets: every HTTP client would tidy the addresses first. */
@QuarkusTest
class DoorGuardTest {

    private static final List<String> TARGETS = List.of("/trial", "/api/trial", "/assets/app.css", "/q/health/live");

    @TestHTTPResource("/")
    URL service;

    @ParameterizedTest
    @MethodSource("twoFacedAddresses")
    void refusesWhatTwoLayersCouldReadDifferently(String address) throws IOException {
        assertThat(statusOf(address)).isEqualTo(400);
    }

    static Stream<String> twoFacedAddresses() {
        Stream<String> around = TARGETS.stream().flatMap(target -> Stream.of(
                target + ";a=b", target + "%3Ba", target + "%3ba", "/" + target, target + "//x", target + "%2Fx",
                target + "%2f",
                target + "%5Cx", target + "%5cx", target + "\\x", target + "/%2e%2e/privacy", target + "/%2E/x",
                target + "/./x",
                target + "/../privacy", target + "/..", target + "%00", target + "%0a", target + "%7F", target + "\u0001",
                target + "%", target + "%zz", target + "%2", target + "<x>"));
        Stream<String> inside = Stream.of("/api;x/trial", "/api%2ftrial", "/api//trial", "//api/trial", "/%2e/api/trial",
                "http://localhost//api/trial", "http://localhost/api/trial", "/api\\trial", "/api;/trial?ok=1");
        return Stream.concat(around, inside);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/trial", "/trial?next=//evil.example;x=%2F&y=..", "/api/trial", "/assets/app.css",
            "/q/health/live",
            "/assets/htmx.min.js" })
    void letsPlainAddressesThrough(String address) throws IOException {
        assertThat(statusOf(address)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/organizations/%E5%B9%B8%E7%A6%8F", "/nowhere/", "trial", "/a+b,c'(d)*~e$f@g:h!i=j&k" })
    void unusualButUnambiguousAddressesAreMerelyUnknown(String address) throws IOException {
        assertThat(statusOf(address)).isEqualTo(404);
    }

    @Test
    void theRefusalTellsNothingButThat() throws IOException {
        assertThat(ask("/api;x/trial", "Accept: application/json")).contains("application/problem+json")
                .contains("urn:shuangbaodao:problem:web/malformed").doesNotContain("java");
        assertThat(ask("/trial;x", "Accept-Language: en")).contains("text/plain").contains("malformed")
                .contains("X-Content-Type-Options: nosniff");
    }

    private int statusOf(String address) throws IOException {
        return Integer.parseInt(ask(address, "Accept: */*").split(" ", 3)[1]);
    }

    private String ask(String address, String header) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(10_000);
            String request = "GET " + address + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
