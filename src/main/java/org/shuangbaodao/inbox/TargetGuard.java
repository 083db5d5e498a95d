package org.shuangbaodao.inbox;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says which addresses may be called in the name of an organization: HTTPS on the public internet, and what the operator
 * trusts. Otherwise whoever may set a robot could make this server call into the network it stands in.
 */
@ApplicationScoped
class TargetGuard {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final Set<String> trusted;

    /** @param trusted host names that may be called wherever they lead, by HTTP too: {@code APP_OUTBOX_TRUSTED_HOSTS} */
    TargetGuard(@ConfigProperty(name = "app.outbox.trusted-hosts") Optional<List<String>> trusted) {
        this.trusted = trusted.orElse(List.of()).stream().map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A target that may be called.
     *
     * @param server the very address that was judged: a name looked up twice can lead elsewhere the second time
     */
    record Target(URI uri, InetSocketAddress server) {

        boolean isHttps() {
            return "https".equals(uri.getScheme());
        }
    }

    /** Why a target may not be called. */
    enum Refusal {
        NO_ADDRESS("inbox-target-malformed"),
        NOT_PUBLIC("inbox-target-private"),
        UNKNOWN_HOST("inbox-target-unknown");

        private final String reason;

        Refusal(String reason) {
            this.reason = reason;
        }

        /** Key of the text beside the field. */
        String reason() {
            return reason;
        }
    }

    /** Either a target or a refusal. */
    record Verdict(Target target, Refusal refusal) {

        boolean isRefused() {
            return refusal != null;
        }
    }

    Verdict judge(String address) {
        URI uri = parsed(address);
        boolean isTrusted = uri != null && trusted.contains(uri.getHost().toLowerCase(Locale.ROOT));
        if (uri == null || !isTrusted && (!"https".equals(uri.getScheme()) || port(uri) != HTTPS)) {
            return new Verdict(null, Refusal.NO_ADDRESS);
        }
        try {
            InetAddress[] found = InetAddress.getAllByName(uri.getHost());
            boolean fine = isTrusted || Arrays.stream(found).allMatch(TargetGuard::isPublic);
            return fine ? new Verdict(new Target(uri, new InetSocketAddress(found[0], port(uri))), null)
                    : new Verdict(null, Refusal.NOT_PUBLIC);
        } catch (UnknownHostException e) {
            return new Verdict(null, Refusal.UNKNOWN_HOST);
        }
    }

    private static URI parsed(String address) {
        try {
            URI uri = new URI(address);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return web && uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static int port(URI uri) {
        int usual = "https".equals(uri.getScheme()) ? HTTPS : HTTP;
        return uri.getPort() < 0 ? usual : uri.getPort();
    }

    /** Whether anybody on the internet can be meant: see the IANA registries of special-purpose addresses. */
    static boolean isPublic(InetAddress address) {
        int[] bytes = new int[address.getAddress().length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = address.getAddress()[i] & 0xff;
        }
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    }

    private static boolean isPublic4(int[] b) {
        boolean special = switch (b[0]) {
            case 0, 10, 127 -> true;
            // Carrier-grade NAT, often a cloud's own services.
            case 100 -> b[1] >= 64 && b[1] < 128;
            // Link-local: the metadata service of clouds.
            case 169 -> b[1] == 254;
            case 172 -> b[1] >= 16 && b[1] < 32;
            case 192 -> b[1] == 168 || b[1] == 0 && (b[2] == 0 || b[2] == 2) || b[1] == 88 && b[2] == 99;
            case 198 -> b[1] == 18 || b[1] == 19 || b[1] == 51 && b[2] == 100;
            case 203 -> b[1] == 0 && b[2] == 113;
            default -> b[0] >= 224;
        };
        return !special;
    }

    // Global unicast, without what carries another address inside (6to4, Teredo) or is not routed.
    private static boolean isPublic6(int[] b) {
        boolean global = (b[0] & 0xe0) == 0x20;
        boolean sixToFour = b[0] == 0x20 && b[1] == 0x02;
        boolean protocols = b[0] == 0x20 && b[1] == 0x01 && b[2] < 2;
        boolean documentation = b[0] == 0x20 && b[1] == 0x01 && b[2] == 0x0d && b[3] == 0xb8;
        return global && !sixToFour && !protocols && !documentation;
    }
}
