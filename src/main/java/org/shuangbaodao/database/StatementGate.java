package org.shuangbaodao.database;

import java.io.Serial;
import java.sql.SQLNonTransientConnectionException;

import jakarta.inject.Singleton;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import org.hibernate.exception.JDBCConnectionException;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * Lets no statement through while the database is known to be away. Every request would wait seconds for it otherwise, until
 * no thread is left for the pages that do not need it.
 */
@Singleton
@PersistenceUnitExtension
class StatementGate implements StatementInspector {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient DatabaseWatch watch;

    StatementGate(DatabaseWatch watch) {
        this.watch = watch;
    }

    @Override
    public String inspect(String sql) {
        if (watch.isAway()) {
            throw new JDBCConnectionException("The database is away",
                    new SQLNonTransientConnectionException("not asked, it did not answer lately", "08001"));
        }
        return sql;
    }
}
