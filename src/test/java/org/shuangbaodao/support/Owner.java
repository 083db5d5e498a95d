package org.shuangbaodao.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Somebody who has the account that owns the tables, and with it the power to change what the service may only add to. */
@ApplicationScoped
public class Owner {

    private final String url;
    private final String account;
    private final String password;

    Owner(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.flyway.username") String account,
            @ConfigProperty(name = "quarkus.flyway.password") String password) {
        this.url = url;
        this.account = account;
        this.password = password;
    }

    /** A connection on which no foreign key stands in the way. */
    public Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(url, account, password);
        connection.createStatement().execute("set foreign_key_checks = 0");
        return connection;
    }

    public void run(String statement) throws SQLException {
        try (Connection connection = connect()) {
            connection.createStatement().executeUpdate(statement);
        }
    }

    /** Leaves nothing in the books of the branch: other tests look whether all sums agree. */
    public void forgetBooksOf(long branchId) throws SQLException {
        for (String table : new String[] { "ledger_entry", "standing", "ledger_branch" }) {
            run("delete from " + table + " where branch_id = " + branchId);
        }
    }
}
