package dev.slipway.cli.offlinepackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LineProgressTest {
    @Test
    void eachLineTellsWhatAndHowMany() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (LineProgress progress = new LineProgress(
                new PrintStream(bytes, true, StandardCharsets.UTF_8), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))) {
            progress.began("kubernetes-1.37.2", 3);
            progress.finished("runc", true);
            progress.started("etcd");
            progress.finished("etcd", false);
            progress.started("flannel");
            progress.failed("flannel", "no compiler\nmore");
        }

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "kubernetes-1.37.2: 3 components",
                        "[1/4, 0 s] runc is there",
                        "[1/4, 0 s] building etcd",
                        "[2/4, 0 s] etcd built in 0 s",
                        "[2/4, 0 s] building flannel",
                        "[2/4, 0 s] flannel FAILED: no compiler");
    }
}
