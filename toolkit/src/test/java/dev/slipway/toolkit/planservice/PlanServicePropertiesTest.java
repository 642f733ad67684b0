package dev.slipway.toolkit.planservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PlanServicePropertiesTest {
    @Test
    void findsPlanServiceOnThisMachineByDefault() {
        assertThat(bind(Map.of())).isEqualTo(new PlanServiceProperties(URI.create("http://127.0.0.1:7081")));
    }

    @Test
    void readsWherePlanServiceIs() {
        assertThat(bind(Map.of("slipway.plan-service.url", "http://plan.example:81")))
                .isEqualTo(new PlanServiceProperties(URI.create("http://plan.example:81")));
    }

    private static PlanServiceProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("slipway.plan-service", PlanServiceProperties.class);
    }
}
