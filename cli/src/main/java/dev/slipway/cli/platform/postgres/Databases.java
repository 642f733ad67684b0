package dev.slipway.cli.platform.postgres;

import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.waiting.Waiting;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** The roles and databases on the server. */
public final class Databases {
    private static final Waiting PATIENCE = Waiting.upTo(Duration.ofMinutes(1)).every(Duration.ofMillis(50));

    private final PostgresServer server;
    private final String password;

    /** The databases of a server, made as its superuser. */
    public Databases(PostgresServer server, String password) {
        this.server = server;
        this.password = password;
    }

    /** Waits until the server lets the superuser in. */
    public void awaitServer() {
        PATIENCE.until(
                this::answers,
                () -> new ProblemException("PostgreSQL does not answer", "its log: slipway logs postgres"));
    }

    /** Makes the role and its databases unless they are there, and sets its password. */
    public void ensure(String role, String rolePassword, String... databases) {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
                statement.execute("CREATE ROLE " + role + " LOGIN");
            }
            statement.execute("ALTER ROLE %s PASSWORD '%s'".formatted(role, rolePassword.replace("'", "''")));
            for (String database : databases) {
                if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
                    statement.execute("CREATE DATABASE " + database + " OWNER " + role);
                }
            }
        } catch (SQLException e) {
            throw new ProblemException("The databases cannot be made: " + e.getMessage(), e);
        }
    }

    /** Whether a database has a table. */
    public boolean hasTable(String database, String table) {
        try (Connection connection = connect(database)) {
            return exists(connection, "SELECT 1 FROM information_schema.tables WHERE table_name = ?", table);
        } catch (SQLException e) {
            throw new ProblemException("The database cannot be read: " + e.getMessage(), e);
        }
    }

    private boolean answers() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            if ("28P01".equals(e.getSQLState())) {
                throw new ProblemException(
                        "PostgreSQL on port " + server.port() + " does not know our password: it is not ours", e);
            }
            return false;
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(database), PostgresServer.ADMINISTRATOR, password);
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }
}
