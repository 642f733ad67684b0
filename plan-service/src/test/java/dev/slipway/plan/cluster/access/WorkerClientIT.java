package dev.slipway.plan.cluster.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.Step;
import dev.slipway.plan.cluster.lifecycle.RunningLifecycle;
import dev.slipway.toolkit.log.LogChunk;
import dev.slipway.toolkit.log.LogLine;
import dev.slipway.toolkit.planservice.PlanServiceClient;
import io.temporal.failure.ApplicationFailure;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The internal API as the workers' own client speaks it. */
class WorkerClientIT extends RunningLifecycle {
    @Test
    void answersEverythingTheWorkersAsk() {
        var creation = create(automatic("asked"));
        var cluster = id(creation, "cluster");
        var operation = id(creation, "operation");
        await(creation, "SUCCEEDED");
        var worker = worker();

        worker.pinHostKey(cluster, "asked-worker-1", "ssh-ed25519 AAAA");
        worker.storeKubeconfig(cluster, "apiVersion: v1");
        var lines = List.of(new LogLine(Instant.parse("2026-01-01T00:00:00Z"), "asked-worker-1", "Hello"));
        worker.appendLog(new LogChunk(operation, Step.PREFLIGHT, "run/1", 1, "1@worker", 1, lines));
        worker.appendLog(new LogChunk(operation, Step.PREFLIGHT, "run/1", 1, "1@worker", 1, lines));

        assertThat(kubeconfig(cluster)).isEqualTo("apiVersion: v1");
        assertThat(worker.access(cluster).nodes()).hasSize(3).allSatisfy(node -> {
            assertThat(node.username()).isEqualTo("slipway");
            assertThat(node.port()).isEqualTo(22);
            assertThat(node.privateKey()).contains("OPENSSH PRIVATE KEY");
        });
        assertThat(get("/api/v1/operations/" + operation + "/log").get("items").valueStream())
                .filteredOn(line -> line.get("step").asText().equals("PREFLIGHT"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.get("host").asText()).isEqualTo("asked-worker-1");
                    assertThat(line.get("at").asText()).isEqualTo("2026-01-01T00:00:00Z");
                });
    }

    @Test
    void refusesAnotherHostKeyByName() {
        var creation = create(automatic("changed-key"));
        var cluster = id(creation, "cluster");
        await(creation, "SUCCEEDED");
        worker().pinHostKey(cluster, "changed-key-worker-1", "ssh-ed25519 AAAA");

        assertThatExceptionOfType(ApplicationFailure.class)
                .isThrownBy(() -> worker().pinHostKey(cluster, "changed-key-worker-1", "ssh-ed25519 BBBB"))
                .satisfies(failure -> assertThat(failure.getType()).isEqualTo(FailureType.HOST_KEY_CHANGED.name()));
    }

    @Test
    void letsNoUserIntoTheWorkersPart() {
        user().get()
                .uri("/internal/clusters/{id}/access", UUID.randomUUID())
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private String kubeconfig(String cluster) {
        return user().get()
                .uri("/api/v1/clusters/{id}/kubeconfig", cluster)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private PlanServiceClient worker() {
        return new PlanServiceClient(
                URI.create("http://localhost:" + port), KEYS.issuer("install-worker", Clock.systemUTC()));
    }
}
