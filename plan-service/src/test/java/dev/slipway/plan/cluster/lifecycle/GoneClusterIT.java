package dev.slipway.plan.cluster.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.contracts.operation.OperationReference;
import dev.slipway.contracts.operation.Step;
import dev.slipway.plan.cluster.supply.Unavailable;
import dev.slipway.toolkit.log.StepAttempt;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What comes too late for a cluster that is being deleted, or is gone. */
class GoneClusterIT extends RunningLifecycle {
    @Autowired
    private OwnWork work;

    @Test
    void aLateCreationDoesNotMakeAClusterReadyThatIsBeingDeleted() {
        var creation = create(automatic(failingIn(Step.PACKAGE_SOURCE)));
        var cluster = id(creation, "cluster");
        await(creation, "STOPPED");
        execute("update plan.clusters set phase = 'DELETING' where id = '%s'".formatted(cluster));
        var operation = id(creation, "operation");

        var refused = Assertions.catchThrowable(() -> work.publish(
                        new OperationReference(operation, cluster, "late"),
                        new StepAttempt(operation, Step.PUBLISH, "late", 1, "worker"))
                .block());

        assertThat(refused).isInstanceOf(Unavailable.class).hasMessageContaining("no longer being created");
        assertThat(get("/api/v1/clusters/" + cluster).get("phase").asText()).isEqualTo("DELETING");
        await(delete(cluster), "SUCCEEDED");
    }

    @Test
    void aDeletionOfRegisteredHostsLeavesNoStepOpenWhenTheClusterIsGone() {
        var operation = UUID.randomUUID();
        execute("""
                insert into plan.operations (id, cluster_id, cluster_name, kind, state, requested_by, created_at)
                values ('%s', '%s', 'gone', 'DELETE', 'PENDING', 'somebody', now())
                """.formatted(operation, UUID.randomUUID()));
        execute("""
                insert into plan.operation_steps (operation_id, step, position, state)
                values ('%1$s', 'RESET_HOSTS', 1, 'PENDING'), ('%1$s', 'RELEASE', 2, 'PENDING')
                """.formatted(operation));

        await(json("{\"operation\":{\"id\":\"" + operation + "\"}}"), "SUCCEEDED");

        var steps = get("/api/v1/operations/" + operation + "/steps").get("items");
        assertThat(steps).extracting(GoneClusterIT::state).containsExactly("SKIPPED", "SUCCEEDED");
    }

    private static String state(JsonNode step) {
        return step.get("state").asText();
    }
}
