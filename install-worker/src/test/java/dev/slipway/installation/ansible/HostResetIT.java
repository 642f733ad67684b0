package dev.slipway.installation.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.installation.fixture.ContainerHost;
import dev.slipway.installation.fixture.HostPlaybooks;
import dev.slipway.installation.fixture.HostPlaybooks.Result;
import dev.slipway.installation.fixture.SshKey;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.containers.Network;

/** What a reset does to a host, and what it never does; no offline package is needed to give a host back. */
@Timeout(300)
class HostResetIT {
    private static final Network NETWORK = Network.builder()
            .createNetworkCmdModifier(made -> made.withInternal(true))
            .build();
    private static final SshKey KEY = SshKey.generate();
    private static final ContainerHost HOST = new ContainerHost("node-1", NETWORK, KEY);
    /** What a cluster that somebody else made has on its hosts. */
    private static final String FOREIGN =
            "/etc/kubernetes/admin.conf /etc/containerd/config.toml /usr/local/bin/kubectl"
                    + " /var/lib/etcd/member /var/lib/kubelet/config.yaml /opt/cni/bin/bridge";

    @TempDir
    private static Path folder;

    private static HostPlaybooks playbooks;

    @BeforeAll
    static void start() {
        HOST.start();
        playbooks = new HostPlaybooks(HOST, KEY, folder);
    }

    @AfterAll
    static void stop() {
        HOST.stop();
        NETWORK.close();
    }

    @BeforeEach
    void forget() {
        HOST.run("rm -rf /var/lib/slipway");
    }

    @Test
    void aHostThatNoClusterBeganToChangeIsLeftAsItIs() {
        HOST.run("for file in " + FOREIGN + "; do mkdir -p ${file%/*}; echo user > $file; done");

        Result reset = playbooks.run("reset");

        assertThat(reset.exitCode()).as(reset.output()).isZero();
        assertThat(reset.output()).contains("node-1 has no mark: this cluster has changed nothing on it");
        assertThat(HOST.run("cat " + FOREIGN)).isEqualTo("user\n".repeat(6).strip());
        assertThat(HOST.run("ls -d /var/lib/slipway 2> /dev/null || true")).isEmpty();
    }

    @Test
    void aHostOfAnotherClusterIsLeftAsItIs() {
        HOST.run("for file in " + FOREIGN + "; do mkdir -p ${file%/*}; echo user > $file; done");
        HOST.run("mkdir /var/lib/slipway && echo another > /var/lib/slipway/cluster");

        Result reset = playbooks.run("reset");

        assertThat(reset.exitCode()).as(reset.output()).isZero();
        assertThat(reset.output()).contains("node-1 has the mark of another: this cluster has changed nothing on it");
        assertThat(HOST.run("cat " + FOREIGN)).isEqualTo("user\n".repeat(6).strip());
        assertThat(HOST.run("cat /var/lib/slipway/cluster")).isEqualTo("another");
    }

    @ParameterizedTest
    @ValueSource(strings = {"package-source", "container-runtime"})
    void theMarkOfAnotherClusterIsNeverOverwritten(String playbook) {
        HOST.run("mkdir /var/lib/slipway && echo another > /var/lib/slipway/cluster");

        Result refused = playbooks.run(playbook);

        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.output()).contains("this host belongs to another cluster (another): delete that cluster");
        assertThat(HOST.run("find /var/lib/slipway -type f | xargs cat")).isEqualTo("another");
    }
}
