package dev.slipway.e2e.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.platform.OfflinePackages;
import dev.slipway.e2e.platform.Platform;
import dev.slipway.e2e.platform.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The end of every journey: nothing stays behind. */
@Order(9)
class PurgeIT {
    @Test
    void purgeLeavesNothingBehind() {
        var images = OfflinePackages.images(Platform.succeeds(Duration.ofMinutes(1), "package", "list"));
        assertThat(images).isNotEmpty();
        var runs = Stream.of(
                        Platform.setting("install-worker", "slipway.ansible.runs"),
                        Platform.setting("provisioning-worker", "slipway.provisioning.runs"))
                .map(Path::of)
                .toList();
        var found = runs.stream().filter(Files::isDirectory).toList();

        Platform.purge();

        for (var image : images) {
            assertThat(Program.ok(List.of("docker", "images", "--quiet", image)))
                    .isEmpty();
        }

        assertThat(Files.exists(Platform.HOME.resolve("data/slipway"))).isFalse();
        assertThat(found).as("folders that the journeys before have used").isEqualTo(runs);
        assertThat(runs).allSatisfy(folder -> assertThat(folder).doesNotExist());
        assertThat(Program.ok(List.of("docker", "network", "ls", "--quiet", "--filter", "name=" + Platform.NETWORK)))
                .isEmpty();
        assertThat(Program.ok(List.of("docker", "ps", "--all", "--quiet", "--filter", "network=" + Platform.NETWORK)))
                .isEmpty();
        assertThat(Program.ok(List.of("docker", "volume", "ls", "--quiet")).lines())
                .noneMatch(volume -> volume.startsWith(Platform.NETWORK + "-"));
    }
}
