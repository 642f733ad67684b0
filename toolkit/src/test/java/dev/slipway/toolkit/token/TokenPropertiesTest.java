package dev.slipway.toolkit.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TokenPropertiesTest {
    @Test
    void readsWhereTheKeyIs() {
        var source = new MapConfigurationPropertySource(Map.of("slipway.token.key", "/keys/worker.jwk.json"));

        assertThat(new Binder(source)
                        .bind("slipway.token", TokenProperties.class)
                        .get())
                .isEqualTo(new TokenProperties(Path.of("/keys/worker.jwk.json")));
    }
}
