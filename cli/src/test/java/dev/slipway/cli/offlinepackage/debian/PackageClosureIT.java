package dev.slipway.cli.offlinepackage.debian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.cli.external.ExternalProgramFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real package sources of this machine. */
class PackageClosureIT {
    private final PackageClosure closure = new PackageClosure(DebianSources.of(System.getenv()));

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
}
