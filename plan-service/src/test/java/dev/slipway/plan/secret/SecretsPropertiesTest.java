package dev.slipway.plan.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SecretsPropertiesTest {
    @Test
    void readsTheFileOfTheKeys() {
        assertThat(bind(Map.of("slipway.secrets.key-file", "/keys/secrets.json")))
                .isEqualTo(new SecretsProperties(Path.of("/keys/secrets.json"), null));
    }

    @Test
    void readsTheKeysThemselves() {
        assertThat(bind(Map.of("slipway.secrets.key", "{}"))).isEqualTo(new SecretsProperties(null, "{}"));
    }

    @Test
    void wantsOneOfTheTwo() {
        assertThatThrownBy(() -> bind(Map.of())).hasRootCauseInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bind(Map.of("slipway.secrets.key-file", "/keys", "slipway.secrets.key", "{}")))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doesNotShowTheKeys() {
        assertThat(bind(Map.of("slipway.secrets.key", "of-gold")).toString()).doesNotContain("of-gold");
    }

    private static SecretsProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("slipway.secrets", SecretsProperties.class);
    }
}
