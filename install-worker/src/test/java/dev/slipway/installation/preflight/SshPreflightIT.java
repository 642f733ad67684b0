package dev.slipway.installation.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.slipway.contracts.cluster.NodeRole;
import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.installation.HostProfile;
import dev.slipway.contracts.installation.NodeTarget;
import dev.slipway.installation.fixture.ContainerHost;
import dev.slipway.installation.fixture.FakePlanService;
import dev.slipway.installation.fixture.ShiftedClock;
import dev.slipway.installation.fixture.SshKey;
import dev.slipway.toolkit.planservice.NodeAccess;
import dev.slipway.toolkit.temporal.Failures;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.Network;

class SshPreflightIT {
    private static final SshKey KEY = SshKey.generate();
    private static final Network NETWORK = Network.newNetwork();
    private static final ContainerHost ONE = new ContainerHost("cp-1", NETWORK, KEY);
    private static final ContainerHost TWO = new ContainerHost("w-1", NETWORK, KEY);

    private final PreflightWorker worker = new PreflightWorker(Duration.ofSeconds(2), ONE, TWO);
    private final FakePlanService planService = worker.planService();

    @BeforeAll
    static void startHosts() {
        ONE.start();
        TWO.start();
        ONE.hostKey();
        TWO.hostKey();
    }

    @AfterAll
    static void stopHosts() {
        ONE.stop();
        TWO.stop();
        NETWORK.close();
    }

    @AfterEach
    void stop() {
        worker.close();
    }

    @Test
    void pinsHostKeysAndFindsAllThatIsWrongAtOnce() {
        Failure failure = failure();

        // Nothing is wrong with the hosts but that a package on the loopback address is out of their reach.
        assertThat(failure.type()).isEqualTo(FailureType.PACKAGE_UNREACHABLE);
        assertThat(failure.message()).contains("2 findings", "cp-1, w-1");
        assertThat(planService.log())
                .filteredOn(line -> line.matches("(HOST|cp-1|w-1) .*"))
                .hasSize(3)
                .allMatch(line -> line.matches("HOST.*|.* package .*"));
        assertThat(planService.node("cp-1").hostKey()).startsWith("ssh-ed25519 ");
        assertThat(planService.node("w-1").hostKey())
                .isNotEqualTo(planService.node("cp-1").hostKey());
    }

    @Test
    void refusesAHostThatShowsAnotherKey() {
        succeeds();
        planService.add(pinned(planService.node("w-1"), planService.node("cp-1").hostKey()));

        assertThat(stopped(FailureType.HOST_KEY_CHANGED))
                .contains("shows another host key", "if the host was made anew, register it again");
    }

    @Test
    void tellsWhatElseIsWrongBesideAKeyThatChanged() {
        succeeds();
        planService.add(pinned(planService.node("cp-1"), planService.node("w-1").hostKey()));

        Failure failure = failure();

        assertThat(failure.type()).isEqualTo(FailureType.PREFLIGHT_FAILED);
        assertThat(failure.message()).contains("2 findings", "cp-1, w-1");
        assertThat(planService.log())
                .anyMatch(line -> line.matches("cp-1 .*shows another host key than the one pinned at first use.*"))
                .anyMatch(line -> line.matches("w-1 .* package .*does not answer this host.*"));
    }

    @Test
    void tellsOfHostsThatRefuseTheLoginOrDoNotAnswer() {
        login("cp-1", ONE, SshKey.generate());
        close("w-1", TWO);

        assertThat(failure().type()).isEqualTo(FailureType.PREFLIGHT_FAILED);
        assertThat(planService.log())
                .anyMatch(line -> line.matches("cp-1 .*refuses the login of user slipway.*"))
                .anyMatch(line -> line.matches("w-1 .*does not answer on SSH.*"));
    }

    @Test
    void namesAWrongCredentialAndGoesOnWithTheRightOne() {
        login("w-1", TWO, SshKey.generate());

        assertThat(stopped(FailureType.CREDENTIALS_REJECTED))
                .contains("refuses the login of user slipway; correct the credential of the host");

        login("w-1", TWO, KEY);
        succeeds();
    }

    @Test
    void triesAHostThatDoesNotAnswerAgain() {
        close("w-1", TWO);

        assertThat(stopped(FailureType.HOST_UNREACHABLE))
                .contains("does not answer on SSH", "see whether the host runs");

        login("w-1", TWO, KEY);
        succeeds();
    }

    @Test
    void namesAWrongClock() {
        ShiftedClock.set(TWO, Duration.ofHours(-1));

        assertThat(stopped(FailureType.CLOCK_WRONG)).contains("s from the worker's; set the clock");

        ShiftedClock.mend(TWO);
        succeeds();
    }

    @Test
    void namesAFullDisk() {
        TWO.run("mount -t tmpfs -o size=1m full /var");

        assertThat(stopped(FailureType.DISK_FULL)).contains("MiB free on /var", "free or add space on /var");

        TWO.run("umount --lazy /var");
        succeeds();
    }

    @Test
    void namesAHostThatFallsSilent() {
        TWO.run("sed -i '1i sleep 300' /home/slipway/.bashrc");

        assertThat(stopped(FailureType.HOST_UNREACHABLE)).contains("did not end within 20 s");

        TWO.run("sed -i 1d /home/slipway/.bashrc");
        succeeds();
    }

    @Test
    void becomesRootOnce() {
        String times = "journalctl --sync; journalctl --quiet --identifier=sudo | grep -c COMMAND || true";
        int before = Integer.parseInt(TWO.run(times));

        succeeds();

        assertThat(Integer.parseInt(TWO.run(times))).isEqualTo(before + 1);
    }

    private String stopped(FailureType type) {
        Failure failure = Failures.from(catchThrowable(() -> worker.preflight(nodes())));
        assertThat(failure.type()).as(failure.message()).isEqualTo(type);
        assertThat(failure.host()).isEqualTo("w-1");
        assertThat(failure.message()).startsWith("Host w-1 is not fit: ").endsWith("then retry the step Preflight.");
        return failure.message();
    }

    private void succeeds() {
        worker.preflight(nodes());
    }

    private void login(String name, ContainerHost host, SshKey key) {
        planService.add(new NodeAccess(name, host.address(), 22, "slipway", key.privateKey(), null, null));
    }

    /** Nothing answers at another port. */
    private void close(String name, ContainerHost host) {
        planService.add(new NodeAccess(name, host.address(), 2222, "slipway", KEY.privateKey(), null, null));
    }

    private Failure failure() {
        return Failures.from(catchThrowable(() -> worker.preflightOutOfReach(nodes())));
    }

    private static NodeTarget[] nodes() {
        return new NodeTarget[] {target("cp-1", NodeRole.CONTROL_PLANE, ONE), target("w-1", NodeRole.WORKER, TWO)};
    }

    private static NodeTarget target(String name, NodeRole role, ContainerHost host) {
        return new NodeTarget(name, role, host.address(), 22, HostProfile.CONTAINER);
    }

    private static NodeAccess pinned(NodeAccess node, String hostKey) {
        return new NodeAccess(
                node.name(), node.address(), node.port(), node.username(), node.privateKey(), node.password(), hostKey);
    }
}
