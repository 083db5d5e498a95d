package org.shuangbaodao.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.quarkus.logging.Log;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Where something else migrates (in a cluster a Job), a service that comes first waits for it here, before anything reads a
 * table: {@code QUARKUS_FLYWAY_MIGRATE_AT_START=false} with {@code QUARKUS_FLYWAY_VALIDATE_AT_START=true}. What Flyway then
 * finds is this package's schema, or the start ends.
 */
public class MigrationAwaited implements Callback {

    private static final int SECONDS_BETWEEN_LOOKS = 2;
    // No such table; no right to read it yet.
    private static final Set<Integer> NOT_YET = Set.of(1146, 1142);

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_VALIDATE
                && !ConfigProvider.getConfig().getValue("quarkus.flyway.migrate-at-start", Boolean.class);
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        String version = SchemaVersion.newest(new Flyway(context.getConfiguration()));
        try {
            for (int look = 0; !isApplied(version, context.getConnection()); look++) {
                if (look % 10 == 0) {
                    Log.infof("Waiting until the database is migrated to version %s", version);
                }
                TimeUnit.SECONDS.sleep(SECONDS_BETWEEN_LOOKS);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database went away while its migration was awaited", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Ended while the migration was awaited", e);
        }
    }

    private static boolean isApplied(String version, Connection connection) throws SQLException {
        // Each look with a view of its own, whatever the isolation level.
        connection.rollback();
        try {
            return SchemaVersion.isApplied(version, connection);
        } catch (SQLException e) {
            if (NOT_YET.contains(e.getErrorCode())) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public String getCallbackName() {
        return "migration-awaited";
    }
}
