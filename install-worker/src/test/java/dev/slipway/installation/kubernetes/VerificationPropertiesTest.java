package dev.slipway.installation.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class VerificationPropertiesTest {
    @Test
    void waitsThreeMinutesForEachCheckByDefault() {
        assertThat(bind(Map.of())).isEqualTo(new VerificationProperties(Duration.ofMinutes(3), Duration.ofMillis(300)));
    }

    @Test
    void readsEveryProperty() {
        assertThat(bind(Map.of("slipway.verification.patience", "10s", "slipway.verification.interval", "1s")))
                .isEqualTo(new VerificationProperties(Duration.ofSeconds(10), Duration.ofSeconds(1)));
    }

    private static VerificationProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("slipway.verification", VerificationProperties.class);
    }
}
