package dev.slipway.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class RoutePropertiesTest {
    @Test
    void allowsAMegabyteByDefault() {
        assertThat(bind("slipway.gateway", GatewayProperties.class, Map.of()))
                .isEqualTo(new GatewayProperties(DataSize.ofMegabytes(1)));
    }

    @Test
    void readsTheLimitOfARequest() {
        assertThat(bind("slipway.gateway", GatewayProperties.class, Map.of("slipway.gateway.request-limit", "2KB")))
                .isEqualTo(new GatewayProperties(DataSize.ofKilobytes(2)));
    }

    @Test
    void readsWhereTheKeyIs() {
        assertThat(bind("slipway.token", TokenProperties.class, Map.of("slipway.token.key", "/keys/gateway.jwk.json")))
                .isEqualTo(new TokenProperties(Path.of("/keys/gateway.jwk.json")));
    }

    private static <T> T bind(String prefix, Class<T> type, Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate(prefix, type);
    }
}
