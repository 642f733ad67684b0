package dev.slipway.installation.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.installation.fixture.HostPlaybooks;
import dev.slipway.installation.fixture.HostPlaybooks.Result;
import dev.slipway.installation.fixture.PlaybookHost;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reset does to a host, and what it never does; no offline package is needed to give a host back. */
@Timeout(300)
class HostResetIT {
    private static final String CLEAR = """
        - name: Write
          ansible.builtin.template:
            src: "{{ project }}/roles/reset/templates/clear-node.j2"
            dest: /run/clear-{{ item | replace('/', '-') }}
            mode: "0700"
          vars: {slipway_pod_network: "{{ item }}"}
          loop: &networks [10.0.0.0/16, 192.168.0.0/17, 10.32.0.0/12]
        - name: Run
          ansible.builtin.command: /run/clear-{{ item | replace('/', '-') }}
          loop: *networks
        """;

    /** What a cluster that somebody else made has on its hosts. */
    private static final String FOREIGN =
            "/etc/kubernetes/admin.conf /etc/containerd/config.toml /usr/local/bin/kubectl"
                    + " /var/lib/etcd/member /var/lib/kubelet/config.yaml /opt/cni/bin/bridge";

    private static PlaybookHost host;

    @BeforeAll
    static void start() {
        host = PlaybookHost.start();
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    @BeforeEach
    void forget() {
        host.run("rm -rf /var/lib/slipway");
    }

    @Test
    void aHostThatNoClusterBeganToChangeIsLeftAsItIs() {
        host.run("for file in " + FOREIGN + "; do mkdir -p ${file%/*}; echo user > $file; done");

        Result reset = host.play("reset");

        reset.succeeds();
        assertThat(reset.output()).contains("node-1 has no mark: this cluster has changed nothing on it");
        assertThat(host.run("cat " + FOREIGN)).isEqualTo("user\n".repeat(6).strip());
        assertThat(host.run("ls -d /var/lib/slipway 2> /dev/null || true")).isEmpty();
    }

    @Test
    void aHostOfAnotherClusterIsLeftAsItIs() {
        host.run("for file in " + FOREIGN + "; do mkdir -p ${file%/*}; echo user > $file; done");
        host.run("mkdir /var/lib/slipway && echo another > /var/lib/slipway/cluster");

        Result reset = host.play("reset");

        reset.succeeds();
        assertThat(reset.output()).contains("node-1 has the mark of another: this cluster has changed nothing on it");
        assertThat(host.run("cat " + FOREIGN)).isEqualTo("user\n".repeat(6).strip());
        assertThat(host.run("cat /var/lib/slipway/cluster")).isEqualTo("another");
    }

    @ParameterizedTest
    @ValueSource(strings = {"package-source", "container-runtime"})
    void theMarkOfAnotherClusterIsNeverOverwritten(String playbook) {
        host.run("mkdir /var/lib/slipway && echo another > /var/lib/slipway/cluster");

        Result refused = host.play(playbook);

        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.output()).contains("this host belongs to another cluster (another): delete that cluster");
        assertThat(host.run("find /var/lib/slipway -type f | xargs cat")).isEqualTo("another");
    }

    /**
     * Of two routes into the pods' network, the one to a node is ours; a network that only begins alike is no part of
     * it.
     */
    @Test
    void onlyRoutesOfPodsAreRemoved() {
        String node = host.otherNode();
        List<String> ours =
                List.of("10.0.1.0/24 via " + node, "192.168.3.0/24 via " + node, "10.45.4.0/24 via " + node);
        List<String> others = List.of(
                "10.20.0.0/24 via " + node,
                "10.0.77.0/24 via " + host.gateway(),
                "192.168.200.0/24 via " + node,
                "192.168.4.0/24 via " + host.gateway(),
                "10.48.0.0/24 via " + node);
        Stream.concat(ours.stream(), others.stream()).forEach(route -> host.run("ip route add " + route));

        Result cleared = host.playTasks(CLEAR);

        cleared.succeeds();
        assertThat(host.run("ip -4 route show | sed 's/ dev .*//'").lines())
                .containsAll(others)
                .doesNotContainAnyElementsOf(ours);
        others.forEach(route -> host.run("ip route delete " + route));
    }

    @Test
    void aKubeadmThatWasLeftIsEndedAndDisksOfTheirOwnAreEmptied() {
        host.run("""
                mkdir -p /var/lib/slipway/set-aside/once /var/lib/etcd /var/lib/containerd /srv/kubelet/pods
                touch /var/lib/slipway/set-aside/once/container-runtime /var/lib/slipway/set-aside/once/kubernetes-node
                echo %s > /var/lib/slipway/cluster
                for disk in /var/lib/etcd /var/lib/containerd; do
                    mount -t tmpfs disk $disk && mkdir $disk/lost+found $disk/.hidden && touch $disk/data
                done
                rm -rf /var/lib/kubelet && ln -s /srv/kubelet /var/lib/kubelet
                printf '#!/bin/sh\n[ "$1" = reset ] || sleep 1000\n' > /usr/local/bin/kubeadm
                chmod +x /usr/local/bin/kubeadm
                setsid /usr/local/bin/kubeadm > /dev/null 2>&1 &
                """.formatted(HostPlaybooks.CLUSTER));

        Result reset = host.play("reset");

        reset.succeeds();
        assertThat(host.run("pgrep -x kubeadm || true")).isEmpty();
        assertThat(host.run("ls -A /var/lib/etcd /var/lib/containerd /srv/kubelet"))
                .isEqualTo("/srv/kubelet:\n\n/var/lib/containerd:\nlost+found\n\n/var/lib/etcd:\nlost+found");
        host.run("umount /var/lib/etcd /var/lib/containerd");
    }
}
