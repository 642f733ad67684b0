package dev.slipway.cli.offlinepackage.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.cli.offlinepackage.recipe.Recipe;
import dev.slipway.cli.waiting.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    void aSecondBuildWaitsForTheFirst() throws IOException {
        List<String> told = new ArrayList<>();
        BuildLock first = BuildLock.take(folder, Waiting.upTo(Duration.ZERO), () -> told.add("never"));
        Waiting patience = Waiting.upTo(Duration.ofMinutes(1)).every(Duration.ofMillis(1));

        BuildLock second = BuildLock.take(folder, patience, () -> {
            told.add("waits");
            close(first);
        });

        assertThat(told).containsExactly("waits");
        assertThat(second.channel().isOpen()).isTrue();
        assertThatThrownBy(() -> BuildLock.take(folder, Waiting.upTo(Duration.ZERO), () -> {}))
                .hasMessageContaining("does not end");
        second.close();
    }

    @Test
    void packagesOfTwoKeysHaveImagesOfTheirOwn() {
        Recipe recipe = TestRecipes.recipe();

        assertThat(new PackagePlan(recipe, "aa", "d").image())
                .isNotEqualTo(new PackagePlan(recipe, "bb", "d").image())
                .endsWith("-aa");
    }

    @Test
    void withoutAKeyNoImageIsOurs() {
        assertThat(new OwnImages(new PackageFolders(folder, folder, folder))
                        .remove()
                        .removed())
                .isEmpty();
    }

    private static void close(BuildLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PackageRecord built(String name, String digest) {
        return new PackageRecord(name, "1.37.2", "image:1", digest, Instant.EPOCH, 1);
    }
}
