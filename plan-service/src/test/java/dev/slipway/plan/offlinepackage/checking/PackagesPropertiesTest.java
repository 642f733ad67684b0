package dev.slipway.plan.offlinepackage.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PackagesPropertiesTest {
    @Test
    void hasDefaultsForAllButTheKeys() {
        assertThat(bind(Map.of("slipway.packages.trusted-keys", "/keys")))
                .isEqualTo(new PackagesProperties(
                        Path.of("/keys"),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(10),
                        List.of()));
    }

    @Test
    void readsEveryProperty() {
        assertThat(bind(Map.of(
                        "slipway.packages.trusted-keys", "/keys",
                        "slipway.packages.probe-interval", "1m",
                        "slipway.packages.pick-up-interval", "2s",
                        "slipway.packages.lease", "3s",
                        "slipway.packages.patience", "4s",
                        "slipway.packages.networks", "127.0.0.1/32,169.254.7.0/24")))
                .isEqualTo(new PackagesProperties(
                        Path.of("/keys"),
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(4),
                        List.of("127.0.0.1/32", "169.254.7.0/24")));
    }

    private static PackagesProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bind("slipway.packages", PackagesProperties.class)
                .get();
    }
}
