package dev.slipway.cli.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedFolderTest {
    @TempDir
    private Path folder;

    @Test
    void theFolderAppearsOnlyWhenItIsWhole() throws IOException {
        Path target = folder.resolve("a/target");

        StagedFolder.publish(target, staging -> {
            Files.writeString(staging.resolve("one"), "1");
            assertThat(target).doesNotExist();
        });

        assertThat(target.resolve("one")).hasContent("1");
    }

    @Test
    void whatFailsLeavesNothing() {
        Path target = folder.resolve("target");

        assertThatThrownBy(() -> StagedFolder.publish(target, staging -> {
                    Files.writeString(staging.resolve("half"), "1");
                    throw new IOException("interrupted");
                }))
                .hasMessage("interrupted");

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whoeverWasFirstWins() throws IOException {
        Path target = folder.resolve("target");
        StagedFolder.publish(target, staging -> Files.writeString(staging.resolve("who"), "first"));

        StagedFolder.publish(target, staging -> Files.writeString(staging.resolve("who"), "second"));

        assertThat(target.resolve("who")).hasContent("first");
        assertThat(folder.toFile().list()).containsExactly("target");
    }

    @Test
    void whatAKilledProcessLeftGoesAndTheWorkOfOthersStays() throws IOException {
        Path killed = Files.createDirectories(folder.resolve(".building-99999999-1/half"));
        Path others = Files.createDirectories(folder.resolve(".building-1-1/half"));

        StagedFolder.publish(folder.resolve("target"), staging -> Files.writeString(staging.resolve("one"), "1"));

        assertThat(killed.getParent()).doesNotExist();
        assertThat(others).exists();
        assertThat(folder.resolve("target/one")).hasContent("1");
    }

    @Test
    void aForgottenFolderLeavesNothing() throws IOException {
        StagedFolder.publish(folder.resolve("target"), staging -> Files.writeString(staging.resolve("one"), "1"));

        StagedFolder.forget(folder.resolve("target"));
        StagedFolder.forget(folder.resolve("target"));

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void deletingWhatIsNotThereIsNoFailure() throws IOException {
        StagedFolder.delete(folder.resolve("nothing"));

        assertThat(folder).isEmptyDirectory();
    }
}
