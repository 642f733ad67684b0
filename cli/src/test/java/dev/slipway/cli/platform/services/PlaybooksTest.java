package dev.slipway.cli.platform.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaybooksTest {
    @TempDir
    private Path folder;

    private Path source;

    @BeforeEach
    void writePlaybooks() throws IOException {
        source = folder.resolve("checkout/infra/ansible");
        Files.createDirectories(source.resolve("roles/network/tasks/__pycache__"));
        Files.createDirectories(source.resolve("tests"));
        Files.writeString(source.resolve("ansible.cfg"), "[defaults]");
        Files.writeString(source.resolve("roles/network/tasks/main.yml"), "first");
        Files.setPosixFilePermissions(
                source.resolve("roles/network/tasks/main.yml"), PosixFilePermissions.fromString("rwx------"));
        Files.writeString(source.resolve("roles/network/tasks/__pycache__/x.pyc"), "compiled");
        Files.writeString(source.resolve("tests/test.py"), "test");
    }

    @Test
    void whatRunsStaysAsItWasWhenTheCheckoutChanges() throws IOException {
        Path before = playbooks().project();

        Files.writeString(source.resolve("roles/network/tasks/main.yml"), "other");
        Path after = playbooks().project();

        assertThat(after).isNotEqualTo(before).hasParent(before.getParent());
        assertThat(before.resolve("roles/network/tasks/main.yml")).hasContent("first");
        assertThat(after.resolve("roles/network/tasks/main.yml")).hasContent("other");
    }

    @Test
    void theSamePlaybooksAreCopiedOnce() throws IOException {
        Path before = playbooks().project();
        Files.writeString(source.resolve("roles/network/tasks/__pycache__/x.pyc"), "compiled again");
        Files.writeString(source.resolve("tests/test.py"), "another test");

        assertThat(playbooks().project()).isEqualTo(before);
    }

    @Test
    void allThatRunsIsCopiedAndNothingElse() {
        Path project = playbooks().project();

        assertThat(project.resolve("ansible.cfg")).hasContent("[defaults]");
        assertThat(project.resolve("roles/network/tasks/main.yml")).isExecutable();
        assertThat(project.resolve("roles/network/tasks/__pycache__")).doesNotExist();
        assertThat(project.resolve("tests")).doesNotExist();
    }

    @Test
    void copiesOfEarlierBuildsGo() throws IOException {
        Path before = playbooks().project();
        Files.writeString(source.resolve("ansible.cfg"), "[other]");
        Path after = playbooks().project();
        Path jar = Files.createDirectory(after.resolveSibling("gateway-1"));

        Playbooks.deleteOthers(after);

        assertThat(before).doesNotExist();
        assertThat(after).exists();
        assertThat(jar).exists();
    }

    private Playbooks playbooks() {
        return new Playbooks(folder.resolve("checkout"), folder.resolve("data"));
    }
}
