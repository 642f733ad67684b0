package dev.slipway.installation.preflight;

import dev.slipway.contracts.installation.NodeTarget;
import dev.slipway.installation.fixture.ContainerHost;
import dev.slipway.installation.fixture.FakePackage;
import dev.slipway.installation.fixture.FakePlanService;
import dev.slipway.installation.fixture.Installations;
import dev.slipway.installation.fixture.LyingPackage;
import dev.slipway.installation.offline.PackageIndexes;
import dev.slipway.installation.phase.PreflightActivities;
import dev.slipway.installation.ssh.SshHosts;
import dev.slipway.installation.ssh.SshProperties;
import dev.slipway.toolkit.log.LoggedStep;
import dev.slipway.toolkit.planservice.NodeAccess;
import io.temporal.testing.TestActivityEnvironment;
import java.time.Clock;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The preflight as a worker has it, with a plan-service that knows some hosts and a package they may reach. */
final class PreflightWorker implements AutoCloseable {
    private static final Clock CLOCK = Clock.systemUTC();

    private final TestActivityEnvironment temporal = TestActivityEnvironment.newInstance();
    private final FakePackage offlinePackage = new FakePackage();
    private final FakePlanService planService;
    private final LyingPackage reachable;
    private final PreflightActivities activities;

    PreflightWorker(Duration patience, ContainerHost... hosts) {
        planService =
                new FakePlanService(Stream.of(hosts).map(ContainerHost::access).toArray(NodeAccess[]::new));
        reachable = new LyingPackage(offlinePackage.url(), hosts[0].gateway(), UnaryOperator.identity());
        var client = planService.client();
        var ssh = new SshHosts(new SshProperties(patience, patience), CLOCK);
        var inspector = new HostInspector(ssh, client, ReviewTest.LIMITS, CLOCK);
        var logged = new LoggedStep(client::appendLog, CLOCK);
        temporal.registerActivitiesImplementations(
                new SshPreflight(client, new PackageIndexes(), inspector, ReviewTest.LIMITS, logged));
        activities = temporal.newActivityStub(PreflightActivities.class);
    }

    FakePlanService planService() {
        return planService;
    }

    /** Looks at nodes that shall have the package from where they reach it. */
    void preflight(NodeTarget... nodes) {
        preflight(reachable.url(), nodes);
    }

    /** Looks at nodes that shall have the package from an address of this machine that none of them reaches. */
    void preflightOutOfReach(NodeTarget... nodes) {
        preflight(offlinePackage.url(), nodes);
    }

    private void preflight(String packageUrl, NodeTarget... nodes) {
        activities.preflight(Installations.from(packageUrl, FakePackage.sha256(), nodes));
    }

    @Override
    public void close() {
        temporal.close();
        planService.close();
        reachable.close();
        offlinePackage.close();
    }
}
