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

/** What is done with the software of a host, whose apt knows a source of two packages that the test makes on it. */
@Timeout(300)
class HostPackagesIT {
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

    private static PlaybookHost host;
    private static LocalSource source;

    @BeforeAll
    static void start() {
        host = PlaybookHost.start();
        source = host.source();
        source.add("added", "", "");
        source.add("kept", "", "");
        source.offerEssential();
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    @BeforeEach
    void installSoftware() {
        host.run("dpkg --purge added");
        source.begin(HostPlaybooks.CLUSTER);
        source.install("kept");
        source.begin(HostPlaybooks.CLUSTER);
        source.install("added");
    }

    @Test
    void onlyWhatTheHostDidNotHaveIsRemovedAndNothingEssential() {
        host.play("reset").succeeds();

        assertThat(installed()).contains("base-files", "kept").doesNotContain("added");
    }

    @Test
    void nothingIsRemovedWhenItIsNotKnownWhatTheHostHad() {
        host.run(": > /var/lib/slipway/packages-before");

        Result reset = host.play("reset");

        reset.succeeds();
        assertThat(reset.output()).contains("no software is removed: what this host had before is not known");
        assertThat(installed()).contains("base-files", "kept", "added");
    }

    /** A host updates its own lists soon after it has started. */
    @Test
    void whoHoldsTheListsIsWaitedForAndNamed() {
        String update =
                "- import_role: {name: package_source, tasks_from: update}\n  vars: {slipway_lock_patience: %d}\n";
        host.run(HOLD);

        Result named = host.playTasks(update.formatted(1));

        assertThat(named.exitCode()).isNotZero();
        assertThat(named.output()).containsPattern("lists/lock. It is held by process \\d+ \\(python3\\)");
        host.run("(sleep 10; kill $(cat /run/holder)) > /dev/null 2>&1 &");
        host.playTasks(update.formatted(120)).succeeds();
    }

    private static String installed() {
        return host.run("dpkg-query -W -f '${Package} ${db:Status-Abbrev}\\n' | awk '$2 == \"ii\" { print $1 }'");
    }
}
