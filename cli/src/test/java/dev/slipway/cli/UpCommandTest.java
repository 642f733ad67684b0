package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.command.FakeTerminal;
import dev.slipway.cli.instance.Home;
import dev.slipway.cli.instance.Instance;
import dev.slipway.cli.platform.InstanceLock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused before anything is started or built; the whole way is the way of the end-to-end tests. */
class UpCommandTest {
    @TempDir
    private Path folder;

    @Test
    void nothingIsMadeWhereAPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String base = Integer.toString(taken.getLocalPort() - 80);
            Instance instance = Instance.of(Map.of("HOME", folder.toString(), "SLIPWAY_PORT_BASE", base));
            FakeTerminal terminal = new FakeTerminal(instance);

            assertThat(TypedCommand.run(terminal.surroundings(), "up")).isEqualTo(1);

            assertThat(terminal.told()).contains("Port " + taken.getLocalPort() + ", which the gateway needs, is in");
            assertThat(instance.home().credentials()).doesNotExist();
            assertThat(instance.home().kept()).doesNotExist();
            assertThat(isFree(instance.home())).isTrue();
        }
    }

    private static boolean isFree(Home home) {
        AtomicBoolean held = new AtomicBoolean();
        InstanceLock.hold(
                home,
                "down",
                holder -> {
                    throw new IllegalStateException(holder);
                },
                () -> held.set(true));
        return held.get();
    }

    @Test
    void aRecipeThatCannotBeBuiltIsRefusedBeforeAnythingIs() throws IOException {
        Path recipes = Files.createDirectories(folder.resolve("checkout/infra/packages"));
        Files.writeString(recipes.resolve("kubernetes-0.0.1.yaml"), "architecture: sparc\n");
        String checkout = folder.resolve("checkout").toString();
        Instance instance = Instance.of(Map.of("HOME", folder.toString(), "SLIPWAY_HOME", checkout));
        FakeTerminal terminal = new FakeTerminal(instance);

        assertThat(TypedCommand.run(terminal.surroundings(), "prepare")).isEqualTo(1);

        assertThat(terminal.told())
                .isEqualTo("slipway: Recipe kubernetes-0.0.1 is not valid: architecture must be amd64\n");
        assertThat(instance.home().cache()).doesNotExist();
    }
}
