package dev.slipway.installation.ansible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.installation.fixture.FakePlanService;
import dev.slipway.installation.offline.PackageIndexes;
import dev.slipway.toolkit.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoriesTest {
    @TempDir
    private Path folder;

    @Test
    void areReadableByTheWorkerAlone() throws IOException {
        RunDirectory run = directories().create("images");

        Path file = run.write("variables.json", "{}");
        Path secret = run.writeSecret("inventory.yml", "all:");

        assertThat(permissions(run.path())).isEqualTo("rwx------");
        assertThat(permissions(secret.getParent())).isEqualTo("rwx------");
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(secret)).isEqualTo("rw-------");
        assertThat(run.path().getFileName().toString()).startsWith("images-");
    }

    @Test
    void loseTheirSecretsAndKeepTheRestAfterAFailure() {
        RunDirectory run = directories().create("images");
        Path file = run.write("variables.json", "{}");
        Path secret = run.writeSecret("key", "KEY");

        run.removeSecrets();

        assertThat(file).exists();
        assertThat(secret).doesNotExist();
    }

    @Test
    void loseTheirSecretsWhenTheirWorkerDied() throws Exception {
        Process worker = new ProcessBuilder("true").start();
        worker.waitFor();
        RunDirectory living = directories().create("images");
        Path secret = living.writeSecret("key", "KEY");
        Path left = left(worker.pid());
        Path dead = left.getParent().getParent();

        directories().create("workers");

        assertThat(left).doesNotExist();
        assertThat(dead).exists();
        assertThat(secret).exists();
    }

    @Test
    void loseTheSecretsOfEveryWorkerBeforeAsSoonAsAWorkerStarts() throws Exception {
        Process worker = new ProcessBuilder("true").start();
        worker.waitFor();
        Path ofTheDead = left(worker.pid());
        Path ofOneThatHadOurNumber = left(ProcessHandle.current().pid());
        Path ofTheLiving = left(ProcessHandle.current().parent().orElseThrow().pid());
        AnsibleProperties properties = properties(folder.resolve("runs"));
        try (var planService = new FakePlanService()) {
            var input = new PlaybookInput(planService.client(), new PackageIndexes(), new AnsibleCommand(properties));

            new PlaybookSessions(input, directories(), new ProcessRunner(Duration.ofSeconds(2))).afterPropertiesSet();
        }

        assertThat(ofTheDead).doesNotExist();
        assertThat(ofOneThatHadOurNumber).doesNotExist();
        assertThat(ofTheLiving).exists();
    }

    @Test
    void areGoneAfterASuccess() {
        RunDirectory run = directories().create("images");
        run.writeSecret("key", "KEY");

        run.remove();
        run.removeSecrets();

        assertThat(run.path()).doesNotExist();
    }

    @Test
    void areRemovedWhenKeptLongEnough() throws IOException {
        RunDirectory old = directories().create("old");
        RunDirectory recent = directories().create("recent");
        Files.setLastModifiedTime(old.path(), FileTime.from(Instant.now().minus(Duration.ofDays(8))));

        directories().create("new");

        assertThat(old.path()).doesNotExist();
        assertThat(recent.path()).exists();
    }

    @Test
    void lieOnAMemoryFileSystemWhereThereIsOne() {
        var directories = new RunDirectories(properties(null), Clock.systemUTC());

        RunDirectory run = directories.create("test");

        assertThat(run.path()).startsWith(Path.of(Files.isWritable(Path.of("/dev/shm")) ? "/dev/shm" : "/"));
        run.remove();
    }

    @Test
    void refuseAFolderThatIsNone() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> RunDirectory.create(file, "run")).hasMessageContaining("file");
    }

    private Path left(long worker) throws IOException {
        Path run = folder.resolve("runs").resolve("images-" + worker + "-1234567890");
        return Files.createFile(Files.createDirectories(run.resolve("secrets")).resolve("key"));
    }

    private RunDirectories directories() {
        return new RunDirectories(properties(folder.resolve("runs")), Clock.systemUTC());
    }

    static AnsibleProperties properties(Path runs) {
        return new AnsibleProperties(
                Path.of("/project"),
                Path.of("/python"),
                runs,
                Duration.ofDays(7),
                Duration.ofSeconds(2),
                Duration.ofMinutes(30),
                Map.of());
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
