package dev.slipway.installation.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PreflightPropertiesTest {
    @Test
    void asksForWhatTheSmallestClusterNeedsByDefault() {
        var properties = bind(Map.of());

        assertThat(properties.systems()).isEqualTo(Map.of("debian", List.of("12")));
        assertThat(properties.controlPlaneCpus()).isEqualTo(2);
        assertThat(properties.workerCpus()).isEqualTo(1);
        assertThat(properties.controlPlaneMemoryMebibytes()).isEqualTo(1700);
        assertThat(properties.workerMemoryMebibytes()).isEqualTo(700);
        assertThat(properties.diskMebibytes()).isEqualTo(4096);
        assertThat(properties.maximumSkew()).isEqualTo(Duration.ofSeconds(30));
        assertThat(properties.hostPatience()).isEqualTo(Duration.ofSeconds(40));
        assertThat(properties.patience()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void readsSystems() {
        assertThat(bind(Map.of("slipway.preflight.systems.rocky[0]", "9")).systems())
                .isEqualTo(Map.of("rocky", List.of("9")));
    }

    @Test
    void readsLimits() {
        var properties = bind(Map.of(
                "slipway.preflight.control-plane-cpus", "4",
                "slipway.preflight.worker-cpus", "3",
                "slipway.preflight.control-plane-memory-mebibytes", "2000",
                "slipway.preflight.worker-memory-mebibytes", "1000",
                "slipway.preflight.disk-mebibytes", "8192",
                "slipway.preflight.maximum-skew", "5s",
                "slipway.preflight.patience", "2m"));

        assertThat(properties.controlPlaneCpus()).isEqualTo(4);
        assertThat(properties.workerCpus()).isEqualTo(3);
        assertThat(properties.controlPlaneMemoryMebibytes()).isEqualTo(2000);
        assertThat(properties.workerMemoryMebibytes()).isEqualTo(1000);
        assertThat(properties.diskMebibytes()).isEqualTo(8192);
        assertThat(properties.maximumSkew()).isEqualTo(Duration.ofSeconds(5));
        assertThat(properties.patience()).isEqualTo(Duration.ofMinutes(2));
    }

    private static PreflightProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("slipway.preflight", PreflightProperties.class);
    }
}
