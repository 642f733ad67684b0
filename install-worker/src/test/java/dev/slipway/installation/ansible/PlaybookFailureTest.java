package dev.slipway.installation.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.Step;
import dev.slipway.installation.diagnosis.HostCondition;
import dev.slipway.installation.diagnosis.HostCondition.FileSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaybookFailureTest {
    private static final String PACKAGE = "http://172.30.0.10:8080";
    private static final HostCondition FULL = new HostCondition(
            0.4,
            List.of(new FileSystem("/", 9_000_000, false), new FileSystem("/var/lib/containerd", 0, false)),
            Optional.empty(),
            List.of());

    private final PlaybookFailure failure = new PlaybookFailure(Step.IMAGES, PACKAGE);
    private final List<String> looked = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A file could not be fetched: http://172.30.0.10:8080/files/runc/runc has SHA-256 1, the package's index says 2 | PACKAGE_DAMAGED",
                "The checksum for /tmp/x did not match abc; it was def | PACKAGE_DAMAGED",
                "E: Failed to fetch http://172.30.0.10:8080/apt/x.deb Hash Sum mismatch | PACKAGE_DAMAGED",
                "failed to pull packages.slipway.dev/etcd:3.7.3-0: failed to verify digest | PACKAGE_DAMAGED",
                "failed to pull packages.slipway.dev/etcd@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef: not found | PACKAGE_DAMAGED",
                "dial tcp 172.30.0.10:8080: connect: connection refused | PACKAGE_UNREACHABLE",
                "Failed to fetch http://172.30.0.10:8080/apt/Packages Could not connect | PACKAGE_UNREACHABLE",
                "A file of the package could not be fetched: <urlopen error timed out> | PACKAGE_UNREACHABLE",
                "dial tcp 10.0.0.1:6443: connect: connection refused | PLAYBOOK_FAILED",
                "write /var/lib/x: no space left on device | DISK_FULL",
                "E: Release file is not valid yet (invalid for another 3d) | CLOCK_WRONG",
                "x509: certificate has expired or is not yet valid: current time 1999-01-01T00:00:00Z is before 2026 | CLOCK_WRONG",
                "x509: certificate has expired or is not yet valid: current time 2030-01-01T00:00:00Z is after 2027 | CERTIFICATE_REFUSED",
                "the clock of this host is 108000 s from the worker's | CLOCK_WRONG",
                "ConfigMap is invalid: none of the public keys 'sha256:ab' are pinned | CERTIFICATE_REFUSED",
                "kubernetes/kubeadm of the package could not be brought to /usr/local/bin/kubeadm: broke off after 5 of 9 bytes | PACKAGE_UNREACHABLE",
                "unexpected status from HEAD request to http://172.30.0.10:8080/v2/pause: 502 Bad Gateway | PACKAGE_UNREACHABLE",
                "failed to do request: Head http://172.30.0.10:8080/v2/pause/manifests/1: EOF | PACKAGE_UNREACHABLE",
                "failed to copy: failed open: Get \"http://172.30.0.10:8080/v2/flannel/blobs/1\": context canceled | PACKAGE_UNREACHABLE",
                "error: timed out waiting for the condition on nodes/w-1; node w-1 is not Ready (cni) | NOT_READY",
                "A file could not be brought to /etc/x: [Errno 30] Read-only file system | PLAYBOOK_FAILED",
                "tls: x509: certificate signed by unknown authority | CERTIFICATE_REFUSED",
                "'' | PLAYBOOK_FAILED"
            })
    void namesTheCause(String message, FailureType type) {
        assertThat(explain(failed(message)).type()).isEqualTo(type);
    }

    @Test
    void saysHostTaskCauseAndWhatToDoInOneSentence() {
        Failure named = explain(failed("read-only file system."));

        assertThat(named.host()).isEqualTo("worker-1");
        assertThat(named.message())
                .isEqualTo("Task 'Install runc' failed on host worker-1 (read-only file system): see what led to it in"
                        + " the step's log, and mend it, then retry the step Images.");
        assertThat(looked).containsExactly("worker-1");
    }

    @Test
    void saysWhichFileSystemIsFull() {
        var message = "failed to pull: write /var/lib/containerd/ingest/1/data: no space left on device";

        assertThat(explain(FULL, failed(message)).message())
                .isEqualTo("The disk of host worker-1 is full (/var/lib/containerd, 0 B free): free space there,"
                        + " then retry the step Images.");
        assertThat(explain(HostCondition.UNKNOWN, failed(message)).message())
                .startsWith("The disk of host worker-1 is full: free space");
    }

    @Test
    void findsAFullDiskBehindAnotherFailure() {
        assertThat(explain(FULL, failed("containerd.service: failed")).type()).isEqualTo(FailureType.DISK_FULL);
    }

    @Test
    void findsAWrongClockBehindARefusedCertificate() {
        var condition = new HostCondition(-90_000, List.of(), Optional.empty(), List.of());

        Failure named = explain(condition, failed("x509: certificate signed by unknown authority"));

        assertThat(named.type()).isEqualTo(FailureType.CLOCK_WRONG);
        assertThat(named.message())
                .startsWith("The clock of host worker-1 is wrong (25 hours behind the worker's): set");
    }

    @Test
    void blamesTheNodeThatIsNotReady() {
        Failure named = explain(failed("timed out waiting; node worker-7 is not Ready (no network)"));

        assertThat(named.host()).isEqualTo("worker-7");
        assertThat(named.message())
                .startsWith("Node worker-7 was not ready in time (")
                .contains("no network");
        assertThat(looked).containsExactly("worker-7");
    }

    @Test
    void tellsWhatTheKubeletOfANodeThatIsNotReadySays() {
        var condition = new HostCondition(0, List.of(), Optional.of("inotify_init: too many open files"), List.of());

        Failure named = explain(condition, failed("node worker-7 is not Ready (its kubelet has not registered it)"));

        assertThat(named.message())
                .contains("(its kubelet has not registered it); its kubelet: inotify_init: too many open files): see");
    }

    @Test
    void namesAHostThatWasLost() {
        Failure named = explain(
                event(
                        TaskEvent.Status.UNREACHABLE,
                        "Task failed: Mitogen was disconnected while a call was in-progress. Original error was: Connection reset"));

        assertThat(named.type()).isEqualTo(FailureType.HOST_UNREACHABLE);
        assertThat(named.message()).startsWith("Host worker-1 does not answer on SSH (Connection reset): see whether");
        assertThat(looked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SSH reported an unrecognized or mismatching host key, HOST_KEY_CHANGED",
        "SSH authentication is incorrect, CREDENTIALS_REJECTED",
        "SSH password was incorrect, CREDENTIALS_REJECTED",
        "Permission denied (publickey), CREDENTIALS_REJECTED",
        "connect to host 10.0.0.1 port 22: No route to host, HOST_UNREACHABLE"
    })
    void namesWhyAHostIsLost(String message, FailureType type) {
        assertThat(explain(event(TaskEvent.Status.UNREACHABLE, message)).type()).isEqualTo(type);
    }

    @Test
    void namesEveryHostThatDoesNotAnswer() {
        Failure named = explain(
                new TaskEvent(1, "worker-1", "Reset", TaskEvent.Status.UNREACHABLE, "timed out", 10),
                new TaskEvent(1, "worker-3", "Reset", TaskEvent.Status.UNREACHABLE, "no route", 10));

        assertThat(named.type()).isEqualTo(FailureType.HOST_UNREACHABLE);
        assertThat(named.host()).isEqualTo("worker-1");
        assertThat(named.message()).contains("worker-1, worker-3", "timed out");
    }

    @Test
    void tellsTheFailureThatExplainsTheOthers() {
        Failure named = explain(
                failed("kubeadm failed"), event(TaskEvent.Status.UNREACHABLE, "lost"), failed("Hash Sum mismatch"));

        assertThat(named.type()).isEqualTo(FailureType.PACKAGE_DAMAGED);
    }

    @Test
    void keepsTheEndOfALongCause() {
        Failure named = explain(failed("x".repeat(5000) + " the end"));

        assertThat(named.message()).hasSizeLessThan(800).contains("the end").contains("...");
    }

    private Failure explain(TaskEvent... events) {
        return explain(HostCondition.UNKNOWN, events);
    }

    private Failure explain(HostCondition condition, TaskEvent... events) {
        return failure.explain(List.of(events), host -> {
            looked.add(host);
            return condition;
        });
    }

    private static TaskEvent failed(String message) {
        return event(TaskEvent.Status.FAILED, message);
    }

    private static TaskEvent event(TaskEvent.Status status, String message) {
        return new TaskEvent(1, "worker-1", "Install runc", status, message == null ? "" : message, 0.1);
    }
}
