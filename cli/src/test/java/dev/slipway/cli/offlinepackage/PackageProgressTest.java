package dev.slipway.cli.offlinepackage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.progress.Detail;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackageProgressTest {
    private final List<String> lines = new ArrayList<>();
    private final Detail detail = new Detail(lines::add);
    private final PackageProgress progress = new PackageProgress(detail, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @Test
    void whatWasBuiltAndWhatFailedStaysOnTheScreen() {
        progress.began("kubernetes-1.37.2", 3);
        progress.finished("runc", true);
        progress.started("etcd");
        progress.finished("etcd", false);
        progress.started("flannel");
        progress.failed("flannel", "no compiler\nmore");

        assertThat(lines).containsExactly("      etcd built in 0.0 s", "      flannel FAILED: no compiler");
    }

    @Test
    void theDetailTellsHowManyAndWhichNow() {
        progress.began("kubernetes-1.37.2", 20);
        progress.finished("runc", true);
        progress.started("kubernetes");
        progress.started("containerd");

        assertThat(detail).hasToString("1 of 20 components, now containerd, kubernetes");
    }

    @Test
    void waitingForAnotherBuildIsTold() {
        progress.waits();

        assertThat(lines).containsExactly("      waiting until another build of packages has ended");
    }

    @Test
    void whatAPersonShouldKnowStaysOnTheScreen() {
        progress.noted("not the tested versions: libmnl0");

        assertThat(lines).containsExactly("      not the tested versions: libmnl0");
    }
}
