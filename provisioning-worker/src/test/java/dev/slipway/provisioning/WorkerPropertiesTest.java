package dev.slipway.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WorkerPropertiesTest {
    @Test
    void findsPlanServiceOnThisMachineByDefault() {
        assertThat(bind("slipway.plan-service", PlanServiceProperties.class, Map.of()))
                .isEqualTo(new PlanServiceProperties(URI.create("http://127.0.0.1:7081")));
    }

    @Test
    void readsWherePlanServiceIs() {
        var settings = Map.of("slipway.plan-service.url", "http://plan.example:81");

        assertThat(bind("slipway.plan-service", PlanServiceProperties.class, settings))
                .isEqualTo(new PlanServiceProperties(URI.create("http://plan.example:81")));
    }

    @Test
    void readsWhereItsKeyIs() {
        var settings = Map.of("slipway.token.key", "/keys/worker.jwk.json");

        assertThat(bind("slipway.token", TokenProperties.class, settings))
                .isEqualTo(new TokenProperties(Path.of("/keys/worker.jwk.json")));
    }

    private static <T> T bind(String prefix, Class<T> type, Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate(prefix, type);
    }
}
