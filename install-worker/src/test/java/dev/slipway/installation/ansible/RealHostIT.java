package dev.slipway.installation.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.installation.fixture.HostPlaybooks;
import dev.slipway.installation.fixture.HostPlaybooks.Result;
import dev.slipway.installation.fixture.LocalSource;
import dev.slipway.installation.fixture.PlaybookHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is done to real hosts alone, as far as a container bears it: its clock and its swap are the machine's. */
@Timeout(400)
class RealHostIT {
    private static final String REAL = "--extra-vars=slipway_host_profile=STANDARD";
    private static final String TIME_DAEMON = "Provides: time-daemon\nConflicts: time-daemon\nReplaces: time-daemon\n";
    private static final String SERVICE = """
            mkdir -p lib/systemd/system %2$s
            printf '[Service]\\nExecStart=/bin/sleep infinity\\n[Install]\\nWantedBy=multi-user.target\\n' \
                > lib/systemd/system/%1$s.service
            printf '#!/bin/sh\nsystemctl stop %1$s\n' > DEBIAN/prerm
            printf '#!/bin/sh\nsystemctl daemon-reload\n' | tee DEBIAN/postinst > DEBIAN/postrm
            chmod 0755 DEBIAN/prerm DEBIAN/postinst DEBIAN/postrm
            """;

    private static PlaybookHost host;
    private static LocalSource source;

    @BeforeAll
    static void start() {
        host = PlaybookHost.start();
        source = host.source();
        source.add("chrony", TIME_DAEMON, SERVICE.formatted("chrony", "etc/chrony/conf.d etc/chrony/sources.d"));
        source.add("own-time", TIME_DAEMON, SERVICE.formatted("own-time", "etc") + """
                echo default > etc/own-time.conf
                echo /etc/own-time.conf > DEBIAN/conffiles
                """);
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    @BeforeEach
    void haveATimeServiceOfTheUser() {
        source.begin(HostPlaybooks.CLUSTER);
        source.install("own-time");
        source.begin(HostPlaybooks.CLUSTER);
        host.run("""
                mkdir -p /etc/systemd && printf '[Time]\\nNTP=ntp1.example.org ntp2.example.org\\n' > /etc/systemd/timesyncd.conf
                echo edited > /etc/own-time.conf
                systemctl daemon-reload && systemctl enable --quiet --now own-time
                """);
    }

    @Test
    void theTimeServiceOfTheUserLendsItsServersAndComesBack() {
        host.play("time", REAL).succeeds();

        assertThat(host.run("grep ^server /etc/chrony/sources.d/slipway.sources"))
                .isEqualTo("server ntp1.example.org iburst\nserver ntp2.example.org iburst");
        assertThat(host.run("systemctl is-active chrony; dpkg-query -W -f '${db:Status-Abbrev}' own-time"))
                .isEqualTo("active\nrc");
        host.run("mv /srv/source/own-time.deb /srv/");

        host.play("reset").succeeds();

        assertThat(host.run("systemctl is-active own-time; systemctl is-enabled own-time; cat /etc/own-time.conf"))
                .isEqualTo("active\nenabled\nedited");
        assertThat(host.run("ls -d /etc/chrony /lib/systemd/system/chrony.service 2>/dev/null || true"))
                .isEmpty();
        host.run("mv /srv/own-time.deb /srv/source/");
    }

    @Test
    void chronyIsStartedAgainAlsoWhenARunDiedBeforeIt() {
        host.play("time", REAL, "--extra-vars=time_service_servers=a.example.org")
                .succeeds();
        host.run("""
                printf '#!/bin/sh\\n[ "$1" != restart ] && exec /bin/systemctl "$@"\\n' > /usr/local/sbin/systemctl
                chmod +x /usr/local/sbin/systemctl
                """);
        String changed = "--extra-vars={\"time_service_servers\": \"b.example.org, c.example.org\"}";
        String before = running();

        assertThat(host.play("time", REAL, changed).exitCode()).isNotZero();
        host.run("rm /usr/local/sbin/systemctl");
        host.play("time", REAL, changed).succeeds();
        String after = running();
        Result again = host.play("time", REAL, changed);

        assertThat(after).isNotEqualTo(before);
        assertThat(host.run("grep ^server /etc/chrony/sources.d/slipway.sources"))
                .isEqualTo("server b.example.org iburst\nserver c.example.org iburst");
        assertThat(again.output()).contains("changed=0");
        assertThat(running()).isEqualTo(after);
        host.play("reset").succeeds();
    }

    @Test
    void unitsThatMakeSwapAreMaskedUntilTheReset() {
        host.run("""
                printf '[Service]\\nType=oneshot\\nRemainAfterExit=yes\\nExecStart=/bin/true\\n' \
                    > /lib/systemd/system/zramswap.service
                printf '[Swap]\\nWhat=/own\\n' > /etc/systemd/system/own.swap
                : > /etc/fstab
                systemctl daemon-reload && systemctl start zramswap
                """);
        String swap =
                "- import_role: {name: host_baseline, tasks_from: swap}\n  vars: {slipway_host_profile: STANDARD}\n";

        host.playTasks(swap).succeeds();
        Result again = host.playTasks(swap);

        assertThat(again.output()).contains("changed=0");
        assertThat(host.run("systemctl is-enabled zramswap || true; ls /etc/systemd/system/*.swap 2>/dev/null || true"))
                .isEqualTo("masked");
        host.play("reset").succeeds();
        assertThat(host.run("systemctl is-enabled zramswap; systemctl is-active zramswap"))
                .isEqualTo("static\nactive");
        assertThat(host.run("cat /etc/systemd/system/own.swap")).isEqualTo("[Swap]\nWhat=/own");
    }

    /** An own disk has a folder lost+found from its beginning, which kubeadm would take for an earlier etcd. */
    @Test
    void etcdMayHaveADiskOfItsOwn() {
        host.run("""
                mkdir -p /var/lib/etcd /etc/kubernetes && mount -t tmpfs disk /var/lib/etcd
                mkdir /var/lib/etcd/lost+found /var/lib/etcd/member
                printf '#!/bin/sh\\necho "$@" >> /run/asked\\n' > /usr/local/bin/kubeadm
                printf '#!/bin/sh\\n' > /usr/local/bin/kubectl
                chmod +x /usr/local/bin/kubeadm /usr/local/bin/kubectl
                touch /var/lib/slipway/kubeadm-init-begun
                """);

        host.playTasks("- import_role: {name: control_plane_initial}").succeeds();

        assertThat(host.run("ls -A /var/lib/etcd && tail -n 1 /run/asked"))
                .startsWith("lost+found\ninit --config")
                .endsWith("--ignore-preflight-errors=DirAvailable--var-lib-etcd");
        host.run("umount /var/lib/etcd; rm -r /usr/local/bin/kubeadm /usr/local/bin/kubectl /etc/kubernetes");
        host.play("reset").succeeds();
    }

    private static String running() {
        return host.run("systemctl show chrony --property=MainPID --value");
    }
}
