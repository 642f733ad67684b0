package dev.slipway.installation.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Runs the script on the machine the tests run on: any Linux will do. */
class FactScriptTest {
    @Test
    void tellsFactsOfAnyLinux() throws Exception {
        HostFacts facts = run(1);

        assertThat(facts.complete()).isTrue();
        assertThat(facts.text("hostname")).isNotBlank();
        assertThat(facts.number("cpus")).isPositive();
        assertThat(facts.mebibytes("memory-kib")).isPositive();
        assertThat(facts.mebibytes("disk-kib")).isPositive();
        assertThat(facts.text("os")).isNotBlank();
        assertThat(facts.text("architecture")).isNotBlank();
        assertThat(Math.abs(facts.skewSeconds())).isLessThan(20);
        assertThat(facts.text("package")).isEqualTo("no");
    }

    @Test
    void seesListeningPortsAndTheWayToThePackage() throws Exception {
        try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            HostFacts facts = run(listening.getLocalPort());

            assertThat(facts.ports("tcp")).contains(listening.getLocalPort());
            assertThat(facts.is("package")).isTrue();
        }
    }

    private static HostFacts run(int packagePort) throws IOException, InterruptedException {
        double now = System.currentTimeMillis() / 1000.0;
        Process shell = new ProcessBuilder("sh", "-s").start();
        try (InputStream script = HostFacts.class.getResourceAsStream("facts.sh");
                var stdin = shell.getOutputStream()) {
            String settings = "slipway_package_host=127.0.0.1 slipway_package_port=%d\n".formatted(packagePort);
            stdin.write(settings.getBytes(StandardCharsets.UTF_8));
            script.transferTo(stdin);
        }
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        shell.waitFor();
        return HostFacts.parse(output, now);
    }
}
