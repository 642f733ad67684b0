package dev.slipway.cli.offlinepackage.debian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.cli.external.ExternalProgramFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real package sources of this machine. */
class PackageClosureIT {
    private final List<String> notes = new ArrayList<>();
    private final PackageClosure closure = closure(Map.of());

    @TempDir
    private Path folder;

    @Test
    void everythingAPackageNeedsIsFetchedDownToTheCLibrary() throws IOException {
        List<Path> files = closure.fetch(List.of("conntrack"), folder);

        assertThat(files)
                .extracting(file -> new DebianFile(file).packageName())
                .contains("conntrack", "libnetfilter-conntrack3", "libnfnetlink0", "libmnl0", "libc6", "libgcc-s1")
                .isSorted();
        assertThat(files).noneMatch(file -> file.toString().contains("%"));
    }

    @Test
    void aPackageThatDoesNotExistIsNamed() {
        assertThatThrownBy(() -> closure.fetch(List.of("surely-no-package"), folder))
                .isInstanceOf(ExternalProgramFailedException.class)
                .hasMessageContaining("surely-no-package");
    }

    @Test
    void aLockedVersionThatIsServedNoLongerIsReplacedAndTold() throws IOException {
        List<Path> files =
                closure(Map.of("libmnl0", new DebianLock.Entry("0-gone", "00"))).fetch(List.of("libmnl0"), folder);

        assertThat(files).extracting(file -> new DebianFile(file).packageName()).contains("libmnl0");
        assertThat(notes).singleElement().asString().contains("libmnl0", "slipway package lock");
    }

    private PackageClosure closure(Map<String, DebianLock.Entry> locked) {
        return new PackageClosure(DebianSources.of(System.getenv()), new DebianLock(locked), notes::add);
    }
}
