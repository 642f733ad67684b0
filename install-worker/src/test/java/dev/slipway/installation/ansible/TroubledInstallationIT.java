package dev.slipway.installation.ansible;

import static dev.slipway.contracts.operation.Step.CONTAINER_RUNTIME;
import static dev.slipway.contracts.operation.Step.CONTROL_PLANE;
import static dev.slipway.contracts.operation.Step.HOST_BASELINE;
import static dev.slipway.contracts.operation.Step.IMAGES;
import static dev.slipway.contracts.operation.Step.NETWORK;
import static dev.slipway.contracts.operation.Step.PACKAGE_SOURCE;
import static dev.slipway.contracts.operation.Step.WORKERS;
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
import dev.slipway.installation.fixture.ShiftedClock;
import dev.slipway.installation.fixture.SshKey;
import dev.slipway.installation.offline.PackageIndexes;
import dev.slipway.installation.phase.PhaseRequest;
import dev.slipway.toolkit.planservice.NodeAccess;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.Network;

/**
 * An installation that meets one trouble after the other, each caused on the real thing. Every phase stops with a name
 * and a sentence, or goes on by itself where time alone mends; what was mended, the same phase then goes on from.
 */
@EnabledIf("dev.slipway.installation.fixture.PackageServer#exists")
@TestMethodOrder(OrderAnnotation.class)
@Timeout(600)
class TroubledInstallationIT {
    /** Long enough for a connection to be given up; 120 for the whole promise. */
    private static final Duration CUT = Duration.ofSeconds(Integer.getInteger("cut.seconds", 1));

    /** A lost connection is given up after seconds instead of a minute. */
    private static final Map<String, String> SOON_NOTICED = Map.of(
            "mitogen_ssh_keepalive_interval", "2",
            "mitogen_ssh_keepalive_count", "2",
            "container_runtime_silence_seconds", "10");

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Network HOSTS = Network.builder()
            .createNetworkCmdModifier(made -> made.withInternal(true))
            .build();
    private static final SshKey KEY = SshKey.generate();
    private static final PackageServer TRUTH = new PackageServer(HOSTS);
    private static final ContainerHost FIRST = new ContainerHost("control-plane-1", HOSTS, KEY);
    private static final ContainerHost WORKER = new ContainerHost("worker-1", HOSTS, KEY);
    private static final FakePlanService PLAN_SERVICE = new FakePlanService();
    private static volatile UnaryOperator<String> lie = UnaryOperator.identity();

    @TempDir
    private static Path runs;

    private static LyingPackage offline;
    private static PhaseRuns phases;
    private static long logged;

    @BeforeAll
    static void start() {
        TRUTH.start();
        FIRST.start();
        WORKER.start();
        pin(FIRST, KEY);
        pin(WORKER, KEY);
        offline = new LyingPackage(TRUTH.url(), TRUTH.gateway(), path -> lie.apply(path));
        phases = new PhaseRuns(PLAN_SERVICE, runs, SOON_NOTICED);
    }

    @AfterAll
    static void stop() {
        phases.close();
        offline.close();
        WORKER.stop();
        FIRST.stop();
        TRUTH.stop();
        HOSTS.close();
        PLAN_SERVICE.close();
    }

    @Test
    @Order(1)
    void aCredentialThatWasChangedIsRejected() {
        pin(WORKER, SshKey.generate());

        assertThat(stopped(PACKAGE_SOURCE, FailureType.CREDENTIALS_REJECTED, "worker-1"))
                .startsWith("Host worker-1 refuses the login (")
                .contains("correct the credential of the host");

        pin(WORKER, KEY);
    }

    @Test
    @Order(2)
    void aClockThatIsBehindIsWrong() {
        ShiftedClock.set(WORKER, Duration.ofDays(-3650));

        assertThat(stopped(PACKAGE_SOURCE, FailureType.CLOCK_WRONG, "worker-1"))
                .startsWith("The clock of host worker-1 is wrong (3650 days behind the worker's): set it");

        ShiftedClock.mend(WORKER);
        succeeds(PACKAGE_SOURCE);
    }

    @Test
    @Order(3)
    void aNetworkThatIsCutForAWhileIsWaitedFor() {
        WORKER.run("mkdir -p /var/lib/containerd && mount -t tmpfs -o size=16m containerd /var/lib/containerd");
        lie = another("pause", "verification");
        CompletableFuture<Void> runtime = begin(CONTAINER_RUNTIME);
        awaitLog("worker-1: package_source : Mark the host");

        WORKER.run("ip link set eth0 down");
        Instant cut = Instant.now();
        awaitLog("worker-1: HOST_UNREACHABLE: Host worker-1 does not answer on SSH");
        await().atMost(CUT.plus(PATIENCE)).until(() -> Instant.now().isAfter(cut.plus(CUT)));
        WORKER.run("ip link set eth0 up");

        assertThat(runtime).succeedsWithin(PATIENCE);
        assertThat(PLAN_SERVICE.log()).noneMatch(line -> line.contains("UNEXPECTED"));
    }

    @Test
    @Order(4)
    void anImageThatIsMissingOrAnotherOneIsADamagedPackage() {
        Failure another = phases.failureOf(request(IMAGES));
        lie = missing("verification");
        Failure missing = phases.failureOf(request(IMAGES));

        assertThat(List.of(missing, another)).extracting(Failure::type).containsOnly(FailureType.PACKAGE_DAMAGED);
        assertThat(missing.message())
                .startsWith("The package at " + offline.url() + " gave host ")
                .contains("not found")
                .endsWith("check the package, and build it again, then retry the step Images.");
        assertThat(FIRST.run("ctr --namespace k8s.io images ls --quiet")).doesNotContain("verification");
        lie = UnaryOperator.identity();
    }

    @Test
    @Order(5)
    void aDiskThatFillsUpIsFull() {
        assertThat(stopped(IMAGES, FailureType.DISK_FULL, "worker-1"))
                .startsWith("The disk of host worker-1 is full (/var/lib/containerd, ")
                .endsWith(" free): free space there, then retry the step Images.");

        WORKER.run("mount -o remount,size=4g /var/lib/containerd");
    }

    @Test
    @Order(6)
    void aPackageThatIsGoneForAWhileIsWaitedFor() {
        var gone = new AtomicBoolean();
        var back = new CountDownLatch(1);
        lie = path -> {
            if (path.contains("/blobs/") && gone.compareAndSet(false, true)) {
                TRUTH.end();
                silent(back);
            }
            return path;
        };

        CompletableFuture<Void> images = begin(IMAGES);
        try {
            awaitLog("worker-1: PACKAGE_UNREACHABLE: The package at " + offline.url()
                    + " does not answer host worker-1");
        } finally {
            TRUTH.startAgain();
            back.countDown();
        }

        assertThat(images).succeedsWithin(PATIENCE);
        assertThat(WORKER.run("ctr --namespace k8s.io images ls --quiet")).contains("verification");
    }

    @Test
    @Order(7)
    void aTaskThatFailsIsToldWithItsHostAndCauseAndTriedAgain() {
        WORKER.run("mount --bind /etc/modules-load.d /etc/modules-load.d"
                + " && mount -o remount,bind,ro /etc/modules-load.d");

        CompletableFuture<Void> baseline = begin(HOST_BASELINE);
        awaitLog("worker-1: PLAYBOOK_FAILED: Task 'host_baseline : Write kernel modules and settings' failed on host"
                + " worker-1 (A file could not be brought to /etc/modules-load.d/slipway.conf: [Errno 30] Read-only");
        WORKER.run("umount /etc/modules-load.d");

        assertThat(baseline).succeedsWithin(PATIENCE);
    }

    @Test
    @Order(8)
    void aClockThatWentWrongLaterMakesNoCertificates() {
        ShiftedClock.set(FIRST, Duration.ofHours(30));

        assertThat(stopped(CONTROL_PLANE, FailureType.CLOCK_WRONG, "control-plane-1"))
                .contains("(30 hours ahead of the worker's)");

        assertThat(FIRST.run("ls /etc/kubernetes/pki 2>/dev/null || true")).isEmpty();
        ShiftedClock.mend(FIRST);
        succeeds(CONTROL_PLANE);
        succeeds(NETWORK);
    }

    @Test
    @Order(9)
    void aCertificateOfAnotherClusterIsRefused() {
        FIRST.run("""
                kubeadm init phase certs ca --cert-dir /tmp/other > /dev/null
                kubectl="kubectl --kubeconfig /etc/kubernetes/admin.conf --namespace kube-public"
                $kubectl get configmap cluster-info --output yaml > /tmp/cluster-info.yaml
                sed "s|certificate-authority-data: .*|certificate-authority-data: $(base64 -w0 /tmp/other/ca.crt)|" \
                    /tmp/cluster-info.yaml | $kubectl replace --force --filename -
                """);

        assertThat(stopped(WORKERS, FailureType.CERTIFICATE_REFUSED, "worker-1"))
                .startsWith("A certificate was refused on host worker-1 (");

        FIRST.run("kubectl --kubeconfig /etc/kubernetes/admin.conf replace --force --filename /tmp/cluster-info.yaml");
    }

    @Test
    @Order(10)
    void aNodeThatIsNeverReadySaysWhy() {
        WORKER.run("mv /etc/cni/net.d/10-flannel.conflist /root/");

        try (var impatient = new PhaseRuns(PLAN_SERVICE, runs, Map.of("slipway_node_patience", "1"))) {
            Failure failure = impatient.failureOf(request(WORKERS));
            assertThat(sentence(failure, WORKERS, FailureType.NOT_READY, "worker-1"))
                    .startsWith("Node worker-1 was not ready in time (node worker-1 is not Ready (")
                    .contains("cni plugin not initialized")
                    .contains("; its kubelet: ");
        }

        WORKER.run("cp /root/10-flannel.conflist /etc/cni/net.d/");
        succeeds(WORKERS);
    }

    /** A worker that has its credentials counts as joined; whether its kubelet goes on with them is another matter. */
    @Test
    @Order(11)
    void aNodeThatItsKubeletNeverRegistersSaysWhy() {
        WORKER.run("systemctl stop kubelet");
        FIRST.run("kubectl --kubeconfig /etc/kubernetes/admin.conf delete node worker-1");

        try (var impatient = new PhaseRuns(PLAN_SERVICE, runs, Map.of("slipway_node_patience", "1"))) {
            Failure failure = impatient.failureOf(request(WORKERS));
            assertThat(sentence(failure, WORKERS, FailureType.NOT_READY, "worker-1"))
                    .contains("node worker-1 is not Ready (its kubelet has not registered it)");
        }

        WORKER.run("systemctl start kubelet");
        succeeds(WORKERS);
    }

    /** Returns the sentence a person reads. */
    private static String stopped(Step step, FailureType type, String host) {
        return sentence(phases.failureOf(request(step)), step, type, host);
    }

    private static String sentence(Failure failure, Step step, FailureType type, String host) {
        assertThat(failure.type()).as(failure.message()).isEqualTo(type);
        assertThat(failure.host()).isEqualTo(host);
        assertThat(failure.message()).endsWith("then retry the step " + step.title() + ".");
        assertThat(PLAN_SERVICE.log()).contains(host + ": " + type + ": " + failure.message());
        return failure.message();
    }

    private static void succeeds(Step step) {
        phases.run(request(step));
    }

    private static CompletableFuture<Void> begin(Step step) {
        logged = PLAN_SERVICE.log().size();
        return phases.begin(request(step));
    }

    /** Waits for a line of the phase that was begun last. */
    private static void awaitLog(String beginning) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(PLAN_SERVICE.log().stream().skip(logged))
                        .anyMatch(line -> line.startsWith(beginning)));
    }

    /** A connection whose other end went without a word is never told of it. */
    private static void silent(CountDownLatch until) {
        try {
            until.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Its manifest is not there as a blob either, which is where containerd looks next. */
    private static UnaryOperator<String> missing(String image) {
        String digest = digest(image);
        return path -> path.replace(digest, "sha256:" + "0".repeat(64));
    }

    private static UnaryOperator<String> another(String served, String asked) {
        String manifest = "/v2/" + served + "/manifests/" + digest(served);
        String wanted = "/v2/" + asked + "/manifests/" + digest(asked);
        return path -> path.replace(wanted, manifest);
    }

    private static String digest(String image) {
        return new PackageIndexes()
                .of(Installations.from(TRUTH.url(), TRUTH.indexSha256())).images().stream()
                        .filter(listed -> listed.repository().equals(image))
                        .findFirst()
                        .orElseThrow()
                        .digest();
    }

    private static void pin(ContainerHost host, SshKey key) {
        NodeAccess access = host.access();
        PLAN_SERVICE.add(new NodeAccess(
                access.name(), access.address(), 22, access.username(), key.privateKey(), null, host.hostKey()));
    }

    private static PhaseRequest request(Step step) {
        return new PhaseRequest(
                step,
                Installations.from(
                        offline.url(),
                        TRUTH.indexSha256(),
                        target("control-plane-1", NodeRole.CONTROL_PLANE, FIRST),
                        target("worker-1", NodeRole.WORKER, WORKER)));
    }

    private static NodeTarget target(String name, NodeRole role, ContainerHost host) {
        return new NodeTarget(name, role, host.address(), 22, HostProfile.CONTAINER);
    }
}
