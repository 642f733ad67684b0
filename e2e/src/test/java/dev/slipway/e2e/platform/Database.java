package dev.slipway.e2e.platform;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The platform's database, read past the product: what the API does not show must be right, too. */
public final class Database {
    private static final String URL = "jdbc:postgresql://127.0.0.1:27032/slipway?currentSchema=plan";

    private Database() {}

    /**
     * Returns the first column of what a query finds; asks again while PostgreSQL, which may just have died, is away.
     */
    public static List<String> texts(String query, String... values) {
        return await(query)
                .atMost(Operations.RETURN)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(() -> textsNow(query, values), answer -> true);
    }

    /** Keeps everybody else from changing a table until what is returned is closed: who wants to has to wait. */
    public static Held hold(String table) throws SQLException {
        var connection = connect();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("lock table " + table + " in exclusive mode");
        }
        return new Held(table, connection);
    }

    private static List<String> textsNow(String query, String... values) throws SQLException {
        try (var connection = connect();
                var statement = connection.prepareStatement(query)) {
            for (var i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            var found = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                URL, "slipway", Platform.setting("plan-service", "slipway.database.password"));
    }

    /** A table that is held. */
    public record Held(String table, Connection connection) implements AutoCloseable {
        /** Tells whether somebody waits for it. */
        public boolean isWantedByOthers() throws SQLException {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select count(*) from pg_locks where not granted"
                            + " and relation = '" + table + "'::regclass")) {
                return rows.next() && rows.getInt(1) > 0;
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
