package dev.slipway.installation.ansible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import dev.slipway.installation.fixture.SshKey;
import dev.slipway.installation.offline.PackageIndexes;
import dev.slipway.installation.phase.PhaseRequest;
import dev.slipway.toolkit.planservice.NodeAccess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.testcontainers.containers.Network;

/** Two real hosts, the phases that make a cluster of them, and a real package that can lie. */
final class TroubledInstallation implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofMinutes(3);

    /** A lost connection is given up after seconds instead of a minute. */
    private static final Map<String, String> SOON_NOTICED = Map.of(
            "mitogen_ssh_keepalive_interval", "2",
            "mitogen_ssh_keepalive_count", "2",
            "container_runtime_silence_seconds", "10");

    private final Network hosts = Network.builder()
            .createNetworkCmdModifier(made -> made.withInternal(true))
            .build();
    private final SshKey key = SshKey.generate();
    private final PackageServer truth = new PackageServer(hosts);
    private final ContainerHost first = new ContainerHost("control-plane-1", hosts, key);
    private final ContainerHost worker = new ContainerHost("worker-1", hosts, key);
    private final FakePlanService planService = new FakePlanService();
    private final Path runs;
    private final LyingPackage offline;
    private final PhaseRuns phases;
    private volatile UnaryOperator<String> lie = UnaryOperator.identity();
    private long logged;

    TroubledInstallation(Path runs) {
        this.runs = runs;
        truth.start();
        first.start();
        worker.start();
        register(first, key);
        register(worker, key);
        offline = new LyingPackage(truth.url(), truth.gateway(), path -> lie.apply(path));
        phases = new PhaseRuns(planService, runs, SOON_NOTICED);
    }

    ContainerHost first() {
        return first;
    }

    ContainerHost worker() {
        return worker;
    }

    PackageServer packageServer() {
        return truth;
    }

    /** Returns where hosts are told that the package is. */
    String packageUrl() {
        return offline.url();
    }

    List<String> log() {
        return planService.log();
    }

    /** Lets plan-service have a key for the worker that does not fit. */
    void forgetKeyOfWorker() {
        register(worker, SshKey.generate());
    }

    void correctKeyOfWorker() {
        register(worker, key);
    }

    /** Answers with what is at another path. */
    void lie(UnaryOperator<String> path) {
        lie = path;
    }

    void tellTheTruth() {
        lie = UnaryOperator.identity();
    }

    /** Misses an image: its manifest is not there as a blob either, which is where containerd looks next. */
    void lieThatIsMissing(String image) {
        String digest = digest(image);
        lie(path -> path.replace(digest, "sha256:" + "0".repeat(64)));
    }

    void lieWithAnother(String served, String asked) {
        String manifest = "/v2/" + served + "/manifests/" + digest(served);
        String wanted = "/v2/" + asked + "/manifests/" + digest(asked);
        lie(path -> path.replace(wanted, manifest));
    }

    void succeeds(Step step) {
        phases.run(request(step));
    }

    CompletableFuture<Void> begin(Step step) {
        logged = planService.log().size();
        return phases.begin(request(step));
    }

    Failure failureOf(Step step) {
        return phases.failureOf(request(step));
    }

    /** Returns the sentence a person reads. */
    String stopped(Step step, FailureType type, String host) {
        return sentence(failureOf(step), step, type, host);
    }

    /** Returns the same with little patience for nodes that are not ready. */
    String stoppedSoon(Step step, FailureType type, String host) {
        try (var impatient = new PhaseRuns(planService, runs, Map.of("slipway_node_patience", "1"))) {
            return sentence(impatient.failureOf(request(step)), step, type, host);
        }
    }

    private String sentence(Failure failure, Step step, FailureType type, String host) {
        assertThat(failure.type()).as(failure.message()).isEqualTo(type);
        assertThat(failure.host()).isEqualTo(host);
        assertThat(failure.message()).endsWith("then retry the step " + step.title() + ".");
        assertThat(planService.log()).contains(host + ": " + type + ": " + failure.message());
        return failure.message();
    }

    /** Waits for a line of the phase that was begun last. */
    void awaitLog(String beginning) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(planService.log().stream().skip(logged))
                        .anyMatch(line -> line.startsWith(beginning)));
    }

    @Override
    public void close() {
        phases.close();
        offline.close();
        worker.stop();
        first.stop();
        truth.stop();
        hosts.close();
        planService.close();
    }

    private String digest(String image) {
        return new PackageIndexes()
                .of(Installations.from(truth.url(), truth.indexSha256())).images().stream()
                        .filter(listed -> listed.repository().equals(image))
                        .findFirst()
                        .orElseThrow()
                        .digest();
    }

    private void register(ContainerHost host, SshKey known) {
        NodeAccess access = host.access();
        planService.add(new NodeAccess(
                access.name(), access.address(), 22, access.username(), known.privateKey(), null, host.hostKey()));
    }

    private PhaseRequest request(Step step) {
        return new PhaseRequest(
                step,
                Installations.from(
                        offline.url(),
                        truth.indexSha256(),
                        target("control-plane-1", NodeRole.CONTROL_PLANE, first),
                        target("worker-1", NodeRole.WORKER, worker)));
    }

    private static NodeTarget target(String name, NodeRole role, ContainerHost host) {
        return new NodeTarget(name, role, host.address(), 22, HostProfile.CONTAINER);
    }
}
