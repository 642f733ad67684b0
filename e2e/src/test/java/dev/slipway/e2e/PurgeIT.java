package dev.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The end of every journey: nothing stays behind. */
@Order(9)
class PurgeIT {
    @Test
    void purgeLeavesNothingBehind() {
        var images = OfflinePackages.images(Platform.succeeds(Duration.ofMinutes(1), "package", "list"));
        assertThat(images).isNotEmpty();

        Platform.succeeds(Duration.ofMinutes(3), "down", "--purge", "--yes");

        for (var image : images) {
            assertThat(Program.ok(List.of("docker", "images", "--quiet", image)))
                    .isEmpty();
        }

        assertThat(Files.exists(Platform.HOME.resolve("data/slipway"))).isFalse();
        assertThat(Program.ok(List.of("docker", "network", "ls", "--quiet", "--filter", "name=" + Platform.NETWORK)))
                .isEmpty();
        assertThat(Program.ok(List.of("docker", "ps", "--all", "--quiet", "--filter", "network=" + Platform.NETWORK)))
                .isEmpty();
    }
}
