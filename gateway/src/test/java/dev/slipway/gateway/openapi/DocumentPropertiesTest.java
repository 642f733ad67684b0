package dev.slipway.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DocumentPropertiesTest {
    @Test
    void hasItsOwnDocumentByDefault() {
        assertThat(bind(Map.of())).isEqualTo(new DocumentProperties(List.of("gateway")));
    }

    @Test
    void readsWhichServicesHaveOne() {
        assertThat(bind(Map.of("slipway.gateway.documents", "gateway, plan-service")))
                .isEqualTo(new DocumentProperties(List.of("gateway", "plan-service")));
    }

    private static DocumentProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("slipway.gateway", DocumentProperties.class);
    }
}
