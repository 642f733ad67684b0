package dev.slipway.installation.kubernetes;

import static dev.slipway.installation.fixture.Installations.controlPlane;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.installation.fixture.FakePlanService;
import dev.slipway.installation.fixture.InsideActivity;
import dev.slipway.installation.fixture.Installations;
import dev.slipway.installation.ssh.SshHosts;
import dev.slipway.installation.ssh.SshProperties;
import dev.slipway.toolkit.planservice.NodeAccess;
import dev.slipway.toolkit.process.ProcessRunner;
import dev.slipway.toolkit.temporal.Failures;
import dev.slipway.toolkit.temporal.HeartbeatingRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class AdminAccessTest {
    private final InsideActivity inside = new InsideActivity();

    @AfterEach
    void close() {
        inside.close();
    }

    @Test
    void isAliveWhileItWaitsForAHostThatIsAway() throws IOException {
        int closed;
        try (var socket = socket()) {
            closed = socket.getLocalPort();
        }

        assertThat(failure(closed, Duration.ofSeconds(2)).type()).isEqualTo(FailureType.HOST_UNREACHABLE);

        assertThat(inside.beats()).isPositive();
    }

    @Test
    void doesNotWaitForAHostWhosePortIsOpenButSilent() throws IOException {
        try (var silent = socket()) {
            Failure failure = failure(silent.getLocalPort(), Duration.ZERO);

            assertThat(failure.type()).isEqualTo(FailureType.HOST_UNREACHABLE);
            assertThat(failure.host()).isEqualTo("cp-1");
        }
    }

    private Failure failure(int port, Duration patience) {
        var hosts = new SshHosts(new SshProperties(Duration.ofMillis(500), patience), Clock.systemUTC());
        var heartbeats = new HeartbeatingRun(new ProcessRunner(Duration.ofSeconds(1)));
        var node = new NodeAccess("cp-1", "127.0.0.1", port, "root", null, "password", null);
        try (var planService = new FakePlanService(node)) {
            var access = new AdminAccess(planService.client(), hosts, heartbeats);
            var request = Installations.of(controlPlane("cp-1"));
            return Failures.from(catchThrowable(() -> inside.run(context -> access.kubeconfig(context, request))));
        }
    }

    private static ServerSocket socket() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }
}
