package dev.slipway.provisioning.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspacesTest {
    private static final String CLUSTER = OpenedWorkspace.CLUSTER;
    private static final String ROOT = OpenedWorkspace.ROOT;

    @TempDir
    Path folder;

    private Workspaces workspaces;
    private Workspace workspace;

    @BeforeEach
    void open() {
        workspaces = OpenedWorkspace.workspaces(folder);
        workspace = workspaces.open(CLUSTER, ROOT);
    }

    @Test
    void bringsTheRootAndItsModules() {
        assertThat(runs("roots/container-hosts/main.tf")).content().contains("backend \"http\"");
        assertThat(runs("modules/container-hosts/main.tf")).exists();
    }

    @Test
    void isNobodyElsesBusiness() throws IOException {
        workspace.prepare("{}", folder.resolve("mirror"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(runs(""))))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(runs("roots/container-hosts/terraform.tfvars.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void knowsOneSourceOfProviders() {
        workspace.prepare("{}", Path.of("/mirror"));

        var settings = Path.of(workspace.command("terraform").environment().get("TF_CLI_CONFIG_FILE"));
        assertThat(settings).content().contains("path = \"/mirror\"").doesNotContain("direct");
    }

    @Test
    void findsAPlanOfItsOwn() throws IOException {
        assertThat(workspace.has("op.plan")).isFalse();

        Files.writeString(workspace.command("terraform").directory().resolve("op.plan"), "");

        assertThat(workspaces.open(CLUSTER, ROOT).has("op.plan")).isTrue();
    }

    @Test
    void leavesNothingWhenItIsRemoved() {
        workspace.remove();

        assertThat(folder.resolve("runs")).isEmptyDirectory();
    }

    @Test
    void knowsThatAnEarlierRunDidNotEndWell() {
        workspace.prepare("{}", folder);
        assertThat(workspace.isResumed()).isFalse();
        assertThat(workspaces.open(CLUSTER, ROOT).isResumed()).isTrue();

        workspace.endWell();
        assertThat(workspaces.open(CLUSTER, ROOT).isResumed()).isFalse();
    }

    @Test
    void saysWhichFolderCannotBeUsed() throws IOException {
        var taken = Files.createFile(folder.resolve("taken"));
        var blocked = new Workspaces(new WorkspaceProperties(folder, taken.resolve("runs")), new Configurations());

        assertThatThrownBy(() -> blocked.open(CLUSTER, ROOT))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(taken.toString());
    }

    @Test
    void refusesAFolderThatSomebodyElseLaidThere() throws IOException {
        var foreign = new Workspaces(new WorkspaceProperties(folder, somebodyElses()), new Configurations());

        assertThatThrownBy(() -> foreign.open(CLUSTER, ROOT)).hasMessageContaining("belongs to somebody else");
    }

    /** Only the administrator can give a folder away, and nobody else has any of the system's. */
    private Path somebodyElses() throws IOException {
        if (!System.getProperty("user.name").equals("root")) {
            return Path.of("/usr");
        }
        var nobody = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        return Files.setOwner(folder.resolve("runs"), nobody);
    }

    @Test
    void stopsWhatAnEarlierRunLeftRunning() throws IOException {
        var builder = new ProcessBuilder("sleep", "600");
        builder.environment().putAll(workspace.command("sleep").environment());
        var left = builder.start();

        await().atMost(Duration.ofSeconds(10)).until(() -> workspace.stopLeftRuns() == 1);

        assertThat(left.isAlive()).isFalse();
        assertThat(workspace.stopLeftRuns()).isZero();
    }

    @Test
    void usesMemoryWhenNoPlaceIsGiven() {
        var inMemory = new Workspaces(new WorkspaceProperties(folder.resolve("kept"), null), new Configurations());
        var opened = inMemory.open("test-" + ProcessHandle.current().pid(), ROOT);

        assertThat(opened.command("terraform").directory()).isDirectory();
        opened.remove();
    }

    private Path runs(String name) {
        return folder.resolve("runs").resolve(CLUSTER).resolve(name);
    }
}
