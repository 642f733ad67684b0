package dev.slipway.installation.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.installation.fixture.HostPlaybooks;
import dev.slipway.installation.fixture.HostPlaybooks.Result;
import dev.slipway.installation.fixture.PlaybookHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A user who has a Kubernetes of their own where ours comes has it back after a reset, however that went. */
@Timeout(300)
class UsersFilesIT {

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
    void haveFilesOfTheUser() {
        host.run("""
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
        host.playTasks(INSTALL).succeeds();
        assertThat(host.run("cat /usr/local/bin/kubectl /etc/crictl.yaml; ls -A /opt/cni/bin"))
                .isEqualTo("oursoursbridge");
        killedAt("/usr/local/bin/kubectl");

        Result killed = host.play("reset");
        host.run("rm /usr/local/sbin/cp");

        assertThat(killed.exitCode()).as(killed.output()).isNotZero();
        assertThat(host.run("cat /etc/crictl.yaml; cat /var/lib/slipway/cluster"))
                .isEqualTo("user\n" + HostPlaybooks.CLUSTER);
        host.play("reset").succeeds();
        assertAllIsTheUsers();
    }

    @Test
    void aSecondResetTouchesNothing() {
        host.playTasks(INSTALL).succeeds();
        host.play("reset").succeeds();

        host.play("reset").succeeds();

        assertAllIsTheUsers();
    }

    @Test
    void whatNoPhaseHasSetAsideIsStillTheUsers() {
        host.playTasks(BEGIN).succeeds();

        host.play("reset").succeeds();

        assertAllIsTheUsers();
    }

    /** Its mark is gone, which is the last thing a reset does before it removes what it remembered. */
    @Test
    void whatADeadResetRemembersIsNotTrustedButTheUsersFilesAreKept() {
        host.run("""
                mkdir -p /var/lib/slipway/set-aside/once /var/lib/slipway/set-aside/files/etc
                touch /var/lib/slipway/set-aside/once/kubernetes-node /var/lib/slipway/packages-before
                echo lost > /var/lib/slipway/set-aside/files/etc/lost
                """);

        host.playTasks(BEGIN).succeeds();

        assertThat(host.run("cd /var/lib/slipway && find . -type f | sort"))
                .isEqualTo("./cluster\n./set-aside/files/etc/lost");
        host.play("reset").succeeds();
        assertThat(host.run("cat /etc/lost && rm /etc/lost")).isEqualTo("lost");
        assertAllIsTheUsers();
    }

    /**
     * The store is on another file system than these files: they are copied, and the copying is ended with the worker's
     * hand.
     */
    private static void killedAt(String file) {
        host.run("""
                cat > /usr/local/sbin/cp <<'END'
                #!/bin/sh
                case "$*" in *slipway*%s*) kill -KILL $PPID ;; *) exec /bin/cp "$@" ;; esac
                END
                chmod +x /usr/local/sbin/cp
                """.formatted(file));
    }

    private static void assertAllIsTheUsers() {
        assertThat(host.run("cat /usr/local/bin/kubectl /etc/crictl.yaml /opt/cni/bin/own /etc/kubernetes/notes"))
                .isEqualTo("user\nuser\nuser\nuser");
        assertThat(host.run(
                        "ls -A /usr/local/bin /opt/cni/bin /etc/kubernetes; ls -d /etc/slipway 2>/dev/null || true"))
                .isEqualTo("/etc/kubernetes:\nnotes\n\n/opt/cni/bin:\nown\n\n/usr/local/bin:\nkubectl");
        assertThat(host.run("grep ExecStart /etc/systemd/system/kubelet.service; systemctl is-enabled kubelet"))
                .isEqualTo("ExecStart=/bin/true\nenabled");
        assertThat(host.run("find / -xdev -name '.slipway-*'; ls -d /var/lib/slipway 2>/dev/null || true"))
                .isEmpty();
    }
}
