package dev.slipway.cli.offlinepackage.debian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.cli.gobuild.ChecksumMismatchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebianLockTest {
    @TempDir
    private Path folder;

    private Path chrony;
    private DebianLock lock;

    @BeforeEach
    void prepare() throws IOException {
        chrony = Files.writeString(folder.resolve("chrony_1%3a4.3-2+deb12u1_amd64.deb"), "its bytes");
        lock = DebianLock.of(List.of(chrony));
    }

    @Test
    void aLockIsWrittenAndRead() throws IOException {
        lock.write(folder);

        assertThat(DebianLock.in(folder)).isEqualTo(lock);
        assertThat(lock.entries().get("chrony")).isNotNull();
        assertThat(folder.resolve(DebianLock.FILE)).content().contains("\nchrony 1:4.3-2+deb12u1 ");
    }

    @Test
    void aptIsAskedForTheLockedVersions() {
        assertThat(lock.preferences()).isEqualTo("Package: chrony\nPin: version 1:4.3-2+deb12u1\nPin-Priority: 1001\n");
    }

    @Test
    void theVeryFileThatWasTestedIsFine() {
        assertThat(lock.differences(List.of(chrony))).isEmpty();
    }

    @Test
    void otherBytesOfTheSameVersionAreRefused() throws IOException {
        Files.writeString(chrony, "other bytes");

        assertThatThrownBy(() -> lock.differences(List.of(chrony)))
                .isInstanceOf(ChecksumMismatchException.class)
                .hasMessageContaining("chrony 1:4.3-2+deb12u1");
    }

    @Test
    void aVersionThatReplacedTheLockedOneIsNamed() throws IOException {
        Path newer = Files.writeString(folder.resolve("chrony_1%3a4.3-2+deb12u2_amd64.deb"), "newer");
        Path added = Files.writeString(folder.resolve("libnew_1_all.deb"), "new");

        assertThat(lock.differences(List.of(newer, added))).containsExactly("chrony 1:4.3-2+deb12u2", "libnew 1");
    }

    @Test
    void withoutALockEverythingIsTaken() throws IOException {
        DebianLock none = DebianLock.in(folder);

        assertThat(none).isEqualTo(new DebianLock(Map.of()));
        assertThat(none.differences(List.of(chrony))).isEmpty();
        assertThat(none.preferences()).isEmpty();
    }
}
