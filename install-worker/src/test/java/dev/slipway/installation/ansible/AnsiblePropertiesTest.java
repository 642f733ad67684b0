package dev.slipway.installation.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AnsiblePropertiesTest {
    private static final Map<String, String> PLACES =
            Map.of("slipway.ansible.project", "/playbooks", "slipway.ansible.python", "/python");

    @Test
    void hasDefaultsForAllButTheTwoPlaces() {
        assertThat(bind(PLACES))
                .isEqualTo(new AnsibleProperties(
                        Path.of("/playbooks"),
                        Path.of("/python"),
                        null,
                        Duration.ofDays(7),
                        Duration.ofSeconds(20),
                        Duration.ofMinutes(30),
                        Map.of()));
    }

    @Test
    void readsEveryProperty() {
        assertThat(bind(Map.of(
                        "slipway.ansible.project", "/playbooks",
                        "slipway.ansible.python", "/python",
                        "slipway.ansible.runs", "/dev/shm/runs",
                        "slipway.ansible.keep-failed", "1d",
                        "slipway.ansible.grace", "5s",
                        "slipway.ansible.silence", "10m",
                        "slipway.ansible.variables[slipway_node_patience]", "60")))
                .isEqualTo(new AnsibleProperties(
                        Path.of("/playbooks"),
                        Path.of("/python"),
                        Path.of("/dev/shm/runs"),
                        Duration.ofDays(1),
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(10),
                        Map.of("slipway_node_patience", "60")));
    }

    @Test
    void findsAnsibleInItsEnvironment() {
        assertThat(bind(PLACES).executable()).isEqualTo(Path.of("/python/bin/ansible-playbook"));
    }

    private static AnsibleProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("slipway.ansible", AnsibleProperties.class);
    }
}
