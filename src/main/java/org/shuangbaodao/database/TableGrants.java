package org.shuangbaodao.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

import io.quarkus.logging.Log;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * After each migration, gives the service's account its rights table by table: everything on ordinary tables, only SELECT and
 * INSERT on those whose comment starts with {@code append-only}, only SELECT on the history of migrations. Needs a migration
 * account that may grant; with one account for both, nothing is granted, and the ledger is reported as unprotected.
 */
public class TableGrants implements Callback {

    private static final String APPEND_ONLY = "append-only";

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        String service = ConfigProvider.getConfig().getValue("quarkus.datasource.username", String.class);
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            if (currentUser(statement).equals(service)) {
                Log.warn("One database account migrates and serves: nothing but the hash chain protects the ledger");
                return;
            }
            for (Map.Entry<String, String> table : rights(statement).entrySet()) {
                statement.execute("grant %s on `%s` to %s".formatted(table.getValue(), table.getKey(), account(service)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The service account '%s' could not be given its rights".formatted(service), e);
        }
    }

    private static String account(String name) {
        return "'%s'@'%%'".formatted(name.replace("'", "''"));
    }

    private static String currentUser(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select current_user()")) {
            row.next();
            return row.getString(1).replaceFirst("@[^@]*$", "");
        }
    }

    private static Map<String, String> rights(Statement statement) throws SQLException {
        Map<String, String> rights = new LinkedHashMap<>();
        try (ResultSet rows = statement.executeQuery("""
                select table_name, table_comment from information_schema.tables
                where table_schema = database() and table_type = 'BASE TABLE' order by table_name""")) {
            while (rows.next()) {
                rights.put(rows.getString(1), rights(rows.getString(1), rows.getString(2)));
            }
        }
        return rights;
    }

    private static String rights(String table, String comment) {
        if (table.equals(SchemaVersion.HISTORY)) {
            return "select";
        }
        return comment.startsWith(APPEND_ONLY) ? "select, insert" : "select, insert, update, delete";
    }

    @Override
    public String getCallbackName() {
        return "table-grants";
    }
}
