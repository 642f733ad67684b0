package dev.slipway.cli.offlinepackage.debian;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.checksum.Sha256;
import dev.slipway.cli.offlinepackage.index.SigningKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AptRepositoryTest {
    @TempDir
    private Path folder;

    @Test
    void theRepositoryListsEachPackageAndSignsTheList() throws IOException {
        Path one = TinyDebianPackage.make(folder, "one");
        Path two = TinyDebianPackage.make(folder, "two");
        OpenPgpKey key = new OpenPgpKey(SigningKey.loadOrCreate(folder.resolve("key")));
        Path repository = folder.resolve("apt");

        new AptRepository(key).write(List.of(one, two), repository);

        assertThat(repository.resolve("Packages"))
                .content()
                .contains("Package: one", "Filename: two_1.0-1_amd64.deb", "SHA256: " + Sha256.of(one));
        assertThat(repository.resolve("Release"))
                .content()
                .contains(Sha256.of(repository.resolve("Packages")), Sha256.of(repository.resolve("Packages.gz")));
        assertThat(repository.resolve("InRelease")).content().contains("BEGIN PGP SIGNATURE");
        assertThat(repository.resolve("one_1.0-1_amd64.deb")).exists();
    }

    @Test
    void aRootFileSystemHasProgramsAndLinksButNoDocumentation() throws IOException {
        Path one = TinyDebianPackage.make(folder, "one");
        Path root = folder.resolve("root");

        RootFileSystem.unpack(List.of(one), Map.of("/usr/bin/first", "one"), root);

        assertThat(root.resolve("usr/bin/one")).exists();
        assertThat(root.resolve("usr/bin/first")).isSymbolicLink().hasContent("#!/bin/sh\n");
        assertThat(root.resolve("usr/share/doc")).doesNotExist();
    }

    @Test
    void aFileNameTellsThePackage() {
        DebianFile file = new DebianFile(Path.of("libc6_2.36-9_amd64.deb"));

        assertThat(file.packageName()).isEqualTo("libc6");
        assertThat(file.version()).isEqualTo("2.36-9");
    }
}
