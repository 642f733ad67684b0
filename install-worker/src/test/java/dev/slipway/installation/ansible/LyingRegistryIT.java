package dev.slipway.installation.ansible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.slipway.contracts.cluster.NodeRole;
import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.installation.HostProfile;
import dev.slipway.contracts.installation.NodeTarget;
import dev.slipway.contracts.operation.Step;
import dev.slipway.installation.fixture.ContainerHost;
import dev.slipway.installation.fixture.FakePlanService;
import dev.slipway.installation.fixture.Installations;
import dev.slipway.installation.fixture.LyingPackage;
import dev.slipway.installation.fixture.PackageServer;
import dev.slipway.installation.fixture.PythonTools;
import dev.slipway.installation.fixture.SshKey;
import dev.slipway.installation.offline.PackageIndex.PackageImage;
import dev.slipway.installation.offline.PackageIndexes;
import dev.slipway.installation.phase.PhaseActivities;
import dev.slipway.installation.phase.PhaseRequest;
import dev.slipway.toolkit.planservice.NodeAccess;
import dev.slipway.toolkit.process.ProcessRunner;
import dev.slipway.toolkit.temporal.Failures;
import dev.slipway.toolkit.temporal.HeartbeatingRun;
import io.temporal.testing.TestActivityEnvironment;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.Network;

/** A registry that serves another image than the one of the signed index is found out on the host. */
@EnabledIf("dev.slipway.installation.fixture.PackageServer#exists")
class LyingRegistryIT {
    private final TestActivityEnvironment temporal = TestActivityEnvironment.newInstance();
    private final Network network = Network.builder()
            .createNetworkCmdModifier(made -> made.withInternal(true))
            .build();
    private final PackageServer truth = new PackageServer(network);
    private final ContainerHost host = new ContainerHost("worker-1", network, SshKey.generate());
    private final FakePlanService planService = new FakePlanService();

    @TempDir
    private Path folder;

    private PhaseActivities phases;

    @BeforeEach
    void start() {
        truth.start();
        host.start();
        NodeAccess access = host.access();
        planService.add(new NodeAccess(
                access.name(), access.address(), 22, access.username(), access.privateKey(), null, host.hostKey()));
        var properties = new AnsibleProperties(
                Path.of("../infra/ansible").toAbsolutePath().normalize(),
                PythonTools.folder(),
                folder,
                Duration.ofDays(1),
                Duration.ofSeconds(5));
        temporal.registerActivitiesImplementations(new AnsiblePhases(
                planService.client(),
                new PackageIndexes(),
                new AnsibleCommand(properties),
                new RunDirectories(properties, Clock.systemUTC()),
                new HeartbeatingRun(new ProcessRunner(properties.grace())),
                Clock.systemUTC()));
        phases = temporal.newActivityStub(PhaseActivities.class);
    }

    @AfterEach
    void stop() {
        temporal.close();
        host.stop();
        truth.stop();
        network.close();
        planService.close();
    }

    @Test
    void anotherImageUnderTheDigestIsADamagedPackage() {
        PackageImage asked = image("verification");
        PackageImage served = image("pause");

        Failure failure = installBehind(path ->
                path.replace("/v2/verification/manifests/" + asked.digest(), "/v2/pause/manifests/" + served.digest()));

        assertThat(failure.type()).as(failure.message()).isEqualTo(FailureType.PACKAGE_DAMAGED);
        assertThat(failure.host()).isEqualTo("worker-1");
        assertThat(host.run("ctr --namespace k8s.io images ls --quiet")).doesNotContain(asked.reference());
    }

    @Test
    void anotherImageUnderTheTagIsNeverAskedFor() {
        PackageImage asked = image("verification");

        Failure failure = installBehind(path -> path.contains("/v2/verification/manifests/sha256:")
                ? "/v2/verification/manifests/sha256:" + "0".repeat(64)
                : path);

        assertThat(failure.type()).as(failure.message()).isEqualTo(FailureType.PACKAGE_DAMAGED);
        assertThat(host.run("ctr --namespace k8s.io images ls --quiet")).doesNotContain(asked.reference());
    }

    private Failure installBehind(UnaryOperator<String> lie) {
        try (var lying = new LyingPackage(truth.url(), truth.gateway(), lie)) {
            phases.runPhase(request(Step.CONTAINER_RUNTIME, lying));
            return Failures.from(catchThrowable(() -> phases.runPhase(request(Step.IMAGES, lying))));
        }
    }

    private PackageImage image(String repository) {
        return new PackageIndexes()
                .of(Installations.from(truth.url(), truth.indexSha256())).images().stream()
                        .filter(image -> image.repository().equals(repository))
                        .findFirst()
                        .orElseThrow();
    }

    private PhaseRequest request(Step step, LyingPackage lying) {
        var target = new NodeTarget("worker-1", NodeRole.WORKER, host.address(), 22, HostProfile.CONTAINER);
        return new PhaseRequest(step, Installations.from(lying.url(), truth.indexSha256(), target));
    }
}
