package dev.slipway.cli.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.files.PrivateFiles;
import dev.slipway.cli.instance.FreePorts;
import dev.slipway.cli.instance.Instance;
import dev.slipway.cli.instance.KeptInstance;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineChecksTest {
    private static final long GIBIBYTE = 1L << 30;
    private static final int FREE_BASE = FreePorts.from(11_000).base();

    @TempDir
    private Path folder;

    @Test
    void aMachineWithEverythingIsFine() {
        assertThatCode(() -> checks(FREE_BASE, 40 * GIBIBYTE, 8 * GIBIBYTE).run(false, true))
                .doesNotThrowAnyException();
    }

    @Test
    void aPortInUseIsNamedWithAWayOut() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int base = taken.getLocalPort() - 80;
            assertThatThrownBy(() -> checks(base, 40 * GIBIBYTE, 8 * GIBIBYTE).run(false, true))
                    .hasMessageContaining("Port " + taken.getLocalPort() + ", which the gateway needs")
                    .asInstanceOf(type(ProblemException.class))
                    .satisfies(problem ->
                            assertThat(problem.waysOut()).anyMatch(way -> way.contains("SLIPWAY_PORT_BASE")));
            assertThatCode(() -> checks(base, 40 * GIBIBYTE, 8 * GIBIBYTE).run(true, true))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aPlatformThatRunsMovesOnlyToFreePorts() throws IOException {
        Instance before = instance(FREE_BASE);
        PrivateFiles.write(before.home().kept(), KeptInstance.of(before).text());
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int base = taken.getLocalPort() - 80;
            assertThatThrownBy(() -> checks(base, 40 * GIBIBYTE, 0).run(true, true))
                    .hasMessageContaining("Port " + taken.getLocalPort());
        }
        assertThatCode(() -> checks(FREE_BASE, 40 * GIBIBYTE, 0).run(true, true))
                .doesNotThrowAnyException();
    }

    @Test
    void aFullDiskIsRefused() {
        assertThatThrownBy(() -> checks(FREE_BASE, GIBIBYTE, 8 * GIBIBYTE).run(false, true))
                .hasMessageContaining("Only 1024 MiB are free");
    }

    @Test
    void theFirstBuildNeedsWhatTheReadmeSays() throws IOException {
        assertThatThrownBy(() -> checks(FREE_BASE, 12 * GIBIBYTE, 8 * GIBIBYTE).run(false, true))
                .hasMessageContaining("28610 MiB are needed");

        Files.createDirectories(folder.resolve(".cache/slipway/packages/components"));

        assertThatCode(() -> checks(FREE_BASE, 12 * GIBIBYTE, 8 * GIBIBYTE).run(false, true))
                .doesNotThrowAnyException();
    }

    @Test
    void aPlatformThatWasThereComesBackWithLittleLeft() {
        MachineChecks checks = checks(FREE_BASE, 2 * GIBIBYTE, 2 * GIBIBYTE);
        wasThere();

        assertThatCode(() -> checks.run(false, false)).doesNotThrowAnyException();
        assertThatThrownBy(() -> checks.run(false, true)).hasMessageContaining("MiB are needed");

        PrivateFiles.write(instance(FREE_BASE).home().kubeconfig("demo"), "the demo cluster's");
        PrivateFiles.folder(folder.resolve(".cache/slipway/packages/components"));
        assertThatCode(() -> checks.run(false, true)).doesNotThrowAnyException();
        assertThatThrownBy(() -> checks(FREE_BASE, GIBIBYTE / 2, 2 * GIBIBYTE).run(false, true))
                .hasMessageContaining("1024 MiB are needed");
        assertThatThrownBy(() -> checks(FREE_BASE, 2 * GIBIBYTE, GIBIBYTE).run(false, true))
                .hasMessageContaining("1536 MiB are needed");
    }

    private void wasThere() {
        Instance before = instance(FREE_BASE);
        PrivateFiles.write(before.home().kept(), KeptInstance.of(before).text());
        PrivateFiles.folder(before.home().data().resolve("postgres"));
        PrivateFiles.folder(before.home().cache().resolve("go-programs"));
    }

    @Test
    void theDiskOfDockerIsLookedAtToo() {
        Path docker = folder.resolve("docker");
        MachineFacts facts = facts(place -> place.equals(docker) ? GIBIBYTE : 40 * GIBIBYTE, 8 * GIBIBYTE);

        assertThatThrownBy(() -> new MachineChecks(instance(FREE_BASE), facts).run(false, true))
                .hasMessageContaining("Only 1024 MiB are free on the disk of " + docker);
    }

    @Test
    void tooLittleMemoryIsRefused() {
        assertThatThrownBy(() -> checks(FREE_BASE, 40 * GIBIBYTE, GIBIBYTE).run(false, true))
                .hasMessageContaining("1024 MiB of memory");
    }

    @Test
    void thisMachineHasSomeDiskAndMemory() {
        assertThat(MachineFacts.ofThisMachine().freeDisk(folder)).isPositive();
        assertThat(MachineFacts.ofThisMachine().availableMemory()).isPositive();
    }

    @Test
    void memoryIsReadFromTheKernelsTable() throws IOException {
        Path table = Files.writeString(folder.resolve("meminfo"), "MemTotal: 9 kB\nMemAvailable:    2048 kB\n");
        assertThat(MemoryInformation.available(table)).isEqualTo(2 * 1024 * 1024);
    }

    private MachineChecks checks(int base, long disk, long memory) {
        return new MachineChecks(instance(base), facts(place -> disk, memory));
    }

    private MachineFacts facts(ToLongFunction<Path> disk, long memory) {
        Path docker = PrivateFiles.folder(folder.resolve("docker"));
        return new MachineFacts() {
            @Override
            public long freeDisk(Path place) {
                return disk.applyAsLong(place);
            }

            @Override
            public Optional<Path> dockerFolder() {
                return Optional.of(docker);
            }

            @Override
            public long availableMemory() {
                return memory;
            }
        };
    }

    private Instance instance(int base) {
        return Instance.of(Map.of("HOME", folder.toString(), "SLIPWAY_PORT_BASE", Integer.toString(base)));
    }
}
