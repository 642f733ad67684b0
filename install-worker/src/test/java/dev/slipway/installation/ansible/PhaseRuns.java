package dev.slipway.installation.ansible;

import static org.assertj.core.api.Assertions.catchThrowable;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.wire.SlipwayDataConverter;
import dev.slipway.installation.fixture.FakePlanService;
import dev.slipway.installation.fixture.PythonTools;
import dev.slipway.installation.phase.PhaseActivities;
import dev.slipway.installation.phase.PhaseRequest;
import dev.slipway.toolkit.temporal.ActivityProfiles;
import dev.slipway.toolkit.temporal.Failures;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Runs phases one by one as an installation does, with its policy of retries and in real time. */
final class PhaseRuns implements AutoCloseable {
    private static final String QUEUE = "phases";

    private final TestWorkflowEnvironment temporal =
            TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                    .setUseTimeskipping(false)
                    .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                            .setDataConverter(SlipwayDataConverter.create())
                            .build())
                    .build());

    /** A line of a fake playbook: what the callback plugin would tell of a task. */
    static String event(String status, String message) {
        return """
                echo '{"index":1,"host":"w-1","task":"Pull","status":"%s","message":"%s","seconds":0.1}'
                """.formatted(status, message);
    }

    PhaseRuns(FakePlanService planService, Path runs, Map<String, String> variables) {
        var properties = new AnsibleProperties(
                Path.of("../infra/ansible").toAbsolutePath().normalize(),
                PythonTools.folder(),
                runs,
                Duration.ofDays(1),
                Duration.ofSeconds(5),
                Duration.ofMinutes(30),
                variables);
        var worker = temporal.newWorker(QUEUE);
        worker.registerWorkflowImplementationTypes(OnePhase.class);
        worker.registerActivitiesImplementations(Phases.of(planService, properties));
        temporal.start();
    }

    /** Runs a phase until it succeeds or a person would have to look. */
    void run(PhaseRequest request) {
        workflow().run(request);
    }

    /** Returns why a phase stops. */
    Failure failureOf(PhaseRequest request) {
        return Failures.from(catchThrowable(() -> run(request)));
    }

    CompletableFuture<Void> begin(PhaseRequest request) {
        PhaseWorkflow workflow = workflow();
        WorkflowClient.start(workflow::run, request);
        return WorkflowStub.fromTyped(workflow).getResultAsync(Void.class);
    }

    private PhaseWorkflow workflow() {
        return temporal.getWorkflowClient()
                .newWorkflowStub(
                        PhaseWorkflow.class,
                        WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build());
    }

    @Override
    public void close() {
        temporal.close();
    }

    /** A workflow of one phase. */
    @WorkflowInterface
    public interface PhaseWorkflow {
        @WorkflowMethod
        void run(PhaseRequest request);
    }

    /** Runs a phase as every installation does. */
    public static final class OnePhase implements PhaseWorkflow {
        private final PhaseActivities hosts =
                Workflow.newActivityStub(PhaseActivities.class, ActivityProfiles.longRunning());

        @Override
        public void run(PhaseRequest request) {
            hosts.runPhase(request);
        }
    }
}
