package dev.slipway.gateway.token;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lets the first administrator in, once the table is there and before any request can come. */
@Component
class FirstAdministrator extends BaseCallback {
    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final String INSERT = """
            insert into gateway.bearer_token (id, name, token_sha256, user_name, roles, created_at, version)
            select ?, 'first-administrator', ?, ?, array['USER', 'ADMINISTRATOR'], now(), 0
            where not exists (select 1 from gateway.bearer_token)
            on conflict do nothing
            """;

    private final FirstAdministratorProperties properties;

    FirstAdministrator(FirstAdministratorProperties properties) {
        this.properties = properties;
    }

    @Override
    public boolean supports(Event event, @Nullable Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
        var hash = properties.tokenSha256();
        if (hash == null) {
            log.info("No first administrator is configured");
        } else if (insert(context.getConnection(), hash)) {
            log.atInfo().addKeyValue("user", properties.user()).log("First administrator may come in");
        }
    }

    private boolean insert(Connection connection, String hash) {
        try (var statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, UUID.randomUUID());
            statement.setString(2, hash);
            statement.setString(3, properties.user());
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot store the first administrator", e);
        }
    }
}
