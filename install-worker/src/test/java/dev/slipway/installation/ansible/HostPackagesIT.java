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

/** What is done with the software of a host, whose apt knows a source of two packages that the test makes on it. */
@Timeout(300)
class HostPackagesIT {
    private static final Network NETWORK = Network.builder()
            .createNetworkCmdModifier(made -> made.withInternal(true))
            .build();
    private static final SshKey KEY = SshKey.generate();
    private static final ContainerHost HOST = new ContainerHost("node-1", NETWORK, KEY);
    private static final String HOLD = """
            python3 - <<'END' > /dev/null 2>&1 &
            import fcntl, os, time
            with open("/var/lib/apt/lists/lock", "w") as lock:
                fcntl.lockf(lock, fcntl.LOCK_EX)
                with open("/run/holder", "w") as holder:
                    holder.write(str(os.getpid()))
                time.sleep(600)
            END
            until [ -s /run/holder ]; do sleep 0.1; done
            """;

    @TempDir
    private static Path folder;

    private static HostPlaybooks playbooks;

    @BeforeAll
    static void start() {
        HOST.start();
        playbooks = new HostPlaybooks(HOST, KEY, folder);
        HOST.run("""
                mkdir -p /srv/source && cd /srv/source && rm -f /etc/apt/sources.list
                for name in added kept; do
                    mkdir -p build/DEBIAN
                    printf 'Package: %s\\nVersion: 1\\nArchitecture: all\\nMaintainer: test\\nDescription: test\\n' $name \
                        > build/DEBIAN/control
                    dpkg-deb --build build $name.deb
                    cat build/DEBIAN/control
                    printf 'Filename: ./%s.deb\\nSize: %s\\nSHA256: %s\\n\\n' $name $(stat -c %s $name.deb) \
                        $(sha256sum $name.deb | cut -d ' ' -f 1)
                done | grep -v ^dpkg-deb > Packages
                printf 'Package: base-files\\nVersion: 99\\nArchitecture: all\\nFilename: x\\nSize: 1\\nSHA256: 0\\n' >> Packages
                """);
    }

    @AfterAll
    static void stop() {
        HOST.stop();
        NETWORK.close();
    }

    @BeforeEach
    void installSoftware() {
        HOST.run("""
                rm -rf /var/lib/slipway && mkdir /var/lib/slipway && echo %s > /var/lib/slipway/cluster
                printf 'Types: deb\\nURIs: file:/srv/source\\nSuites: ./\\nTrusted: yes\\n' \
                    > /etc/apt/sources.list.d/slipway.sources
                apt-get update --quiet && apt-get install --yes --quiet kept
                dpkg-query -W -f '${Package}\\n' | grep -vx base-files > /var/lib/slipway/packages-before
                apt-get install --yes --quiet added
                """.formatted(HostPlaybooks.CLUSTER));
    }

    @Test
    void onlyWhatTheHostDidNotHaveIsRemovedAndNothingEssential() {
        succeeds(playbooks.run("reset"));

        assertThat(installed()).contains("base-files", "kept").doesNotContain("added");
    }

    @Test
    void nothingIsRemovedWhenItIsNotKnownWhatTheHostHad() {
        HOST.run(": > /var/lib/slipway/packages-before");

        Result reset = playbooks.run("reset");

        succeeds(reset);
        assertThat(reset.output()).contains("no software is removed: what this host had before is not known");
        assertThat(installed()).contains("base-files", "kept", "added");
    }

    /** A host updates its own lists soon after it has started. */
    @Test
    void whoHoldsTheListsIsWaitedForAndNamed() {
        String update = "- import_role: {name: package_source, tasks_from: update}\n  vars: {slipway_lock_patience: %d}\n";
        HOST.run(HOLD);

        Result named = playbooks.runTasks(update.formatted(1));

        assertThat(named.exitCode()).isNotZero();
        assertThat(named.output()).containsPattern("lists/lock. It is held by process \\d+ \\(python3\\)");
        HOST.run("(sleep 10; kill $(cat /run/holder)) > /dev/null 2>&1 &");
        succeeds(playbooks.runTasks(update.formatted(120)));
    }

    private static String installed() {
        return HOST.run("dpkg-query -W -f '${Package} ${db:Status-Abbrev}\\n' | awk '$2 == \"ii\" { print $1 }'");
    }

    private static void succeeds(Result result) {
        assertThat(result.exitCode()).as(result.output()).isZero();
    }
}
