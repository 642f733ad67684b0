package dev.slipway.plan.cluster.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.contracts.cluster.ClusterCreation;
import dev.slipway.contracts.cluster.ClusterDeletion;
import dev.slipway.contracts.cluster.ClusterRequest;
import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.operation.Decision;
import dev.slipway.contracts.operation.OperationReference;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.provisioning.ProvisioningRequest;
import dev.slipway.contracts.wire.SlipwayDataConverter;
import dev.slipway.contracts.wire.TaskQueues;
import dev.slipway.plan.cluster.reservation.DeploymentOrder;
import dev.slipway.plan.operation.StepPlace;
import dev.slipway.toolkit.temporal.Failures;
import dev.slipway.toolkit.temporal.HistoryReplay;
import dev.slipway.toolkit.temporal.Person;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A Temporal of our own with the lifecycle workflows, fake activities and fake workers. */
final class LifecycleRun implements AutoCloseable {
    private static final String ID = "cluster-" + LifecycleFixtures.OPERATION.clusterId();

    final FakeLifecycle lifecycle = new FakeLifecycle();
    private final TestWorkflowEnvironment environment =
            TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                    .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                            .setDataConverter(SlipwayDataConverter.create())
                            .build())
                    .build());

    LifecycleRun() {
        var worker = environment.newWorker(TaskQueues.LIFECYCLE);
        worker.registerWorkflowImplementationTypes(StepwiseClusterCreation.class, StepwiseClusterDeletion.class);
        worker.registerActivitiesImplementations(lifecycle);
        environment
                .newWorker(TaskQueues.PROVISIONING)
                .registerWorkflowImplementationTypes(
                        FakeWorkers.FakeProvisioning.class, FakeWorkers.FakeDeprovisioning.class);
        environment
                .newWorker(TaskQueues.INSTALLATION)
                .registerWorkflowImplementationTypes(
                        FakeWorkers.FakeInstallation.class, FakeWorkers.FakeUninstallation.class);
        environment.start();
    }

    /** Lets the named cluster's worker fail or hang. */
    LifecycleRun on(String clusterName) {
        var operation = new OperationReference(
                LifecycleFixtures.OPERATION.operationId(), LifecycleFixtures.OPERATION.clusterId(), clusterName);
        lifecycle.order = renamed(lifecycle.order, operation);
        var remains = lifecycle.remains;
        var order = renamed(new DeploymentOrder(remains.made(), remains.touched()), operation);
        lifecycle.remains = new Remains(remains.registered(), order.installation(), order.provisioning());
        return this;
    }

    WorkflowStub creation() {
        return start(ClusterCreation.class);
    }

    WorkflowStub deletion() {
        return start(ClusterDeletion.class);
    }

    /** Decides as a person, in the workflow the step runs in. */
    void decides(Step step, Decision decision) {
        new Person(environment.getWorkflowClient())
                .decides(StepPlace.of(step).workflowId(LifecycleFixtures.OPERATION.clusterId()), step, decision);
    }

    /**
     * Cancels and waits for the end in real time: asking for the result would let days pass before the cancel comes.
     */
    void cancel(WorkflowStub stub) {
        stub.cancel();
        awaitWord("end CANCELED");
    }

    /** Waits for the end; a story that does not end says how far it came. */
    void result(WorkflowStub stub) {
        try {
            stub.getResult(60, TimeUnit.SECONDS, Void.class);
        } catch (TimeoutException e) {
            throw new AssertionError("The story does not end: " + lifecycle.story, e);
        }
    }

    void awaitWord(String word) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(lifecycle.story).contains(word));
    }

    /** Resumes the operation as a person. */
    void resumes() {
        environment.getWorkflowClient().newUntypedWorkflowStub(ID).signal("resume");
    }

    /** Keeps what was told for later replays, when the build asks for it. */
    void record(Class<?> workflow, String story) {
        HistoryReplay.record(workflow, story, environment.getWorkflowClient(), ID);
    }

    static Failure failure(WorkflowException exception) {
        return Failures.from(exception);
    }

    @Override
    public void close() {
        environment.close();
    }

    private <T> WorkflowStub start(Class<T> type) {
        WorkflowClient client = environment.getWorkflowClient();
        var stub = client.newUntypedWorkflowStub(
                type.getSimpleName(),
                WorkflowOptions.newBuilder()
                        .setTaskQueue(TaskQueues.LIFECYCLE)
                        .setWorkflowId(ID)
                        .build());
        stub.start(new ClusterRequest(LifecycleFixtures.OPERATION));
        return stub;
    }

    private static DeploymentOrder renamed(DeploymentOrder order, OperationReference operation) {
        var made = order.provisioning();
        var installed = order.installation();
        return new DeploymentOrder(
                made == null
                        ? null
                        : new ProvisioningRequest(
                                operation, made.region(), made.hosts(), made.sshPublicKey(), made.packageUrl(), "abc"),
                installed == null
                        ? null
                        : new InstallationRequest(
                                operation,
                                installed.kubernetesVersion(),
                                installed.packageUrl(),
                                "abc",
                                installed.nodes(),
                                installed.network(),
                                installed.apiPort(),
                                installed.labels()));
    }
}
