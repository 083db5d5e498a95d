package org.shuangbaodao.database;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Host, port and database out of a JDBC address, for the programs that do not speak JDBC. */
record DatabaseAddress(String host, int port, String database, Optional<String> sslMode) {

    private static final Pattern ADDRESS = Pattern
            .compile("jdbc:(?:mysql|mariadb)(?::[a-z]+)*://(\\[[^]]+]|[^/?,:]+)(?::(\\d+))?(?:,[^/]*)?/([^?]+)(\\?.*)?");
    private static final Pattern SSL_MODE = Pattern.compile("[?&]sslMode=([A-Z_]+)");

    /**
     * Of several hosts, the first.
     *
     * @throws IllegalArgumentException for an address of another kind
     */
    static DatabaseAddress of(String url) {
        Matcher matcher = ADDRESS.matcher(url);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("The database's address has to look like jdbc:mysql://host:3306/app");
        }
        String parameters = Optional.ofNullable(matcher.group(4)).orElse("");
        Matcher sslMode = SSL_MODE.matcher(parameters);
        return new DatabaseAddress(matcher.group(1).replaceAll("[\\[\\]]", ""),
                matcher.group(2) == null ? 3306 : Integer.parseInt(matcher.group(2)), matcher.group(3),
                sslMode.find() ? Optional.of(sslMode.group(1)) : Optional.empty());
    }
}
