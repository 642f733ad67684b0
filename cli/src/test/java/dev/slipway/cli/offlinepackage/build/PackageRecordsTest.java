package dev.slipway.cli.offlinepackage.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageRecordsTest {
    @TempDir
    private Path folder;

    @Test
    void theNewestBuildOfEachNameIsKnown() throws IOException {
        PackageRecords records = new PackageRecords(folder.resolve("records"));
        assertThat(records.list()).isEmpty();

        records.save(built("kubernetes-1.37.2", "old"));
        records.save(built("kubernetes-1.37.2", "new"));
        records.save(built("kubernetes-1.36.3", "other"));

        assertThat(records.list()).extracting(PackageRecord::digest).containsExactly("other", "new");
        assertThat(records.find("kubernetes-1.37.2")).contains(built("kubernetes-1.37.2", "new"));
        assertThat(records.find("kubernetes-1.0")).isEmpty();
    }

    @Test
    void theFoldersAreTheUsualOnesUnlessTheEnvironmentNamesOthers() {
        PackageFolders usual =
                PackageFolders.of(Map.of("HOME", "/home/me", "SLIPWAY_HOME", "/src", "XDG_DATA_HOME", ""));
        PackageFolders named = PackageFolders.of(Map.of("XDG_CACHE_HOME", "/c", "XDG_DATA_HOME", "/d"));

        assertThat(usual.recipes()).hasToString("/src/infra/packages");
        assertThat(usual.cache()).hasToString("/home/me/.cache/slipway");
        assertThat(usual.packageKey()).hasToString("/home/me/.local/share/slipway/keys/package-signing.key");
        assertThat(named.cache()).hasToString("/c/slipway");
        assertThat(named.trustedKeys()).hasToString("/d/slipway/keys/packages");
    }

    @Test
    void oneBuildRunsAtATime() throws IOException {
        try (BuildLock lock = BuildLock.take(folder)) {
            assertThat(lock.channel().isOpen()).isTrue();
            assertThatThrownBy(() -> BuildLock.take(folder)).hasMessageContaining("Another build");
        }
        BuildLock.take(folder).close();
    }

    private static PackageRecord built(String name, String digest) {
        return new PackageRecord(name, "1.37.2", "image:1", digest, Instant.EPOCH, 1);
    }
}
