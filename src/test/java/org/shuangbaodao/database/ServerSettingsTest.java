package org.shuangbaodao.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.MySqlSchema;
import org.shuangbaodao.support.TestClock;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server is set to by default is its own business: on our connections our settings hold, and nothing is bent. */
@QuarkusTest
class ServerSettingsTest {

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    TestClock clock;
    @Inject
    DataSource pool;
    @Inject
    AgroalDataSource agroal;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void aConnectionOfThePoolHasOurSettings() throws SQLException {
        assertThat(session()).containsExactlyInAnyOrderEntriesOf(ours());
    }

    @Test
    void aServerThatIsSetUpOtherwiseChangesNothing() throws SQLException {
        String port = System.getProperty("test.mysql.port", "");
        assumeFalse(port.isBlank(), "only root may set up a server otherwise, and only a server of one's own");
        int server = Integer.parseInt(port);
        try {
            MySqlSchema.asRoot(server, "set global sql_mode = ''", "set global time_zone = '+09:00'",
                    "set global transaction_isolation = 'SERIALIZABLE'", "set global innodb_lock_wait_timeout = 3600",
                    "set global collation_server = 'latin1_swedish_ci'", "set global character_set_client = 'latin1'");
            agroal.flush(FlushMode.GRACEFUL);

            assertThat(session()).containsExactlyInAnyOrderEntriesOf(ours());
            momentsAreKeptToTheMicrosecond("2026-10-08T01:02:03.123456Z");
        } finally {
            MySqlSchema.asRoot(server, "set global sql_mode = default", "set global time_zone = default",
                    "set global transaction_isolation = default", "set global innodb_lock_wait_timeout = default",
                    "set global collation_server = default", "set global character_set_client = default");
            agroal.flush(FlushMode.GRACEFUL);
        }
    }

    private static Map<String, String> ours() {
        return Map.of("isolation", "READ-COMMITTED", "zone", "+00:00", "collation", "utf8mb4_bin", "client", "utf8mb4",
                "results", "utf8mb4", "lockWait", "8", "strict", "1", "noZero", "1", "fullGroup", "1");
    }

    private Map<String, String> session() throws SQLException {
        try (Connection connection = pool.getConnection(); ResultSet row = connection.createStatement().executeQuery("""
                select @@session.transaction_isolation as isolation,
                  time_format(timediff(now(), utc_timestamp()), '+%H:%i') as zone,
                  @@session.collation_connection as collation, @@session.character_set_client as client,
                  coalesce(@@session.character_set_results, 'utf8mb4') as results,
                  @@session.innodb_lock_wait_timeout as lockWait,
                  find_in_set('STRICT_TRANS_TABLES', @@session.sql_mode) > 0 as strict,
                  find_in_set('NO_ZERO_DATE', @@session.sql_mode) > 0 as noZero,
                  find_in_set('ONLY_FULL_GROUP_BY', @@session.sql_mode) > 0 as fullGroup""")) {
            row.next();
            Map<String, String> session = new LinkedHashMap<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                session.put(row.getMetaData().getColumnLabel(i), row.getString(i));
            }
            return session;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "2026-10-08T01:02:03.123456Z", "2026-10-08T15:59:59.999999Z", "2026-10-08T16:00:00.000001Z" })
    void momentsAreKeptToTheMicrosecond(String moment) throws SQLException {
        long id = Ids.next();
        try (Connection connection = pool.getConnection()) {
            try (var insert = connection.prepareStatement(
                    "insert into request_key (actor_id, request_key, request_hash, answer, created_at) values (?, 'k', '', '', ?)")) {
                insert.setLong(1, id);
                insert.setTimestamp(2, Timestamp.from(Instant.parse(moment)));
                insert.executeUpdate();
            }
            try (ResultSet row = connection.createStatement()
                    .executeQuery("select created_at, cast(created_at as char) from request_key where actor_id = " + id)) {
                row.next();
                assertThat(row.getTimestamp(1).toInstant()).isEqualTo(Instant.parse(moment));
                assertThat(row.getString(2)).isEqualTo(moment.replace('T', ' ').replace("Z", ""));
            }
        }
    }

    /** Outside the basic plane, joined by invisible characters, combined, right to left. */
    @ParameterizedTest
    @ValueSource(strings = { "𠮷野社区帮厨", "👩‍👩‍👧‍👦 家庭日", "q\u0307 角", "🏳️‍🌈🇨🇳", "שלום 邻居", "𪚥𠀀〇" })
    void rareCharactersComeBackAsTheyWere(String summary) throws SQLException {
        clock.set("2026-10-08T10:00:00.123456");
        Given.Town town = given.town();
        Member member = given.member(town.branch());

        String id = as.api(member).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("startedAt", "2026-10-07T08:00", "endedAt", "2026-10-07T09:00", "summary", summary,
                        "communityCode",
                        town.community().code))
                .post("/api/records").then().statusCode(201).body("summary", equalTo(summary)).extract().path("id");

        as.api(member).get("/api/records/" + id).then().body("summary", equalTo(summary))
                .body("submittedAt", equalTo("2026-10-08T02:00:00.123456Z"));
        assertThat(as.pages(member).get("/records/" + id).text()).contains(summary);
        assertThat(stored(id)).isEqualTo(summary);
    }

    @Test
    void charactersThatLookAlikeAreNotEqual() throws SQLException {
        try (Connection connection = pool.getConnection();
                ResultSet row = connection.createStatement()
                        .executeQuery("select '𠮷' = '𠮸', 'a' = 'A', '😀' = '😁', 'e\u0301' = '\u00e9'")) {
            row.next();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                assertThat(row.getBoolean(i)).as("comparison %d", i).isFalse();
            }
        }
    }

    private String stored(String id) throws SQLException {
        try (Connection connection = pool.getConnection();
                ResultSet row = connection.createStatement().executeQuery(
                        "select hex(summary) from service_record where id = " + Ids.parse(id).orElseThrow())) {
            row.next();
            return new String(HexFormat.of().parseHex(row.getString(1)), StandardCharsets.UTF_8);
        }
    }
}
