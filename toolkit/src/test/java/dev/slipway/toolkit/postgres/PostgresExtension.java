package dev.slipway.toolkit.postgres;

import dev.slipway.toolkit.port.FreePort;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.Extension;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A real PostgreSQL, one server for all tests of the JVM and an own database for each extension. Register it as a
 * static field, and pass its addresses on with a method annotated with DynamicPropertySource.
 */
public final class PostgresExtension implements Extension {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final String database = "test" + DATABASES.incrementAndGet();

    /** Starts the server when it is the first, and makes the database. */
    public PostgresExtension() {
        execute("create database " + database);
    }

    /** Sets where a service finds its database. */
    public void register(DynamicPropertyRegistry registry) {
        registry.add("slipway.database.host", () -> "localhost");
        registry.add("slipway.database.port", server()::getPort);
        registry.add("slipway.database.name", () -> database);
        registry.add("slipway.database.username", this::username);
        registry.add("slipway.database.password", this::password);
    }

    /** Returns the address for R2DBC. */
    public String r2dbcUrl() {
        return "r2dbc:postgresql://localhost:" + server().getPort() + "/" + database;
    }

    /** Returns the address for JDBC. */
    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + server().getPort() + "/" + database;
    }

    /** Returns the user. */
    public String username() {
        return "postgres";
    }

    /** Returns the user's password. */
    public String password() {
        return "postgres";
    }

    /** Returns the database for tests that look into it. */
    public DataSource dataSource() {
        return server().getDatabase(username(), database);
    }

    private static void execute(String sql) {
        try (var connection = server().getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EmbeddedPostgres server() {
        return Server.RUNNING;
    }

    /** Started by the first who asks. */
    private static final class Server {
        private static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setPort(FreePort.find())
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
