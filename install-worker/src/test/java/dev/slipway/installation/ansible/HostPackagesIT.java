package dev.slipway.installation.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.installation.fixture.ContainerHost;
import dev.slipway.installation.fixture.HostPlaybooks;
import dev.slipway.installation.fixture.HostPlaybooks.Result;
import dev.slipway.installation.fixture.LocalSource;
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
    private static LocalSource source;

    @BeforeAll
    static void start() {
        HOST.start();
        playbooks = new HostPlaybooks(HOST, KEY, folder);
        source = new LocalSource(HOST);
        source.add("added", "", "");
        source.add("kept", "", "");
        source.offerEssential();
    }

    @AfterAll
    static void stop() {
        HOST.stop();
        NETWORK.close();
    }

    @BeforeEach
    void installSoftware() {
        HOST.run("dpkg --purge added");
        source.begin(HostPlaybooks.CLUSTER);
        source.install("kept");
        source.begin(HostPlaybooks.CLUSTER);
        source.install("added");
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
        String update =
                "- import_role: {name: package_source, tasks_from: update}\n  vars: {slipway_lock_patience: %d}\n";
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
