package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.command.FakeTerminal;
import dev.slipway.cli.instance.Instance;
import dev.slipway.cli.platform.services.FakeServices;
import dev.slipway.cli.platform.services.Service;
import dev.slipway.cli.platform.supervisor.FakeSupervisor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StatusCommandTest {
    @TempDir
    private Path home;

    private FakeServices services;
    private FakeSupervisor supervisor;
    private FakeTerminal terminal;

    @BeforeEach
    void start() throws IOException {
        services = new FakeServices(List.of(Service.GATEWAY));
        String base = Integer.toString(services.ports().base());
        Instance instance = Instance.of(Map.of("HOME", home.toString(), "SLIPWAY_PORT_BASE", base));
        terminal = new FakeTerminal(instance);
        supervisor = new FakeSupervisor(instance.home());
        supervisor.has("gateway", "RUNNING");
        supervisor.has("postgres", "RUNNING");
    }

    @AfterEach
    void stop() throws IOException {
        supervisor.close();
        services.close();
    }

    @Test
    void aPlatformOfWhichAllServesIsUp() {
        assertThat(run("status")).isZero();
        assertThat(terminal.output()).isEqualTo("""
                PROGRAM   STATE    READY  DETAIL
                gateway   RUNNING  yes
                postgres  RUNNING  yes
                """);
    }

    @Test
    void aServiceThatIsNotReadyIsNamed() {
        supervisor.has("plan-service", "RUNNING");

        assertThat(run("status")).isEqualTo(1);

        assertThat(terminal.output()).contains("plan-service  RUNNING  no", "gateway       RUNNING  yes");
    }

    @Test
    void programsReadTheSame() {
        supervisor.has("postgres", "BACKOFF");

        assertThat(run("status", "--output", "json")).isEqualTo(1);

        JsonNode answer = new JsonMapper().readTree(terminal.output());
        assertThat(answer.path("up").asBoolean(true)).isFalse();
        assertThat(answer.path("api").asString())
                .isEqualTo("http://127.0.0.1:" + services.ports().gateway());
        assertThat(answer.at("/programs/1/state").asString()).isEqualTo("BACKOFF");
    }

    private int run(String... arguments) {
        return TypedCommand.run(terminal.surroundings(), arguments);
    }
}
