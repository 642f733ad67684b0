package dev.slipway.plan.cluster.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.contracts.operation.Step;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

class ClusterLifecycleIT extends RunningLifecycle {
    @Test
    void createsAndDeletesAClusterOnMadeHosts() {
        var creation = create(automatic("made"));
        var cluster = id(creation, "cluster");
        assertThat(creation.at("/operation/stepsTotal").asInt()).isEqualTo(16);

        var created = await(creation, "SUCCEEDED");
        var ready = get("/api/v1/clusters/" + cluster);

        assertThat(created.get("requestedBy").asText()).isEqualTo("somebody");
        assertThat(ready.get("phase").asText()).isEqualTo("READY");
        assertThat(ready.get("currentOperation").isNull()).isTrue();
        assertThat(ready.at("/spec/network/podNetwork").asText()).isEqualTo("10.244.0.0/16");
        assertThat(ready.get("nodes").findValuesAsText("zone"))
                .contains("zone-1", "zone-2")
                .hasSize(3);
        assertThat(ready.get("nodes").findValuesAsText("name"))
                .containsExactly("made-control-plane-1", "made-worker-1", "made-worker-2");
        assertThat(access(cluster).at("/nodes/0/privateKey").asText())
                .startsWith("-----BEGIN OPENSSH PRIVATE KEY-----");

        var deletion = await(delete(cluster), "SUCCEEDED");

        assertThat(deletion.get("clusterName").asText()).isEqualTo("made");
        assertIsGone(cluster);
        assertThat(get("/api/v1/operations?cluster=" + cluster).get("items")).hasSize(2);
        assertThat(get("/api/v1/operations/" + id(creation, "operation") + "/steps")
                        .get("items"))
                .hasSize(16);
    }

    private void assertIsGone(String cluster) {
        user().get()
                .uri("/api/v1/clusters/{id}", cluster)
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(rows("select 1 from plan.address_reservation where cluster_id = '" + cluster + "'"))
                .isZero();
        assertThat(rows("select 1 from plan.sealed_secret where owner_id = '" + cluster + "'"))
                .isZero();
        assertThat(rows("select 1 from plan.cluster_nodes where cluster_id = '" + cluster + "'"))
                .isZero();
    }

    @Test
    void claimsRegisteredHostsAndGivesThemBack() {
        var creation = create(manual("own-hosts"));
        var cluster = id(creation, "cluster");
        await(creation, "SUCCEEDED");

        assertThat(get("/api/v1/hosts?name=host-1").at("/items/0/cluster").asText())
                .isEqualTo("own-hosts");
        assertThat(access(cluster).at("/nodes/0/password").asText()).isEqualTo("secret");
        var refused = json(post(manual("other"), "other").expectStatus().isBadRequest());
        assertThat(refused.get("errors").findValuesAsText("message"))
                .containsExactly("host-1 is used by the cluster own-hosts", "host-2 is used by the cluster own-hosts");

        var deletion = delete(cluster);
        await(deletion, "SUCCEEDED");

        var steps = get("/api/v1/operations/" + id(deletion, "operation") + "/steps");
        assertThat(steps.get("items").findValuesAsText("state")).containsExactly("SUCCEEDED", "SUCCEEDED");
        assertThat(get("/api/v1/hosts?name=host-1").at("/items/0/cluster").isNull())
                .isTrue();
    }

    @Test
    void keepsTheKubeconfigSealedAndOutOfCaches() {
        var creation = create(automatic("kubeconfig"));
        var cluster = id(creation, "cluster");
        var path = "/api/v1/clusters/" + cluster + "/kubeconfig";
        await(creation, "SUCCEEDED");
        user().get().uri(path).exchange().expectStatus().isNotFound();

        client(token("install-worker", Map.of()))
                .put()
                .uri("/internal/clusters/{id}/kubeconfig", cluster)
                .bodyValue(Map.of("kubeconfig", "apiVersion: v1"))
                .exchange()
                .expectStatus()
                .isNoContent();

        user().get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_YAML)
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody(String.class)
                .isEqualTo("apiVersion: v1");
        await(delete(cluster), "SUCCEEDED");
    }

    @Test
    void pinsTheFirstHostKeyOnly() {
        var creation = create(automatic("pinned"));
        var cluster = id(creation, "cluster");
        await(creation, "SUCCEEDED");

        pin(cluster, "pinned-worker-1", "ssh-ed25519 AAAA", 204);
        pin(cluster, "pinned-worker-1", "ssh-ed25519 AAAA", 204);
        pin(cluster, "pinned-worker-1", "ssh-ed25519 BBBB", 409);
        pin(cluster, "nobody", "ssh-ed25519 AAAA", 404);

        assertThat(access(cluster).get("nodes").findValuesAsText("hostKey")).contains("ssh-ed25519 AAAA");
        await(delete(cluster), "SUCCEEDED");
    }

    @Test
    void startsWhatWasWrittenDownAndNeverStarted() {
        var creation = create(automatic("outbox"));
        await(creation, "SUCCEEDED");

        await(deletionInTheOutbox(creation), "SUCCEEDED");
    }

    @Test
    void aDeletionThatCouldNotStopWhatRunsTriesAgain() {
        var creation = create(automatic(FakeWorkers.name("fails", Step.PACKAGE_SOURCE)));
        await(creation, "STOPPED");

        var deletion = deletionInTheOutbox(creation);

        await(creation, "CANCELED");
        await(deletion, "SUCCEEDED");
    }

    /** Writes a deletion down as a request does whose process dies right afterwards. */
    private JsonNode deletionInTheOutbox(JsonNode creation) {
        var operation = UUID.randomUUID();
        execute("""
                insert into plan.operations (id, cluster_id, cluster_name, kind, state, requested_by, created_at)
                values ('%s', '%s', 'outbox', 'DELETE', 'PENDING', 'somebody', now())
                """.formatted(operation, id(creation, "cluster")));
        execute("""
                insert into plan.operation_steps (operation_id, step, position, state)
                values ('%1$s', 'DESTROY_HOSTS', 1, 'PENDING'), ('%1$s', 'RELEASE', 2, 'PENDING')
                """.formatted(operation));
        return json("{\"operation\":{\"id\":\"" + operation + "\"}}");
    }

    private void pin(String cluster, String node, String key, int status) {
        client(token("install-worker", Map.of()))
                .put()
                .uri("/internal/clusters/{id}/nodes/{node}/host-key", cluster, node)
                .bodyValue(Map.of("hostKey", key))
                .exchange()
                .expectStatus()
                .isEqualTo(status);
    }

    private JsonNode access(String cluster) {
        return json(client(token("install-worker", Map.of()))
                .get()
                .uri("/internal/clusters/{id}/access", cluster)
                .exchange()
                .expectStatus()
                .isOk());
    }
}
