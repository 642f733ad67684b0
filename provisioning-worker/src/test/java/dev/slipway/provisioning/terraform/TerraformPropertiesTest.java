package dev.slipway.provisioning.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TerraformPropertiesTest {
    @Test
    void findsItsProgramsOnThePathByDefault() {
        assertThat(bind(Map.of()))
                .isEqualTo(new TerraformProperties(
                        "terraform",
                        "docker",
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(20),
                        null));
    }

    @Test
    void readsEveryProperty() {
        assertThat(bind(Map.of(
                        "slipway.terraform.executable", "/bin/tf",
                        "slipway.terraform.docker", "/bin/docker",
                        "slipway.terraform.grace", "5s",
                        "slipway.terraform.lock-timeout", "1m",
                        "slipway.terraform.silence", "10m",
                        "slipway.terraform.docker-host", "unix:///run/docker.sock")))
                .isEqualTo(new TerraformProperties(
                        "/bin/tf",
                        "/bin/docker",
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(10),
                        "unix:///run/docker.sock"));
    }

    private static TerraformProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("slipway.terraform", TerraformProperties.class);
    }
}
