package dev.slipway.plan.cluster.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.contracts.operation.OperationReference;
import dev.slipway.contracts.operation.Step;
import dev.slipway.toolkit.log.StepAttempt;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OwnStepLogIT extends RunningLifecycle {
    @Autowired
    private OwnWork work;

    @Test
    void theStepsOfPlanServiceSayWhatTheyReservePublishAndGiveBack() {
        var creation = create(manual("told"));
        await(creation, "SUCCEEDED");
        var deletion = delete(id(creation, "cluster"));
        await(deletion, "SUCCEEDED");

        assertThat(texts(creation, "RESERVE"))
                .satisfiesExactly(
                        begins -> assertThat(begins).startsWith("Reserve hosts and addresses begins on "),
                        first -> assertThat(first).isEqualTo("reserved 198.51.100.1 for a control plane node"),
                        second -> assertThat(second).isEqualTo("reserved 198.51.100.2 for a worker"));
        assertThat(texts(creation, "PUBLISH"))
                .last()
                .isEqualTo("the cluster is Ready; its API server: https://198.51.100.1:6443");
        assertThat(texts(deletion, "RELEASE"))
                .contains("gave back 198.51.100.1", "gave back 198.51.100.2")
                .last()
                .isEqualTo("forgot the cluster, its secrets and its Terraform state");
        var attempt = get("/api/v1/operations/" + id(deletion, "operation") + "/record")
                .at("/steps/1/attempts/0");
        assertThat(attempt.get("state").asText()).isEqualTo("SUCCEEDED");
        assertThat(attempt.get("endedAt").isNull()).isFalse();
    }

    @Test
    void aRepeatedActivityLeavesNoHoleAndNoDouble() {
        var creation = create(automatic(failingIn(Step.PACKAGE_SOURCE)));
        await(creation, "STOPPED");
        var operation = new OperationReference(id(creation, "operation"), id(creation, "cluster"), "repeated");
        var before = lines(creation);

        for (var attempt : List.of(1, 1, 2, 2)) {
            work.reserve(operation, new StepAttempt(operation.operationId(), Step.RESERVE, "run/9", attempt, "1@here"))
                    .block();
        }

        var lines = lines(creation);
        assertThat(lines).hasSize(before.size() + 2 * 4);
        assertThat(lines)
                .extracting(line -> line.get("number").asLong())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, lines.size()).boxed().toList());
        await(delete(operation.clusterId()), "SUCCEEDED");
    }

    @Test
    void aTryThatFailsSaysWhyAndNotWhatItUndid() {
        var model = create(automatic("model"));
        await(model, "SUCCEEDED");
        var late = withoutPackage("late", "model");

        var stopped = await(late, "STOPPED");

        assertThat(stopped.at("/failure/type").asText()).isEqualTo("RESOURCE_UNAVAILABLE");
        assertThat(texts(late, "RESERVE"))
                .hasSize(2)
                .last()
                .asString()
                .isEqualTo("RESOURCE_UNAVAILABLE: The offline package of the cluster is gone");
        assertThat(rows("select 1 from plan.cluster_nodes where cluster_id = '" + id(late, "cluster") + "'"))
                .isZero();
        await(delete(id(late, "cluster")), "SUCCEEDED");
        await(delete(id(model, "cluster")), "SUCCEEDED");
    }

    /** A cluster like another one, whose package was lost after it was accepted. */
    private JsonNode withoutPackage(String name, String model) {
        var operation = UUID.randomUUID();
        var cluster = UUID.randomUUID();
        execute("""
                insert into plan.clusters (id, name, phase, spec, package_id, deploy_plan_id, created_at, version)
                select '%s', '%s', 'CREATING', jsonb_set(spec, '{name}', '"%s"'), gen_random_uuid(), deploy_plan_id, now(), 0
                from plan.clusters where name = '%s'
                """.formatted(cluster, name, name, model));
        execute("""
                insert into plan.operations (id, cluster_id, cluster_name, kind, state, requested_by, created_at)
                values ('%s', '%s', '%s', 'CREATE', 'PENDING', 'somebody', now())
                """.formatted(operation, cluster, name));
        execute("""
                insert into plan.operation_steps (operation_id, step, position, state)
                values ('%1$s', 'RESERVE', 1, 'PENDING'), ('%1$s', 'PUBLISH', 2, 'PENDING')
                """.formatted(operation));
        return json("{\"operation\":{\"id\":\"%s\"},\"cluster\":{\"id\":\"%s\"}}".formatted(operation, cluster));
    }

    private List<String> texts(JsonNode accepted, String step) {
        return lines(accepted).stream()
                .filter(line -> line.get("step").asText().equals(step))
                .map(line -> line.get("text").asText())
                .toList();
    }

    private List<JsonNode> lines(JsonNode accepted) {
        var items =
                get("/api/v1/operations/" + id(accepted, "operation") + "/log").get("items");
        return IntStream.range(0, items.size()).mapToObj(items::get).toList();
    }
}
