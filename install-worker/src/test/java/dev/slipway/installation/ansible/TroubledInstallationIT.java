package dev.slipway.installation.ansible;

import static dev.slipway.contracts.operation.Step.CONTAINER_RUNTIME;
import static dev.slipway.contracts.operation.Step.CONTROL_PLANE;
import static dev.slipway.contracts.operation.Step.HOST_BASELINE;
import static dev.slipway.contracts.operation.Step.IMAGES;
import static dev.slipway.contracts.operation.Step.NETWORK;
import static dev.slipway.contracts.operation.Step.PACKAGE_SOURCE;
import static dev.slipway.contracts.operation.Step.WORKERS;
import static dev.slipway.installation.ansible.TroubledInstallation.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.installation.fixture.ContainerHost;
import dev.slipway.installation.fixture.ShiftedClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

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

    @TempDir
    private static Path runs;

    private static TroubledInstallation installation;
    private static ContainerHost first;
    private static ContainerHost worker;

    @BeforeAll
    static void start() {
        installation = new TroubledInstallation(runs);
        first = installation.first();
        worker = installation.worker();
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @Test
    @Order(1)
    void aCredentialThatWasChangedIsRejected() {
        installation.forgetKeyOfWorker();

        assertThat(installation.stopped(PACKAGE_SOURCE, FailureType.CREDENTIALS_REJECTED, "worker-1"))
                .startsWith("Host worker-1 refuses the login (")
                .contains("correct the credential of the host");

        installation.correctKeyOfWorker();
    }

    @Test
    @Order(2)
    void aClockThatIsBehindIsWrong() {
        ShiftedClock.set(worker, Duration.ofDays(-3650));

        assertThat(installation.stopped(PACKAGE_SOURCE, FailureType.CLOCK_WRONG, "worker-1"))
                .startsWith("The clock of host worker-1 is wrong (3650 days behind the worker's): set it");

        ShiftedClock.mend(worker);
        installation.succeeds(PACKAGE_SOURCE);
    }

    @Test
    @Order(3)
    void aNetworkThatIsCutForAWhileIsWaitedFor() {
        worker.run("mkdir -p /var/lib/containerd && mount -t tmpfs -o size=16m containerd /var/lib/containerd");
        installation.lieWithAnother("pause", "verification");
        CompletableFuture<Void> runtime = installation.begin(CONTAINER_RUNTIME);
        installation.awaitLog("worker-1: package_source : Mark the host");

        worker.run("ip link set eth0 down");
        Instant cut = Instant.now();
        installation.awaitLog("worker-1: HOST_UNREACHABLE: Host worker-1 does not answer on SSH");
        await().atMost(CUT.plus(PATIENCE)).until(() -> Instant.now().isAfter(cut.plus(CUT)));
        worker.run("ip link set eth0 up");

        assertThat(runtime).succeedsWithin(PATIENCE);
        assertThat(installation.log()).noneMatch(line -> line.contains("UNEXPECTED"));
    }

    @Test
    @Order(4)
    void anImageThatIsMissingOrAnotherOneIsADamagedPackage() {
        Failure another = installation.failureOf(IMAGES);
        installation.lieThatIsMissing("verification");
        Failure missing = installation.failureOf(IMAGES);

        assertThat(List.of(missing, another)).extracting(Failure::type).containsOnly(FailureType.PACKAGE_DAMAGED);
        assertThat(missing.message())
                .startsWith("The package at " + installation.packageUrl() + " gave host ")
                .contains("not found")
                .endsWith("check the package, and build it again, then retry the step Images.");
        assertThat(first.run("ctr --namespace k8s.io images ls --quiet")).doesNotContain("verification");
        installation.tellTheTruth();
    }

    @Test
    @Order(5)
    void aDiskThatFillsUpIsFull() {
        assertThat(installation.stopped(IMAGES, FailureType.DISK_FULL, "worker-1"))
                .startsWith("The disk of host worker-1 is full (/var/lib/containerd, ")
                .endsWith(" free): free space there, then retry the step Images.");

        worker.run("mount -o remount,size=4g /var/lib/containerd");
    }

    @Test
    @Order(6)
    void aPackageThatIsGoneForAWhileIsWaitedFor() {
        var gone = new AtomicBoolean();
        var back = new CountDownLatch(1);
        installation.lie(path -> {
            if (path.contains("/blobs/") && gone.compareAndSet(false, true)) {
                installation.packageServer().end();
                silent(back);
            }
            return path;
        });

        CompletableFuture<Void> images = installation.begin(IMAGES);
        try {
            installation.awaitLog("worker-1: PACKAGE_UNREACHABLE: The package at " + installation.packageUrl()
                    + " does not answer host worker-1");
        } finally {
            installation.packageServer().startAgain();
            back.countDown();
        }

        assertThat(images).succeedsWithin(PATIENCE);
        assertThat(worker.run("ctr --namespace k8s.io images ls --quiet")).contains("verification");
    }

    @Test
    @Order(7)
    void aTaskThatFailsIsToldWithItsHostAndCauseAndTriedAgain() {
        worker.run("mount --bind /etc/modules-load.d /etc/modules-load.d"
                + " && mount -o remount,bind,ro /etc/modules-load.d");

        CompletableFuture<Void> baseline = installation.begin(HOST_BASELINE);
        installation.awaitLog(
                "worker-1: PLAYBOOK_FAILED: Task 'host_baseline : Write kernel modules and settings' failed on host"
                        + " worker-1 (A file could not be brought to /etc/modules-load.d/slipway.conf: [Errno 30] Read-only");
        worker.run("umount /etc/modules-load.d");

        assertThat(baseline).succeedsWithin(PATIENCE);
    }

    @Test
    @Order(8)
    void aClockThatWentWrongLaterMakesNoCertificates() {
        ShiftedClock.set(first, Duration.ofHours(30));

        assertThat(installation.stopped(CONTROL_PLANE, FailureType.CLOCK_WRONG, "control-plane-1"))
                .contains("(30 hours ahead of the worker's)");

        assertThat(first.run("ls /etc/kubernetes/pki 2>/dev/null || true")).isEmpty();
        ShiftedClock.mend(first);
        installation.succeeds(CONTROL_PLANE);
        installation.succeeds(NETWORK);
    }

    @Test
    @Order(9)
    void aCertificateOfAnotherClusterIsRefused() {
        first.run("""
                kubeadm init phase certs ca --cert-dir /tmp/other > /dev/null
                kubectl="kubectl --kubeconfig /etc/kubernetes/admin.conf --namespace kube-public"
                $kubectl get configmap cluster-info --output yaml > /tmp/cluster-info.yaml
                sed "s|certificate-authority-data: .*|certificate-authority-data: $(base64 -w0 /tmp/other/ca.crt)|" \
                    /tmp/cluster-info.yaml | $kubectl replace --force --filename -
                """);

        assertThat(installation.stopped(WORKERS, FailureType.CERTIFICATE_REFUSED, "worker-1"))
                .startsWith("A certificate was refused on host worker-1 (");

        first.run("kubectl --kubeconfig /etc/kubernetes/admin.conf replace --force --filename /tmp/cluster-info.yaml");
    }

    @Test
    @Order(10)
    void aNodeThatIsNeverReadySaysWhy() {
        worker.run("mv /etc/cni/net.d/10-flannel.conflist /root/");

        assertThat(installation.stoppedSoon(WORKERS, FailureType.NOT_READY, "worker-1"))
                .startsWith("Node worker-1 was not ready in time (node worker-1 is not Ready (")
                .contains("cni plugin not initialized")
                .contains("; its kubelet: ");

        worker.run("cp /root/10-flannel.conflist /etc/cni/net.d/");
        installation.succeeds(WORKERS);
    }

    /** A worker that has its credentials counts as joined; whether its kubelet goes on with them is another matter. */
    @Test
    @Order(11)
    void aNodeThatItsKubeletNeverRegistersSaysWhy() {
        worker.run("systemctl stop kubelet");
        first.run("kubectl --kubeconfig /etc/kubernetes/admin.conf delete node worker-1");

        assertThat(installation.stoppedSoon(WORKERS, FailureType.NOT_READY, "worker-1"))
                .contains("node worker-1 is not Ready (its kubelet has not registered it)");

        worker.run("systemctl start kubelet");
        installation.succeeds(WORKERS);
    }

    /** A connection whose other end went without a word is never told of it. */
    private static void silent(CountDownLatch until) {
        try {
            until.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
