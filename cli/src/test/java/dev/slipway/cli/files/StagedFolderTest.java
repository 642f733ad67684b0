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
    void deletingWhatIsNotThereIsNoFailure() throws IOException {
        StagedFolder.delete(folder.resolve("nothing"));

        assertThat(folder).isEmptyDirectory();
    }
}
