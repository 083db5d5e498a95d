package org.shuangbaodao.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.BusinessTime;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LoginPurgeTest {

    @Inject
    LoginPurge purge;
    @Inject
    BusinessTime time;
    @Inject
    DataSource database;

    @Test
    void sixMonthsAreKeptAndNotMuchMore() throws SQLException {
        String old = attempt(LoginPurge.KEPT.plusDays(1));
        String kept = attempt(Duration.ofDays(184));

        purge.purge();

        assertThat(isThere(old)).isFalse();
        assertThat(isThere(kept)).as("the law asks for six months").isTrue();
    }

    private String attempt(Duration ago) throws SQLException {
        String bucket = "purge-" + UUID.randomUUID();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection
                        .prepareStatement("insert into login_attempt (bucket, failures, last_at) values (?, 1, ?)")) {
            insert.setString(1, bucket);
            insert.setTimestamp(2, Timestamp.from(time.now().minus(ago)));
            insert.executeUpdate();
        }
        return bucket;
    }

    private boolean isThere(String bucket) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection
                        .prepareStatement("select 1 from login_attempt where bucket = ?")) {
            select.setString(1, bucket);
            return select.executeQuery().next();
        }
    }
}
