package dev.slipway.cli.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {
    @TempDir
    private Path folder;

    @Test
    void onlyTheOwnerReadsAFile() throws IOException {
        Path file = PrivateFiles.write(folder.resolve("new/secret"), "word");
        assertThat(PrivateFiles.read(file)).isEqualTo("word");
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(folder.resolve("new"))).isEqualTo("rwx------");
    }

    @Test
    void aFolderThatIsThereIsClosedToOthers() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        PrivateFiles.folder(folder);
        assertThat(permissions(folder)).isEqualTo("rwx------");
    }

    @Test
    void aFileIsReplacedInOnePieceAndNothingIsLeftBeside() throws IOException {
        PrivateFiles.write(folder.resolve("file"), "old");
        PrivateFiles.write(folder.resolve("file"), "new");
        assertThat(folder.toFile().list()).containsExactly("file");
    }

    @Test
    void theFirstOfTwoFilesStays() throws IOException {
        PrivateFiles.writeFirst(folder.resolve("file"), "first");
        PrivateFiles.writeFirst(folder.resolve("file"), "second");
        assertThat(folder.resolve("file")).hasContent("first");
        assertThat(permissions(folder.resolve("file"))).isEqualTo("rw-------");
        assertThat(folder.toFile().list()).containsExactly("file");
    }

    @Test
    void deletingSaysWhetherThereWasAnything() {
        PrivateFiles.write(folder.resolve("a/b/c"), "x");
        assertThat(PrivateFiles.delete(folder.resolve("a"))).isTrue();
        assertThat(PrivateFiles.delete(folder.resolve("a"))).isFalse();
    }

    /** For the administrator no folder is closed. */
    @Test
    void aClosedFolderIsDeletedAndWhatALinkPointsToStays() throws IOException {
        Path kept = PrivateFiles.write(folder.resolve("kept/file"), "x");
        Path closed = PrivateFiles.folder(folder.resolve("cache/module"));
        PrivateFiles.write(closed.resolve("go.mod"), "x");
        Files.createSymbolicLink(closed.resolve("link"), kept.getParent());
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));

        assertThat(PrivateFiles.delete(folder.resolve("cache"))).isTrue();

        assertThat(folder.resolve("cache")).doesNotExist();
        assertThat(kept).exists();
    }

    @Test
    void aFolderWhoseFillingFailedIsNotThere() {
        Path target = folder.resolve("programs");
        assertThatThrownBy(() -> Whole.folder(target, partial -> {
                    Files.writeString(partial.resolve("half"), "x");
                    throw new IOException("interrupted");
                }))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(target).doesNotExist();
    }

    @Test
    void aFolderIsFilledOnceAndWithoutRemainsOfAnAttempt() throws IOException {
        Path target = folder.resolve("programs");
        PrivateFiles.write(folder.resolve(".building-99999999-1/remains"), "x");
        Whole.folder(target, partial -> Files.writeString(partial.resolve("file"), "first"));
        Whole.folder(target, partial -> Files.writeString(partial.resolve("file"), "second"));
        assertThat(target.resolve("file")).hasContent("first");
        assertThat(target.resolve("remains")).doesNotExist();
        assertThat(folder.toFile().list()).containsExactly("programs");
    }

    @Test
    void whatCannotBeWrittenOrReadNamesTheFile() {
        Path file = PrivateFiles.write(folder.resolve("file"), "x");
        Path below = file.resolve("below");
        assertThat(List.<ThrowingCallable>of(
                        () -> PrivateFiles.folder(below),
                        () -> PrivateFiles.write(below, "x"),
                        () -> PrivateFiles.writeFirst(below, "x"),
                        () -> PrivateFiles.read(below)))
                .allSatisfy(use -> assertThatThrownBy(use)
                        .isInstanceOf(UncheckedIOException.class)
                        .hasMessageContaining(file.toString()));
        assertThat(file).hasContent("x");
    }

    @Test
    void whereAFolderIsNoFileIsWritten() {
        PrivateFiles.folder(folder.resolve("taken/inside"));
        assertThatThrownBy(() -> PrivateFiles.write(folder.resolve("taken"), "x"))
                .isInstanceOf(UncheckedIOException.class);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
