package org.shuangbaodao.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Addresses of the present page with one parameter changed, the others kept as they came. */
final class Queries {

    private Queries() {
    }

    static boolean isApi(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }

    /** The raw value of a parameter, null when it is not there. */
    static String value(String query, String name) {
        if (query == null) {
            return null;
        }
        return Arrays.stream(query.split("&")).filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1)).findFirst().orElse(null);
    }

    static String without(String path, String query, String name) {
        String rest = query == null ? ""
                : Arrays.stream(query.split("&"))
                        .filter(pair -> !pair.isEmpty() && !pair.equals(name) && !pair.startsWith(name + "="))
                        .collect(Collectors.joining("&"));
        return rest.isEmpty() ? path : path + "?" + rest;
    }

    static String with(String path, String query, String name, Object value) {
        String rest = without(path, query, name);
        return rest + (rest.contains("?") ? "&" : "?") + name + "="
                + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }
}
