package dev.slipway.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class GatewayPropertiesTest {
    @Test
    void allowsAMegabyteByDefault() {
        assertThat(bind(Map.of())).isEqualTo(new GatewayProperties(DataSize.ofMegabytes(1)));
    }

    @Test
    void readsTheLimitOfARequest() {
        assertThat(bind(Map.of("slipway.gateway.request-limit", "2KB")))
                .isEqualTo(new GatewayProperties(DataSize.ofKilobytes(2)));
    }

    private static GatewayProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("slipway.gateway", GatewayProperties.class);
    }
}
