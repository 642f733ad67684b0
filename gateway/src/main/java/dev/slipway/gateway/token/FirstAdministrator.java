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

/**
 * Lets the first administrator in, once the table is there and before any request can come. Whoever may write the
 * settings may decide who that is: another hash there takes the place of the one that is known, and of no other token.
 */
@Component
class FirstAdministrator extends BaseCallback {
    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final String INSERT = """
            insert into gateway.bearer_token (id, name, token_sha256, user_name, roles, created_at, version,
                first_administrator)
            select ?, 'first-administrator', ?, ?, array['USER', 'ADMINISTRATOR'], now(), 0, true
            where not exists (select 1 from gateway.bearer_token)
            on conflict do nothing
            """;
    /** A person may have put a token of another row into the settings: that one is in already. */
    private static final String REPLACE = """
            update gateway.bearer_token
            set token_sha256 = ?, user_name = ?, last_used_at = null, version = version + 1
            where first_administrator
                and not exists (select 1 from gateway.bearer_token as known where known.token_sha256 = ?)
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
        } else if (replace(context.getConnection(), hash)) {
            log.atWarn()
                    .addKeyValue("user", properties.user())
                    .log("First administrator has another token by the settings: the one before is worth nothing now");
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

    private boolean replace(Connection connection, String hash) {
        try (var statement = connection.prepareStatement(REPLACE)) {
            statement.setString(1, hash);
            statement.setString(2, properties.user());
            statement.setString(3, hash);
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot replace the first administrator's token", e);
        }
    }
}
