package dev.slipway.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class FailedAttemptsPropertiesTest {
    @Test
    void forgivesTwentyWrongTokensAMinuteByDefault() {
        assertThat(bind(Map.of())).isEqualTo(new FailedAttemptsProperties(20, Duration.ofMinutes(1)));
    }

    @Test
    void readsHowManyInWhichTime() {
        assertThat(bind(Map.of(
                        "slipway.gateway.failed-attempts.most", "3",
                        "slipway.gateway.failed-attempts.per", "10s")))
                .isEqualTo(new FailedAttemptsProperties(3, Duration.ofSeconds(10)));
    }

    @Test
    void refusesToForgiveNone() {
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            var none = new FailedAttemptsProperties(0, Duration.ofMinutes(1));

            assertThat(factory.getValidator().validate(none)).hasSize(1);
        }
    }

    private static FailedAttemptsProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("slipway.gateway.failed-attempts", FailedAttemptsProperties.class);
    }
}
