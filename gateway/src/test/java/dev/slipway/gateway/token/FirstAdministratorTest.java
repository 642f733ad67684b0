package dev.slipway.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.junit.jupiter.api.Test;

/** Before a database that is not asked, or does not answer; TokensIT has a real one. */
class FirstAdministratorTest {
    private static final Context BROKEN = fake(Context.class, (self, method, arguments) -> connection());

    @Test
    void waitsForTheTables() {
        var administrator = administrator(null);

        assertThat(administrator.supports(Event.AFTER_MIGRATE, null)).isTrue();
        assertThat(administrator.supports(Event.BEFORE_MIGRATE, null)).isFalse();
    }

    @Test
    void asksNothingWhereNobodyIsToComeIn() {
        assertThatCode(() -> administrator(null).handle(Event.AFTER_MIGRATE, BROKEN))
                .doesNotThrowAnyException();
    }

    @Test
    void keepsAGatewayFromStartingThatNobodyCouldUse() {
        var administrator = administrator("0".repeat(64));

        assertThatThrownBy(() -> administrator.handle(Event.AFTER_MIGRATE, BROKEN))
                .hasMessage("Cannot store the first administrator")
                .hasCauseInstanceOf(SQLException.class);
    }

    private static FirstAdministrator administrator(String hash) {
        return new FirstAdministrator(new FirstAdministratorProperties("administrator", hash));
    }

    private static Connection connection() {
        return fake(Connection.class, (self, method, arguments) -> {
            throw new SQLException("the connection is closed");
        });
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
