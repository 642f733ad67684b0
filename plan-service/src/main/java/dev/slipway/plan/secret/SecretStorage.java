package dev.slipway.plan.secret;

import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the keyring before anything can be sealed, or stops the start. */
@Configuration(proxyBeanMethods = false)
class SecretStorage {
    /** The initializer is asked for so that the table is there. */
    @Bean
    Keyring keyring(SecretsProperties properties, Flyway flyway, FlywayMigrationInitializer migrated)
            throws SQLException {
        return properties.keyFile() == null
                ? Keyring.of(String.valueOf(properties.key()))
                : Keyring.open(new KeyFile(properties.keyFile()), secretsExist(flyway));
    }

    private static boolean secretsExist(Flyway flyway) throws SQLException {
        var schema = flyway.getConfiguration().getDefaultSchema();
        try (var connection = flyway.getConfiguration().getDataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select 1 from " + schema + ".sealed_secret limit 1")) {
            return rows.next();
        }
    }
}
