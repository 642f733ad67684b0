package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.cli.failure.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailuresTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @Test
    void aFileThatIsClosedToUsIsNamedWithItsOwner() throws IOException {
        Path file = folder.resolve("new/settings");
        IOException denied = new AccessDeniedException(file.toString());

        assertThat(tell(new UncheckedIOException(denied))).isEqualTo(1);

        assertThat(text())
                .startsWith("slipway: " + System.getProperty("user.name") + " may not read or write " + file)
                .contains("run slipway as the user who owns it: "
                        + Files.getOwner(folder).getName());
    }

    @Test
    void aFolderOfSomeoneElseIsTold() {
        IOException denied = new FileSystemException(folder.toString(), null, "Operation not permitted");

        assertThat(tell(new UncheckedIOException(denied))).isEqualTo(1);

        assertThat(text()).contains("may not read or write " + folder);
    }

    @Test
    void aFullDiskIsNamedByTheFile() {
        String file = folder.resolve("settings").toString();
        IOException full = new FileSystemException(file, null, "No space left on device");

        assertThat(tell(new IllegalStateException(new UncheckedIOException(full))))
                .isEqualTo(1);

        assertThat(text())
                .startsWith("slipway: The disk of " + file + " is full")
                .contains("free some space", "df -h");
    }

    @Test
    void aFullDiskIsToldAlsoWhenTheSystemNamesNoFile() {
        IOException full = catchThrowableOfType(
                IOException.class, () -> Files.writeString(Path.of("/dev/full"), "more than nothing"));

        assertThat(tell(full)).isEqualTo(1);

        assertThat(text()).startsWith("slipway: A disk is full");
    }

    @Test
    void whatIsKnownBetterIsToldAsItIs() {
        IOException denied = new AccessDeniedException("/closed");

        assertThat(tell(new ProblemException("The token cannot be read", denied, "make a new one")))
                .isEqualTo(1);
        assertThat(tell(new IllegalStateException("Something else"))).isEqualTo(1);

        assertThat(text().lines())
                .containsExactly(
                        "slipway: The token cannot be read", "         make a new one", "slipway: Something else");
    }

    @Test
    void anotherFailureOfAFileIsToldAsItIs() {
        assertThat(tell(new UncheckedIOException(new FileSystemException("/f", null, "Is a directory"))))
                .isEqualTo(1);

        assertThat(text()).isEqualTo("slipway: java.nio.file.FileSystemException: /f: Is a directory\n");
    }

    @Test
    void aFailureWithoutWordsIsToldByItsKind() {
        assertThat(tell(new IllegalStateException())).isEqualTo(1);

        assertThat(text()).isEqualTo("slipway: java.lang.IllegalStateException\n");
    }

    @Test
    void whereAFailureComesFromIsShownToWhoAsks() {
        assertThat(failures(true).failed(new IllegalStateException("broken"))).isEqualTo(1);

        assertThat(text()).startsWith("slipway: broken\n").contains("at " + FailuresTest.class.getName());
    }

    private int tell(Exception failure) {
        return failures(false).failed(failure);
    }

    private Failures failures(boolean traced) {
        return new Failures(new PrintStream(told, true, StandardCharsets.UTF_8), traced);
    }

    private String text() {
        return told.toString(StandardCharsets.UTF_8);
    }
}
