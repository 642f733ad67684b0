package dev.slipway.toolkit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SecurityPropertiesTest {
    @Test
    void readsKeysAndAudience() {
        var source = new MapConfigurationPropertySource(Map.of(
                "slipway.security.trusted-keys", "/keys/public.jwks.json",
                "slipway.security.audience", "plan-service"));

        var properties = new Binder(source)
                .bind("slipway.security", SecurityProperties.class)
                .get();

        assertThat(properties).isEqualTo(new SecurityProperties(Path.of("/keys/public.jwks.json"), "plan-service"));
    }
}
