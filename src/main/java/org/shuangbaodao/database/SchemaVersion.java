package org.shuangbaodao.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Ready only where the database has the newest migration this package carries: an older dump restored under a running service
 * must not be written to. A database that is further on is fine, because migrations only add what the version before can do
 * without.
 */
@Readiness
@ApplicationScoped
class SchemaVersion implements HealthCheck {

    static final String HISTORY = "flyway_schema_history";

    private final Flyway flyway;
    private final DataSource database;
    private volatile String newest;

    SchemaVersion(Flyway flyway, DataSource database) {
        this.flyway = flyway;
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        return check(newest());
    }

    HealthCheckResponse check(String version) {
        boolean there;
        try (Connection connection = database.getConnection()) {
            there = isApplied(version, connection);
        } catch (SQLException e) {
            // The database's own check says what is wrong with it.
            there = false;
        }
        return HealthCheckResponse.named("schema migrated").status(there).withData("version", version).build();
    }

    private String newest() {
        if (newest == null) {
            newest = newest(flyway);
        }
        return newest;
    }

    /** The newest version among the package's migrations. */
    static String newest(Flyway flyway) {
        return Stream.of(flyway.info().all()).filter(migration -> migration.getState().isResolved())
                .map(MigrationInfo::getVersion).max(Comparator.naturalOrder()).map(MigrationVersion::getVersion)
                .orElseThrow(() -> new IllegalStateException("The package carries no migrations"));
    }

    static boolean isApplied(String version, Connection connection) throws SQLException {
        try (PreparedStatement query = connection
                .prepareStatement("select 1 from " + HISTORY + " where version = ? and success = 1")) {
            query.setString(1, version);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }
}
