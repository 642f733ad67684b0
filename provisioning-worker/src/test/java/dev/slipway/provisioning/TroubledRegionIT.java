package dev.slipway.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.Decision;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.provisioning.ProvisionedHosts;
import dev.slipway.toolkit.temporal.Decided;
import dev.slipway.toolkit.temporal.Person;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is wrong with the region is waited for, or for whoever mends it. */
class TroubledRegionIT extends RealRegion {
    @Test
    void saysThatTheImageIsMissing() {
        Throwable failure;
        try (var work = new Work(client, journal)) {
            var workflow = work.provisioning("no-image");
            WorkflowClient.start(workflow::provision, request("slipway/container-host:missing"));
            new Person(client).decides("no-image", Step.CREATE_HOSTS, Decision.ABANDON);
            failure = catchThrowable(() -> WorkflowStub.fromTyped(workflow).getResult(Void.class));
        }

        assertThat(Decided.in(failure).orElseThrow().failure().type()).isEqualTo(FailureType.RESOURCE_UNAVAILABLE);
        assertThat(journal.story())
                .anyMatch(fact -> fact.startsWith("CREATE_HOSTS FAILED RESOURCE_UNAVAILABLE: Terraform:"));
    }

    @Test
    void aRegionThatIsNotAsItWasStopsTheStepUntilItIsMended() {
        Docker.run("network", "rm", NETWORK);
        var name = NETWORK + "-demo-worker-1";
        try (var work = new Work(client, journal)) {
            var workflow = work.provisioning("mended");
            WorkflowClient.start(workflow::provision, request);
            awaitStory("CREATE_HOSTS FAILED RESOURCE_UNAVAILABLE: Terraform: .*network \\S+ not found.*"
                    + "then retry the step Create hosts\\.");

            makeNetwork();
            Docker.run("rm", "--force", name);
            Docker.run(
                    "create",
                    "--name=" + name,
                    request.region().containerHosts().image());
            new Person(client).decides("mended", Step.CREATE_HOSTS, Decision.RETRY);
            awaitStory("CREATE_HOSTS FAILED RESOURCE_UNAVAILABLE: Terraform: .*demo-worker-1.* is already in use.*");

            Docker.run("rm", "--force", name);
            new Person(client).decides("mended", Step.CREATE_HOSTS, Decision.RETRY);
            assertThat(WorkflowStub.fromTyped(workflow)
                            .getResult(ProvisionedHosts.class)
                            .hosts())
                    .hasSize(2);
        }
        assertThat(planService.log())
                .as("what Terraform says of a plan that was applied in part before")
                .noneMatch(line -> line.contains("stale"));
    }

    @Test
    void outlastsACutOfTheWayToTheRegion() {
        gate.cut();
        try (var work = new Work(client, journal)) {
            var workflow = work.provisioning("cut");
            WorkflowClient.start(workflow::provision, request);
            awaitCut();
            gate.open();
            await().atMost(Duration.ofMinutes(1)).until(() -> !volumes().isEmpty());

            gate.cut();
            awaitCut();
            gate.open();

            assertThat(WorkflowStub.fromTyped(workflow)
                            .getResult(ProvisionedHosts.class)
                            .hosts())
                    .hasSize(2);
        }
        assertThat(journal.story()).noneMatch(fact -> fact.contains(" FAILED "));
    }

    private static void awaitCut() {
        planService.log().clear();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> planService.log().stream().anyMatch(line -> line.startsWith("REGION_UNREACHABLE: ")));
    }
}
