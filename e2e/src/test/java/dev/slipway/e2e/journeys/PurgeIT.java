package dev.slipway.e2e.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.platform.OfflinePackages;
import dev.slipway.e2e.platform.Platform;
import dev.slipway.e2e.platform.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The end of every journey: nothing stays behind. */
@Order(9)
class PurgeIT {
    @Test
    void purgeLeavesNothingBehind() {
        var images = OfflinePackages.images(Platform.succeeds(Duration.ofMinutes(1), "package", "list"));
        assertThat(images).isNotEmpty();
        var runs = List.of(runs("install-worker", "ansible"), runs("provisioning-worker", "provisioning"));
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

    /** Where a worker keeps what must not reach a disk. */
    private static Path runs(String service, String tool) {
        var settings = Platform.HOME.resolve("data/slipway/config").resolve(service + ".yaml");
        return Path.of(new YAMLMapper()
                .readTree(settings.toFile())
                .path("slipway." + tool + ".runs")
                .asString());
    }
}
