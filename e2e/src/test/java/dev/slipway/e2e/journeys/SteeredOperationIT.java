package dev.slipway.e2e.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.e2e.platform.Operations;
import dev.slipway.e2e.platform.OwnHosts;
import dev.slipway.e2e.platform.Platform;
import dev.slipway.e2e.platform.Victim;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Operations do what a person wants of them: cancel, retry, pause, resume, roll back, abandon, leave behind, and the
 * deletion of a cluster that is just being made. The first four tests are the life of one operation.
 */
@Order(5)
@TestMethodOrder(OrderAnnotation.class)
class SteeredOperationIT {
    private static final Duration CANCEL = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String FIRST = "steered-1";
    private static final String SECOND = "steered-2";

    private static OwnHosts hosts;
    private static SteeredOperation operation;
    private static String canceled;

    @BeforeAll
    static void userHasHosts() throws IOException {
        Platform.upWithRegionAndPackage();
        hosts = OwnHosts.start("steered", Map.of(FIRST, "172.31.9.20", SECOND, "172.31.9.21"));
        hosts.register();
    }

    @AfterAll
    static void hostsGo() {
        hosts.close();
    }

    @Test
    @Order(1)
    void cancelStopsTheRunningStepAndItsProcessesAndOffersThreeChoices() {
        operation = begin("steered");
        operation.awaitPlaybook();

        operation.steer("cancel", "--reason", "a disk is replaced");

        operation.awaitState("STOPPED", CANCEL);
        await("the end of its processes")
                .atMost(CANCEL)
                .until(() -> Victim.programsOf(operation.cluster()), List::isEmpty);
        assertThat(operation.choices()).containsExactlyInAnyOrder("RETRY", "ROLL_BACK", "ABANDON");
        canceled = operation.failure().path("step").asString();
        assertThat(operation.failure().path("type").asString()).isEqualTo("CANCELED");
        assertThat(operation.step(canceled).path("state").asString()).isEqualTo("CANCELED");
        assertThat(Platform.slipway(PATIENCE, "operation", "follow", operation.id())
                        .output())
                .contains("slipway operation retry " + operation.id())
                .contains("slipway operation roll-back " + operation.id())
                .contains("slipway operation abandon " + operation.id());
    }

    @Test
    @Order(2)
    void retryGoesOnAtTheStepThatWasCanceledAndRepeatsNoOther() {
        var done = operation.steps("SUCCEEDED");
        var tries = operation.step(canceled).path("attempts").asInt();

        operation.steer("retry", "--reason", "the disk is there");

        Operations.awaitStep(operation.id(), canceled, "SUCCEEDED");
        assertThat(operation.step(canceled).path("attempts").asInt()).isGreaterThan(tries);
        assertThat(done)
                .isNotEmpty()
                .allSatisfy(step ->
                        assertThat(operation.step(step.path("step").asString())).isEqualTo(step));
        assertThat(operation.decisions()).containsExactly("CANCEL: a disk is replaced", "RETRY: the disk is there");
    }

    @Test
    @Order(3)
    void aPauseHoldsBeforeTheNextStepAlsoWhenTheWorkerDies() {
        operation.steer("pause");
        operation.awaitState("PAUSED");
        assertThat(operation.steps("RUNNING")).isEmpty();
        var held = Operations.steps(operation.id());

        hosts.lock(FIRST);
        assertThat(Victim.INSTALL_WORKER.kill()).isTrue();
        Victim.INSTALL_WORKER.awaitReturn();

        operation.awaitState("PAUSED");
        assertThat(Operations.steps(operation.id())).isEqualTo(held);
        operation.steer("resume");
    }

    @Test
    @Order(4)
    void aStepThatStopsSaysWhyAndIsRolledBackAsShown() {
        Operations.awaitOneOf(operation.id(), PATIENCE, "STOPPED", "SUCCEEDED");
        assertThat(operation.failure().path("type").asString()).isEqualTo("CREDENTIALS_REJECTED");
        assertThat(operation.failure().path("host").asString()).isEqualTo(FIRST);
        assertThat(operation.failure().path("message").asString()).contains(FIRST, "then retry the step");
        assertThat(operation.undo()).containsExactly("RESET_HOSTS", "RELEASE");

        hosts.unlock(FIRST);
        var shown = operation.steer("roll-back", "--yes", "--reason", "not today");

        assertThat(shown).contains("Reset hosts: ", "Release hosts and addresses: ");
        Operations.awaitOneOf(operation.id(), PATIENCE, "ROLLED_BACK", "FAILED");
        assertThat(operation.step("RESET_HOSTS").path("state").asString()).isEqualTo("SUCCEEDED");
        assertThat(operation.step("RELEASE").path("state").asString()).isEqualTo("SUCCEEDED");
        operation.awaitState("ROLLED_BACK");
        operation.assertGone();
        hosts.assertUntouched(FIRST);
        hosts.assertUntouched(SECOND);
    }

    @Test
    @Order(5)
    void anAbandonedClusterIsDeletedWithoutTheHostThatIsLost() {
        var creation = begin("lost");
        creation.awaitPlaybook();
        creation.steer("cancel");
        creation.awaitState("STOPPED", CANCEL);
        creation.steer("abandon", "--reason", "never mind");
        Operations.awaitOneOf(creation.id(), PATIENCE, "ABANDONED");
        assertThat(creation.failure().path("message").asString()).contains("what the installation has changed on them");
        assertThat(Operations.get("/clusters/" + creation.cluster())
                        .path("phase")
                        .asString())
                .isEqualTo("FAILED");

        hosts.lock(SECOND);
        var deletion = creation.delete();
        deletion.awaitState("STOPPED");
        assertThat(deletion.failure().path("host").asString()).isEqualTo(SECOND);
        assertThat(deletion.choices()).containsExactlyInAnyOrder("RETRY", "LEAVE_BEHIND", "ABANDON");
        deletion.steer("leave-behind", "--reason", "it burned");

        Operations.awaitState(deletion.id(), "SUCCEEDED");
        assertThat(deletion.step("RESET_HOSTS").path("state").asString()).isEqualTo("SKIPPED");
        assertThat(deletion.step("RESET_HOSTS").path("failure").path("host").asString())
                .isEqualTo(SECOND);
        deletion.assertGone();
        hosts.deregister();
    }

    @ParameterizedTest
    @Order(6)
    @ValueSource(strings = {"PLAN_HOSTS", "CREATE_HOSTS"})
    void aClusterIsDeletedWhileItIsBeingMade(String step) {
        var creation = SteeredOperation.create("""
                {"name": "hasty", "deployMode": "AUTOMATIC", "deployModel": "SINGLE_CONTROL_PLANE",
                 "packageVersion": "1.37.2", "deployPlan": "demo", "workers": 1}
                """);
        Operations.awaitStep(creation.id(), step, "RUNNING");

        var deletion = creation.delete();

        deletion.awaitState("SUCCEEDED");
        creation.awaitState("CANCELED");
        creation.assertGone();
    }

    private static SteeredOperation begin(String name) {
        return SteeredOperation.create("""
                {"name": "%s", "deployMode": "MANUAL", "deployModel": "SINGLE_CONTROL_PLANE",
                 "packageVersion": "1.37.2",
                 "hosts": [{"host": "%s", "role": "CONTROL_PLANE"}, {"host": "%s", "role": "WORKER"}]}
                """.formatted(name, FIRST, SECOND));
    }
}
