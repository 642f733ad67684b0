package dev.slipway.installation.ansible;

import static dev.slipway.installation.fixture.Installations.worker;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contracts.operation.Step;
import dev.slipway.installation.fixture.FakePlanService;
import dev.slipway.installation.fixture.Installations;
import dev.slipway.installation.offline.PackageIndexes;
import dev.slipway.installation.phase.PhaseRequest;
import dev.slipway.toolkit.planservice.NodeAccess;
import dev.slipway.toolkit.process.ProcessFence;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaybookInputTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"root", "secret", "a-long-password"})
    void hidesAPasswordHoweverShort(String password) {
        assertThat(hidden(password)).containsExactly(password);
    }

    @Test
    void leavesWhatEveryEventIsMadeOf() {
        assertThat(hidden("changed")).isEmpty();
        assertThat(hidden("12")).isEmpty();
    }

    private Set<String> hidden(String password) {
        var properties = RunDirectoriesTest.properties(folder.resolve("runs"));
        var request = new PhaseRequest(Step.RESET_HOSTS, Installations.of(worker("w-1")));
        try (var planService = new FakePlanService(
                new NodeAccess("w-1", "10.0.0.2", 22, "admin", null, password, "ssh-ed25519 AAAA"))) {
            var input = new PlaybookInput(planService.client(), new PackageIndexes(), new AnsibleCommand(properties));
            return input.command(
                            request,
                            input.access(request),
                            List.of("reset"),
                            ProcessFence.around("lane"),
                            new RunDirectories(properties, Clock.systemUTC()).create("reset"))
                    .secrets();
        }
    }
}
