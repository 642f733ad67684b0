package dev.slipway.installation.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FenceTest {
    private final String run = "cluster-" + ProcessHandle.current().pid() + "/images";
    private final Fence fence = new Fence();
    private Process left;

    @AfterEach
    void stop() {
        if (left != null) {
            left.destroyForcibly();
        }
    }

    @Test
    void killsWhatADeadWorkerLeftRunningAndItsChildren() throws Exception {
        left = start(run, "sleep 60 & sleep 60; true");
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> left.descendants().count() == 2);
        var children = left.descendants().toList();

        assertThat(fence.clear(run)).isGreaterThanOrEqualTo(3);

        assertThat(left.waitFor(5, TimeUnit.SECONDS)).isTrue();
        // A killed child stays in the table until init, now its parent, asks for it.
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(fence.clear(run)).isZero();
    }

    @Test
    void leavesOtherRunsAlone() throws IOException {
        left = start(run + "-of-another-cluster", "sleep 60");

        assertThat(fence.clear(run)).isZero();

        assertThat(left.isAlive()).isTrue();
    }

    private static Process start(String name, String script) throws IOException {
        var builder = new ProcessBuilder("sh", "-c", script);
        builder.environment().put(Fence.VARIABLE, name);
        return builder.start();
    }
}
