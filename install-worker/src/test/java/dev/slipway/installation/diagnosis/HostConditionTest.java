package dev.slipway.installation.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.installation.diagnosis.HostCondition.FileSystem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostConditionTest {
    private static final HostCondition CONDITION = HostCondition.parse("""
            clock=1000.5
            disk=9000000 800 /
            disk=9000000 800 /
            disk=2048 - /run
            disk=100 70 /var/lib/containerd
            kubelet="Failed to start cAdvisor" err="inotify_init: too many open files"
            journal=containerd.service: failed to start
            odd
            """, 1060.0);

    @Test
    void readsWhatTheScriptTells() {
        assertThat(CONDITION.skewSeconds()).isEqualTo(-59.5, within(0.01));
        assertThat(CONDITION.fileSystems()).hasSize(3);
        assertThat(CONDITION.kubelet())
                .contains("\"Failed to start cAdvisor\" err=\"inotify_init: too many open files\"");
        assertThat(CONDITION.journal()).containsExactly("containerd.service: failed to start");
    }

    @Test
    void findsTheFileSystemOfAFile() {
        assertThat(CONDITION.holding("/var/lib/containerd/data"))
                .get()
                .extracting(FileSystem::mountPoint)
                .isEqualTo("/var/lib/containerd");
        assertThat(CONDITION.holding("/var/lib/containerd2"))
                .get()
                .extracting(FileSystem::mountPoint)
                .isEqualTo("/");
        assertThat(CONDITION.fullest())
                .get()
                .extracting(FileSystem::words)
                .isEqualTo("/var/lib/containerd, 100 KiB free");
    }

    @ParameterizedTest
    @CsvSource({
        "0, false, true, '/v, 0 B free'",
        "70, false, false, '/v, 70 KiB free'",
        "5120, false, false, '/v, 5 MiB free'",
        "5120, true, true, '/v, no more files'"
    })
    void tellsHowMuchIsLeft(long free, boolean outOfFiles, boolean full, String words) {
        var system = new FileSystem("/v", free, outOfFiles);

        assertThat(system.isFull()).isEqualTo(full);
        assertThat(system.words()).isEqualTo(words);
    }

    @Test
    void theScriptRunsOnAnyLinux() throws Exception {
        HostCondition condition = run();

        assertThat(Math.abs(condition.skewSeconds())).isLessThan(20);
        assertThat(condition.holding("/")).isPresent();
        assertThat(condition.fileSystems())
                .allMatch(system -> system.mountPoint().startsWith("/"));
    }

    private static HostCondition run() throws IOException, InterruptedException {
        double now = System.currentTimeMillis() / 1000.0;
        Process shell = new ProcessBuilder("sh", "-s").start();
        try (InputStream script = HostCondition.class.getResourceAsStream("condition.sh");
                var stdin = shell.getOutputStream()) {
            script.transferTo(stdin);
        }
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        shell.waitFor();
        return HostCondition.parse(output, now);
    }
}
