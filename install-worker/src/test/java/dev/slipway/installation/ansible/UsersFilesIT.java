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
import org.testcontainers.containers.Network;

/** A user who has a Kubernetes of their own where ours comes has it back after a reset, however that went. */
@Timeout(300)
class UsersFilesIT {
    private static final Network NETWORK = Network.builder()
            .createNetworkCmdModifier(made -> made.withInternal(true))
            .build();
    private static final SshKey KEY = SshKey.generate();
    private static final ContainerHost HOST = new ContainerHost("node-1", NETWORK, KEY);

    /** What an installation does with the user's files; what it brings is ours by its content. */
    private static final String BEGIN = """
            - import_role: {name: package_source, tasks_from: mark}
            """;

    private static final String INSTALL = BEGIN + """
            - import_role: {name: container_runtime}
              vars:
                container_runtime_files:
                  - {path: /etc/crictl.yaml, content: ours}
                  - {path: /opt/cni/bin/bridge, content: ours}
                  - {path: /etc/systemd/system/containerd.service, content: "[Service]\\nExecStart=/bin/sleep infinity\\n\
            [Install]\\nWantedBy=multi-user.target\\n"}
            - import_role: {name: kubernetes_node}
              vars:
                kubernetes_node_files:
                  - {path: /usr/local/bin/kubectl, content: ours}
                  - {path: /etc/systemd/system/kubelet.service, content: "[Service]\\nExecStart=/bin/sleep infinity\\n\
            [Install]\\nWantedBy=multi-user.target\\n"}
            """;

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
    void haveFilesOfTheUser() {
        HOST.run("""
                rm -rf /var/lib/slipway /opt/cni
                mkdir -p /opt/cni/bin /usr/local/bin /etc/kubernetes
                for file in /usr/local/bin/kubectl /etc/crictl.yaml /opt/cni/bin/own /etc/kubernetes/notes; do
                    echo user > $file
                done
                printf '[Service]\\nExecStart=/bin/true\\n[Install]\\nWantedBy=multi-user.target\\n' \
                    > /etc/systemd/system/kubelet.service
                systemctl enable --quiet kubelet
                """);
    }

    @Test
    void theUsersFilesComeBackFromAResetThatWasKilledWhileItRestoredThem() {
        succeeds(playbooks.runTasks(INSTALL));
        assertThat(HOST.run("cat /usr/local/bin/kubectl /etc/crictl.yaml; ls -A /opt/cni/bin"))
                .isEqualTo("oursoursbridge");
        killedAt("/usr/local/bin/kubectl");

        Result killed = playbooks.run("reset");
        HOST.run("rm /usr/local/sbin/cp");

        assertThat(killed.exitCode()).as(killed.output()).isNotZero();
        assertThat(HOST.run("cat /etc/crictl.yaml; cat /var/lib/slipway/cluster"))
                .isEqualTo("user\n" + HostPlaybooks.CLUSTER);
        succeeds(playbooks.run("reset"));
        assertAllIsTheUsers();
    }

    @Test
    void aSecondResetTouchesNothing() {
        succeeds(playbooks.runTasks(INSTALL));
        succeeds(playbooks.run("reset"));

        succeeds(playbooks.run("reset"));

        assertAllIsTheUsers();
    }

    @Test
    void whatNoPhaseHasSetAsideIsStillTheUsers() {
        succeeds(playbooks.runTasks(BEGIN));

        succeeds(playbooks.run("reset"));

        assertAllIsTheUsers();
    }

    /** Its mark is gone, which is the last thing a reset does before it removes what it remembered. */
    @Test
    void whatADeadResetRemembersIsNotTrustedButTheUsersFilesAreKept() {
        HOST.run("""
                mkdir -p /var/lib/slipway/set-aside/once /var/lib/slipway/set-aside/files/etc
                touch /var/lib/slipway/set-aside/once/kubernetes-node /var/lib/slipway/packages-before
                echo lost > /var/lib/slipway/set-aside/files/etc/lost
                """);

        succeeds(playbooks.runTasks(BEGIN));

        assertThat(HOST.run("cd /var/lib/slipway && find . -type f | sort"))
                .isEqualTo("./cluster\n./set-aside/files/etc/lost");
        succeeds(playbooks.run("reset"));
        assertThat(HOST.run("cat /etc/lost && rm /etc/lost")).isEqualTo("lost");
        assertAllIsTheUsers();
    }

    /**
     * The store is on another file system than these files: they are copied, and the copying is ended with the worker's
     * hand.
     */
    private static void killedAt(String file) {
        HOST.run("""
                cat > /usr/local/sbin/cp <<'END'
                #!/bin/sh
                case "$*" in *slipway*%s*) kill -KILL $PPID ;; *) exec /bin/cp "$@" ;; esac
                END
                chmod +x /usr/local/sbin/cp
                """.formatted(file));
    }

    private static void succeeds(Result result) {
        assertThat(result.exitCode()).as(result.output()).isZero();
    }

    private static void assertAllIsTheUsers() {
        assertThat(HOST.run("cat /usr/local/bin/kubectl /etc/crictl.yaml /opt/cni/bin/own /etc/kubernetes/notes"))
                .isEqualTo("user\nuser\nuser\nuser");
        assertThat(HOST.run(
                        "ls -A /usr/local/bin /opt/cni/bin /etc/kubernetes; ls -d /etc/slipway 2>/dev/null || true"))
                .isEqualTo("/etc/kubernetes:\nnotes\n\n/opt/cni/bin:\nown\n\n/usr/local/bin:\nkubectl");
        assertThat(HOST.run("grep ExecStart /etc/systemd/system/kubelet.service; systemctl is-enabled kubelet"))
                .isEqualTo("ExecStart=/bin/true\nenabled");
        assertThat(HOST.run("find / -xdev -name '.slipway-*'; ls -d /var/lib/slipway 2>/dev/null || true"))
                .isEmpty();
    }
}
