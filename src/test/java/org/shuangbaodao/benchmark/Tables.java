package org.shuangbaodao.benchmark;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

import com.mysql.cj.jdbc.JdbcStatement;

/** Fills tables with {@code LOAD DATA}, some megabytes at a time. The connection may migrate and load local files. */
final class Tables implements Closeable {

    private static final int LARGE = 16 << 20;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS")
            .withZone(ZoneOffset.UTC);
    /** In an order that respects foreign keys, and the columns that are given. */
    private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("organization",
                "id, code, tree, kind, name, sort_key, parent_id, path, seat_id, unit, valid_from, valid_to,"
                        + " successor_id, version");
        COLUMNS.put("member", "id, number, category, name, sort_key, gender, birth_date, joined_on, phone_cipher,"
                + " id_number_cipher, id_number_index, skills, residence_id, created_at, anonymized_at, version");
        COLUMNS.put("affiliation", "id, member_id, branch_id, cell_id, valid_from, valid_to, roster_state, approved_by,"
                + " approved_at, version");
        COLUMNS.put("consent", "member_id, purpose, given, text_version, decided_at, version");
        COLUMNS.put("appointment", "id, member_id, organization_id, office, valid_from, valid_to, state, document, proposed_by,"
                + " proposed_at, version");
        COLUMNS.put("check_in", "id, holder, member_id, community_id, period, intention, skills, availability, state,"
                + " requested_by, requested_at, waiting_since, reason_text, valid_from, valid_to, version");
        COLUMNS.put("ledger_branch", "branch_id, sequence, head, open_from");
        COLUMNS.put("ledger_entry", "id, branch_id, sequence, book, holder_id, community_id, period, served_on, amount, kind,"
                + " rule_item, rule_version, parameters, source_type, source_id, source_revision, reverses, posted_at, posted_by,"
                + " format, digest, nonce, previous_hash, hash");
        COLUMNS.put("standing", "holder_id, book, period, branch_id, amount");
        COLUMNS.put("board_total", "organization_id, book, period, amount, entries");
    }

    private final Connection connection;
    private final Map<String, StringBuilder> waiting = new LinkedHashMap<>();

    Tables(String url, String user, String password) throws SQLException {
        connection = DriverManager.getConnection(url + "?allowLoadLocalInfile=true&connectionTimeZone=UTC", user, password);
        COLUMNS.keySet().forEach(table -> waiting.put(table, new StringBuilder()));
        sql("set unique_checks = 0, foreign_key_checks = 0, time_zone = '+00:00'");
    }

    Connection connection() {
        return connection;
    }

    void sql(String statement) throws SQLException {
        try (Statement each = connection.createStatement()) {
            each.execute(statement);
        }
    }

    /** Lines with tabs, to be added to. */
    StringBuilder open(String table) {
        return waiting.get(table);
    }

    void row(String table, Object... values) {
        StringBuilder lines = waiting.get(table);
        for (int i = 0; i < values.length; i++) {
            lines.append(text(values[i])).append(i < values.length - 1 ? '\t' : '\n');
        }
    }

    private static Object text(Object value) {
        if (value == null) {
            return "\\N";
        }
        if (value instanceof Instant moment) {
            return MOMENT.format(moment);
        }
        return value instanceof Boolean yes ? yes ? 1 : 0 : value;
    }

    void flushLarge() {
        if (waiting.values().stream().anyMatch(lines -> lines.length() > LARGE)) {
            waiting.forEach(this::load);
        }
    }

    void finish() {
        waiting.forEach(this::load);
    }

    private void load(String table, StringBuilder lines) {
        if (lines.length() > 0) {
            load(connection, table, COLUMNS.get(table), lines.toString());
            lines.setLength(0);
        }
    }

    /** @param columns of the lines, in their order */
    static void load(Connection connection, String table, String columns, String lines) {
        try (Statement statement = connection.createStatement()) {
            statement.unwrap(JdbcStatement.class)
                    .setLocalInfileInputStream(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
            statement.execute("load data local infile 'stream' into table %s character set utf8mb4 (%s)".formatted(table,
                    columns));
        } catch (SQLException e) {
            throw new IllegalStateException("Table " + table + " could not be filled", e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
