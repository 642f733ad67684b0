package dev.slipway.plan.cluster.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contracts.operation.Step;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A creation that a deletion takes the place of, or whose workflow is gone. */
class SupersededCreationIT extends RunningLifecycle {
    @Autowired
    private OrphanedOperations orphans;

    @Test
    void aDeletionTakesThePlaceOfACreationThatRuns() {
        var creation = create(automatic(FakeWorkers.name("hangs", Step.CONTROL_PLANE)));
        var cluster = id(creation, "cluster");
        awaitStep(creation, "CONTROL_PLANE", "RUNNING");

        var deletion = delete(cluster);
        user().delete()
                .uri("/api/v1/clusters/{id}", cluster)
                .exchange()
                .expectStatus()
                .isEqualTo(409);

        await(creation, "CANCELED");
        await(deletion, "SUCCEEDED");
        assertThat(reservations(cluster)).isZero();
        var decision = get("/api/v1/operations/" + id(creation, "operation") + "/decisions")
                .at("/items/0");
        assertThat(decision.get("decision").asText()).isEqualTo("TAKE_OVER");
        assertThat(decision.get("requestedBy").asText()).isEqualTo("somebody");
        assertThat(decision.get("reason").asText()).contains(id(deletion, "operation"));
    }

    @Test
    void aDeletionEndsWhatDoesNotStopAndSaysSo() {
        var creation = create(automatic(FakeWorkers.name("hangs", Step.PACKAGE_SOURCE)));
        var cluster = id(creation, "cluster");
        awaitStep(creation, "PACKAGE_SOURCE", "RUNNING");
        loseInstallWorker();

        var deletion = delete(cluster);
        var path = "/api/v1/operations/" + id(deletion, "operation");
        assertThat(get(path).get("state").asText()).isEqualTo("PENDING");
        assertThat(get(path).get("waitingFor").asText()).contains(id(creation, "operation"), "has to stop first");
        execute("update plan.operations set created_at = created_at - interval '10 minutes' where id = '%s'"
                .formatted(id(deletion, "operation")));

        var ended = await(creation, "CANCELED");
        assertThat(ended.at("/failure/message").asText()).contains("300 s", id(deletion, "operation"));
        await(deletion, "SUCCEEDED");
        assertThat(temporal.newUntypedWorkflowStub("cluster-" + cluster + "-installation")
                        .describe()
                        .getStatus())
                .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TERMINATED);
        assertThat(get("/api/v1/operations/" + id(creation, "operation") + "/decisions")
                        .get("items")
                        .findValuesAsText("decision"))
                .containsExactlyInAnyOrder("TAKE_OVER", "TERMINATE");
    }

    @Test
    void aDeletionTakesThePlaceOfACreationThatStopped() {
        var creation = create(manual(FakeWorkers.name("fails", Step.CONTROL_PLANE)));
        await(creation, "STOPPED");

        var deletion = delete(id(creation, "cluster"));

        await(deletion, "SUCCEEDED");
        await(creation, "CANCELED");
        assertThat(get("/api/v1/hosts?name=host-1").at("/items/0/cluster").isNull())
                .isTrue();
    }

    @Test
    void endsAnOperationWhoseWorkflowWasTerminatedOutside() {
        var creation = create(automatic(FakeWorkers.name("hangs", Step.CONTROL_PLANE)));
        var cluster = id(creation, "cluster");
        awaitStep(creation, "CONTROL_PLANE", "RUNNING");

        temporal.newUntypedWorkflowStub("cluster-" + cluster).terminate("by hand");
        orphans.end().block();

        var failed = await(creation, "FAILED");
        assertThat(failed.at("/failure/message").asText()).contains("ended outside of Slipway");
        assertThat(get("/api/v1/clusters/" + cluster).get("phase").asText()).isEqualTo("FAILED");
    }

    @Test
    void aDeletionBeginsAlthoughTheWorkflowBeforeItWasTerminated() {
        var creation = create(automatic(FakeWorkers.name("hangs", Step.CONTROL_PLANE)));
        var cluster = id(creation, "cluster");
        awaitStep(creation, "CONTROL_PLANE", "RUNNING");
        temporal.newUntypedWorkflowStub("cluster-" + cluster).terminate("by hand");

        var deletion = delete(cluster);
        Awaitility.await("the workflow of the deletion")
                .atMost(Duration.ofSeconds(30))
                .until(() -> temporal.newUntypedWorkflowStub("cluster-" + cluster)
                        .describe()
                        .getWorkflowType()
                        .equals("ClusterDeletion"));
        orphans.end().block();

        await(creation, "FAILED");
        await(deletion, "SUCCEEDED");
    }

    private int reservations(String cluster) {
        return rows("select 1 from plan.address_reservation where cluster_id = '" + cluster + "'");
    }
}
