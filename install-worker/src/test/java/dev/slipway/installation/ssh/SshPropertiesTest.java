package dev.slipway.installation.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SshPropertiesTest {
    @Test
    void waitsHalfAMinuteForAHostByDefault() {
        assertThat(bind(Map.of())).isEqualTo(new SshProperties(Duration.ofSeconds(10), Duration.ofSeconds(30)));
    }

    @Test
    void readsEveryProperty() {
        assertThat(bind(Map.of("slipway.ssh.connect-timeout", "1s", "slipway.ssh.patience", "2m")))
                .isEqualTo(new SshProperties(Duration.ofSeconds(1), Duration.ofMinutes(2)));
    }

    private static SshProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("slipway.ssh", SshProperties.class);
    }
}
