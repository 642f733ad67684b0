package dev.slipway.installation.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the script on the machine the tests run on: any Linux will do. */
class FactScriptTest {
    /** Without files it is that of a machine without limits. */
    @TempDir
    private Path controlGroup;

    /** The files of a host that has none. */
    @TempDir
    private Path root;

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

    @ParameterizedTest
    @CsvSource({
        "cpu.max, 50000 100000, memory.max, 536870912",
        "cpu/cpu.cfs_quota_us, 50000, memory/memory.limit_in_bytes, 536870912"
    })
    void aHostHasNoMoreThanItsContainerEngineAllows(String cpu, String quota, String memory, String bytes)
            throws Exception {
        limit(cpu, quota);
        limit("cpu/cpu.cfs_period_us", "100000");
        limit(memory, bytes);

        HostFacts facts = run(1);

        assertThat(facts.knows("cpus")).isTrue();
        assertThat(facts.number("cpus")).isZero();
        assertThat(facts.mebibytes("memory-kib")).isEqualTo(512);
    }

    @Test
    void namesWhatIsSwappedTo() throws Exception {
        assertThat(run(1).all("swap")).isEmpty();

        write("swaps", "Filename Type Size Used Priority\n/dev/zram0 partition 1 0 100\n/swap file 1 0 -2\n");

        assertThat(run(1).all("swap")).containsExactly("/dev/zram0", "/swap");
    }

    @Test
    void knowsTheVersionOfControlGroups() throws Exception {
        assertThat(run(1).number("control-groups")).isEqualTo(1);

        limit("cgroup.controllers", "cpuset cpu io memory pids");

        assertThat(run(1).number("control-groups")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "cpu.max, max 100000, memory.max, max",
        "cpu.max, 100000000 100000, memory.max, 9223372036854771712",
        "cpu/cpu.cfs_quota_us, -1, memory/memory.limit_in_bytes, 9223372036854771712"
    })
    void aHostWithoutALimitHasWhatItsMachineHas(String cpu, String quota, String memory, String bytes)
            throws Exception {
        HostFacts machine = run(1);
        limit(cpu, quota);
        limit("cpu/cpu.cfs_period_us", "100000");
        limit(memory, bytes);

        HostFacts facts = run(1);

        assertThat(facts.text("cpus")).isEqualTo(machine.text("cpus")).isNotBlank();
        assertThat(facts.text("memory-kib"))
                .isEqualTo(machine.text("memory-kib"))
                .isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/cni/net.d",
                "/var/lib/etcd",
                "/var/lib/kubelet",
                "/var/lib/containerd",
                "/var/lib/cni",
                "/var/lib/docker"
            })
    void aDirectoryIsEmptyUntilSomethingIsInItButLostAndFound(String directory) throws Exception {
        Files.createDirectories(root.resolve(directory.substring(1)).resolve("lost+found"));
        assertThat(run(1).all("remains")).doesNotContain(directory);

        Files.createDirectories(root.resolve(directory.substring(1)).resolve(".hidden"));
        assertThat(run(1).all("remains")).contains(directory);
    }

    @ParameterizedTest
    @CsvSource({"run/systemd/container, lxc, lxc", ".dockerenv, '', docker", "run/.containerenv, '', podman"})
    void knowsAContainer(String file, String content, String engine) throws Exception {
        assertThat(run(1).knows("container")).isFalse();

        write(file, content);

        assertThat(run(1).text("container")).isEqualTo(engine);
    }

    @Test
    void readsTheNameServersThatPodsGet() throws Exception {
        assertThat(run(1).knows("nameserver")).isFalse();

        write("etc/resolv.conf", "# nameserver 192.0.2.1\nsearch example\nnameserver 192.0.2.2\nnameserver ::1");
        assertThat(run(1).all("nameserver")).containsExactly("192.0.2.2", "::1");
        assertThat(run(1).text("resolver")).isEqualTo("/etc/resolv.conf");

        command("systemctl", "[ \"$*\" = 'is-active --quiet systemd-resolved' ]");
        write("run/systemd/resolve/resolv.conf", "nameserver 192.0.2.3\n");
        assertThat(run(1).all("nameserver")).containsExactly("192.0.2.3");
        assertThat(run(1).text("resolver")).isEqualTo("/run/systemd/resolve/resolv.conf");
    }

    @Test
    void seesFirewallsThatAreActive() throws Exception {
        write("etc/ufw/ufw.conf", "# a comment\nENABLED=yes\nLOGLEVEL=low\n");
        command("systemctl", "[ \"$*\" = 'is-active --quiet firewalld' ]");
        assertThat(run(1).all("firewall")).containsExactly("firewalld");

        command("ufw", "exit 1");
        assertThat(run(1).all("firewall")).containsExactly("firewalld", "ufw");

        write("etc/ufw/ufw.conf", "ENABLED=no\n");
        command("systemctl", "exit 3");
        assertThat(run(1).all("firewall")).isEmpty();
    }

    @Test
    void tellsAddressesAndRoutesAsTheKernelHasThem() throws Exception {
        HostFacts facts = run(1);

        assertThat(facts.all("address")).contains("lo 127.0.0.1/8");
        assertThat(facts.all("route")).allMatch(route -> route.matches("[0-9A-F]{8} [0-9A-F]{8}"));
    }

    /** A program that is found before the machine's own. */
    private void command(String name, String body) throws IOException {
        Path program = write("bin/" + name, "#!/bin/sh\n" + body + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    private Path write(String file, String content) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, content);
    }

    private void limit(String file, String value) throws IOException {
        Path path = controlGroup.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, value + "\n");
    }

    private HostFacts run(int packagePort) throws IOException, InterruptedException {
        double now = System.currentTimeMillis() / 1000.0;
        var command = new ProcessBuilder("sh", "-s");
        command.environment().merge("PATH", root.resolve("bin") + ":", (path, bin) -> bin + path);
        Process shell = command.start();
        try (InputStream script = HostFacts.class.getResourceAsStream("facts.sh");
                var stdin = shell.getOutputStream()) {
            String settings = """
                    slipway_package_host=127.0.0.1 slipway_package_port=%d
                    slipway_control_group='%s' slipway_root='%s' slipway_swaps='%s'
                    """.formatted(packagePort, controlGroup, root, root.resolve("swaps"));
            stdin.write(settings.getBytes(StandardCharsets.UTF_8));
            script.transferTo(stdin);
        }
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        shell.waitFor();
        return HostFacts.parse(output, now);
    }
}
