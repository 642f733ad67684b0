package dev.slipway.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class FirstAdministratorPropertiesTest {
    private static final String PREFIX = "slipway.gateway.first-administrator";

    @Test
    void letsNobodyInByDefault() {
        assertThat(bind(Map.of())).isEqualTo(new FirstAdministratorProperties("administrator", null));
    }

    @Test
    void readsNameAndHash() {
        var hash = "0".repeat(64);

        assertThat(bind(Map.of(PREFIX + ".user", "alice", PREFIX + ".token-sha256", hash)))
                .isEqualTo(new FirstAdministratorProperties("alice", hash));
    }

    @Test
    void refusesATokenInPlaceOfItsHash() {
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            var token = new FirstAdministratorProperties("alice", TokenFixtures.ADMINISTRATOR.text());

            assertThat(factory.getValidator().validate(token)).hasSize(1);
        }
    }

    private static FirstAdministratorProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate(PREFIX, FirstAdministratorProperties.class);
    }
}
