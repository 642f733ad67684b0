package dev.slipway.installation.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.failure.FailureType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaybookFailureTest {
    private static final String PACKAGE = "http://172.30.0.10:8080";
    private final PlaybookFailure failure = new PlaybookFailure(PACKAGE);

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
                "x509: certificate has expired or is not yet valid: current time 1999 | CLOCK_WRONG",
                "tls: x509: certificate signed by unknown authority | CERTIFICATE_REFUSED",
                "'' | PLAYBOOK_FAILED"
            })
    void namesTheCause(String message, FailureType type) {
        assertThat(failure.explain(List.of(event(TaskEvent.Status.FAILED, message)))
                        .type())
                .isEqualTo(type);
    }

    @Test
    void saysHostTaskCauseAndWhatToDo() {
        Failure named = failure.explain(List.of(event(TaskEvent.Status.FAILED, "no space left.")));

        assertThat(named.host()).isEqualTo("worker-1");
        assertThat(named.message())
                .isEqualTo("Task 'Install runc' failed on host worker-1: no space left."
                        + " The step's log shows what led to it.");
    }

    @Test
    void namesAHostThatWasLost() {
        Failure named = failure.explain(List.of(event(TaskEvent.Status.UNREACHABLE, "Connection reset")));

        assertThat(named.type()).isEqualTo(FailureType.HOST_UNREACHABLE);
        assertThat(named.message()).contains("worker-1", "answers on SSH");
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
        assertThat(failure.explain(List.of(event(TaskEvent.Status.UNREACHABLE, message)))
                        .type())
                .isEqualTo(type);
    }

    @Test
    void namesEveryHostThatDoesNotAnswer() {
        Failure named = failure.explain(List.of(
                new TaskEvent(1, "worker-1", "Reset", TaskEvent.Status.UNREACHABLE, "timed out", 10),
                new TaskEvent(1, "worker-3", "Reset", TaskEvent.Status.UNREACHABLE, "no route", 10)));

        assertThat(named.type()).isEqualTo(FailureType.HOST_UNREACHABLE);
        assertThat(named.host()).isEqualTo("worker-1");
        assertThat(named.message()).contains("worker-1, worker-3", "timed out");
    }

    @Test
    void tellsTheFailureThatExplainsTheOthers() {
        Failure named = failure.explain(List.of(
                event(TaskEvent.Status.FAILED, "kubeadm failed"),
                event(TaskEvent.Status.UNREACHABLE, "lost"),
                event(TaskEvent.Status.FAILED, "Hash Sum mismatch")));

        assertThat(named.type()).isEqualTo(FailureType.PACKAGE_DAMAGED);
    }

    @Test
    void keepsTheEndOfALongCause() {
        Failure named = failure.explain(List.of(event(TaskEvent.Status.FAILED, "x".repeat(5000) + " the end")));

        assertThat(named.message()).hasSizeLessThan(800).contains("the end").contains("...");
    }

    private static TaskEvent event(TaskEvent.Status status, String message) {
        return new TaskEvent(1, "worker-1", "Install runc", status, message == null ? "" : message, 0.1);
    }
}
