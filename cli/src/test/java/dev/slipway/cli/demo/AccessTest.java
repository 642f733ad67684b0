package dev.slipway.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.command.FakeTerminal;
import dev.slipway.cli.instance.Instance;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessTest {
    @Test
    void theTokenIsCalledWithAndNotShown() {
        FakeTerminal terminal = new FakeTerminal(Instance.of(Map.of("HOME", "/home/me", "SLIPWAY_PORT_BASE", "8000")));

        Access.tell(terminal.surroundings());

        assertThat(terminal.output()).isEqualTo("""
                API:        http://127.0.0.1:8080/api/v1
                call it:    curl -H @/home/me/.config/slipway/authorization.header http://127.0.0.1:8080/api/v1/clusters
                """);
    }
}
