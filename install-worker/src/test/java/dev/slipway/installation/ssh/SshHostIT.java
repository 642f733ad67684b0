package dev.slipway.installation.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.installation.fixture.ContainerHost;
import dev.slipway.installation.fixture.SshKey;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testcontainers.containers.Network;

@Timeout(60)
class SshHostIT {
    private static final Network NETWORK = Network.newNetwork();
    private static final ContainerHost HOST = new ContainerHost("cp-1", NETWORK, SshKey.generate());

    private final SshHosts hosts =
            new SshHosts(new SshProperties(Duration.ofSeconds(5), Duration.ofSeconds(20)), Clock.systemUTC());

    @BeforeAll
    static void startHost() {
        HOST.start();
    }

    @AfterAll
    static void stopHost() {
        HOST.stop();
        NETWORK.close();
    }

    @Test
    void readsWhatOnlyRootMayRead() {
        try (var host = hosts.connect(HOST.access())) {
            HOST.run("echo secret > /root/secret && chmod 600 /root/secret");

            assertThat(host.readAsRoot("/root/secret")).isEqualTo("secret\n");
        }
    }

    @Test
    void givesUpACommandThatDoesNotEnd() {
        try (var host = hosts.connect(HOST.access())) {
            var problem = catchThrowableOfType(SshProblem.class, () -> host.script("sleep 300", Duration.ofSeconds(1)));

            assertThat(problem.reason()).isEqualTo(SshProblem.Reason.UNREACHABLE);
            assertThat(problem).hasMessage("'sh -s' did not end within 1 s");
        }
    }
}
