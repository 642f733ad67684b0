package dev.slipway.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.toolkit.postgres.PostgresExtension;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FirstAdministratorIT {
    private static final String FIRST = "1".repeat(64);
    private static final String SECOND = "2".repeat(64);
    private static final String OTHER = "3".repeat(64);

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @BeforeEach
    void forgetAll() throws SQLException {
        start(null);
        execute("delete from gateway.bearer_token");
    }

    @Test
    void comesInWhileNoTokenIsKnown() throws SQLException {
        start(FIRST);
        start(FIRST);

        assertThat(hashes()).containsExactly("first-administrator " + FIRST);
    }

    @Test
    void getsTheTokenOfTheSettingsInPlaceOfALostOne() throws SQLException {
        start(FIRST);
        add("first-administrator", OTHER);

        start(SECOND);

        assertThat(hashes()).containsExactly("first-administrator " + SECOND, "first-administrator " + OTHER);
    }

    @Test
    void keepsTheTokenWhenTheSettingsNameNoneOrThatOfAnother() throws SQLException {
        start(FIRST);
        add("laptop", OTHER);

        start(null);
        start(OTHER);

        assertThat(hashes()).containsExactly("first-administrator " + FIRST, "laptop " + OTHER);
    }

    @Test
    void doesNotComeBackOnceRevoked() throws SQLException {
        start(FIRST);
        add("laptop", OTHER);
        execute("delete from gateway.bearer_token where token_sha256 = '" + FIRST + "'");

        start(FIRST);
        start(SECOND);

        assertThat(hashes()).containsExactly("laptop " + OTHER);
    }

    @Test
    void isTheOneWhoCameFirstOfThoseBeforeThisVersion() throws SQLException {
        execute("drop schema gateway cascade");
        flyway(null, "1").migrate();
        add("first-administrator", FIRST);
        add("first-administrator", OTHER);

        start(SECOND);

        assertThat(hashes()).containsExactly("first-administrator " + SECOND, "first-administrator " + OTHER);
    }

    private static void start(@Nullable String hash) {
        flyway(hash, "latest").migrate();
    }

    private static Flyway flyway(@Nullable String hash, String target) {
        var administrator = new FirstAdministrator(new FirstAdministratorProperties("administrator", hash));
        return Flyway.configure()
                .dataSource(POSTGRES.dataSource())
                .schemas("gateway")
                .defaultSchema("gateway")
                .target(target)
                .callbacks(administrator)
                .load();
    }

    private static void add(String name, String hash) throws SQLException {
        execute("""
                insert into gateway.bearer_token (id, name, token_sha256, user_name, roles, created_at, version)
                values (gen_random_uuid(), '%s', '%s', 'alice', array['USER', 'ADMINISTRATOR'], clock_timestamp(), 0)
                """.formatted(name, hash));
    }

    private static List<String> hashes() throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = POSTGRES.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select name, token_sha256 from gateway.bearer_token order by created_at")) {
            while (rows.next()) {
                found.add(rows.getString(1) + " " + rows.getString(2));
            }
        }
        return found;
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = POSTGRES.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
