package dev.slipway.cli.purge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.slipway.cli.docker.Removal;
import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.files.PrivateFiles;
import dev.slipway.cli.instance.Home;
import dev.slipway.cli.instance.Instance;
import dev.slipway.cli.instance.KeptInstance;
import dev.slipway.cli.progress.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PurgeTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private Instance instance;

    @BeforeEach
    void install() {
        instance = Instance.of(Map.of("HOME", folder.toString(), "SLIPWAY_NETWORK", "slipway-purge-test"));
        PrivateFiles.write(instance.home().data().resolve("postgres/PG_VERSION"), "18");
        PrivateFiles.write(instance.home().credentials(), "{}");
        PrivateFiles.write(instance.home().cache().resolve("bin/temporal"), "program");
    }

    @Test
    void withoutAnAnswerOfDockerNothingIsRemoved() {
        Purge purge = new Purge(instance, Holdings.none(), true, () -> false);

        assertThatThrownBy(() -> purge.all(true, progress()))
                .hasMessageContaining("Docker does not answer")
                .asInstanceOf(type(ProblemException.class))
                .satisfies(problem -> assertThat(problem.waysOut())
                        .anyMatch(way -> way.contains("start Docker"))
                        .anyMatch(way -> way.contains("--without-docker")));

        assertThat(instance.home().data()).isNotEmptyDirectory();
        assertThat(instance.home().credentials()).exists();
        assertThat(instance.home().cache()).isNotEmptyDirectory();
    }

    @Test
    void hostsOnTheNetworkOfTheLastStartAreNotLeft() {
        PrivateFiles.write(
                instance.home().kept(), new KeptInstance(7000, "slipway-purge-kept", "172.30.0.0/16").text());

        assertThatThrownBy(() -> new Purge(instance, Holdings.none(), true, () -> true).all(false, progress()))
                .hasMessageContaining("are on the network slipway-purge-kept, not on slipway-purge-test");

        assertThat(instance.home().credentials()).exists();
    }

    @Test
    void filesCanBeRemovedWithoutDocker() {
        Purge purge = new Purge(instance, Holdings.none(), false, () -> false);

        assertThat(purge.all(false, progress()).removed())
                .containsExactly(
                        "folder " + instance.home().configuration(),
                        "folder " + instance.home().data());

        assertThat(instance.home().data()).doesNotExist();
        assertThat(instance.home().cache()).isNotEmptyDirectory();
    }

    @Test
    void whatCannotBeRemovedIsNamedAndTheRestGoes() {
        Home home = instance.home();
        // Not even the administrator removes anything there.
        Home broken = new Home(home.data(), Path.of("/proc/self/fdinfo"), home.configuration(), home.checkout());
        Instance halfBroken = new Instance(broken, instance.ports(), instance.network());

        Removal removal = new Purge(halfBroken, Holdings.none(), false, () -> false).all(true, progress());

        assertThat(removal.left()).singleElement().asString().startsWith("folder /proc/self/fdinfo: ");
        assertThat(home.data()).doesNotExist();
    }

    @Test
    void cachesAreRemovedWhenTheyAreMeant() {
        assertThat(new Purge(instance, Holdings.none(), false, () -> false)
                        .all(true, progress())
                        .removed())
                .contains("folder " + instance.home().cache());
        assertThat(instance.home().cache()).doesNotExist();
    }

    @Test
    void whatIsBeingRemovedIsTold() {
        new Purge(instance, Holdings.none(), false, () -> false).all(true, progress());

        assertThat(told.toString(StandardCharsets.UTF_8)).contains("[1/2] Hosts", "[2/2] Data and caches");
    }

    private Progress progress() {
        PrintStream stream = new PrintStream(told, true, StandardCharsets.UTF_8);
        return new Progress(stream, Clock.systemUTC(), Purge.STEPS);
    }
}
