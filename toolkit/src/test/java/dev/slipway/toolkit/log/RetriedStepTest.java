package dev.slipway.toolkit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.Step;
import dev.slipway.toolkit.temporal.ActivityProfiles;
import dev.slipway.toolkit.temporal.FailedTries;
import dev.slipway.toolkit.temporal.Failures;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.ActivityCanceledException;
import io.temporal.client.ActivityCompletionException;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How often a step is tried, with the real policy of long activities and skipped time. */
@Timeout(120)
class RetriedStepTest {
    private static final Duration CUT = Duration.ofMinutes(2);

    private final TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance();
    private final LoggedStep logged = new LoggedStep(chunk -> chunk.lines().forEach(this::keep), Clock.systemUTC());
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final AtomicInteger tries = new AtomicInteger();
    private IntConsumer work = number -> {};

    @BeforeEach
    void start() {
        var worker = temporal.newWorker("test");
        worker.registerWorkflowImplementationTypes(OneStep.class);
        worker.registerActivitiesImplementations((WorkOfAStep) this::tryOnce);
        temporal.start();
    }

    @AfterEach
    void stop() {
        temporal.close();
    }

    @Test
    void survivesANetworkThatIsCutForTwoMinutes() {
        var back = temporal.currentTimeMillis() + CUT.plusSeconds(10).toMillis();
        work = number -> {
            if (temporal.currentTimeMillis() < back) {
                throw Failures.of(FailureType.HOST_UNREACHABLE, "no answer.");
            }
        };

        run();

        assertThat(tries).hasValueLessThanOrEqualTo(FailureType.HOST_UNREACHABLE.attempts());
        assertThat(log).contains("HOST_UNREACHABLE: no answer. It is tried again.");
    }

    @Test
    void givesUpOnANetworkThatStaysAway() {
        work = number -> {
            throw Failures.of(FailureType.HOST_UNREACHABLE, "no answer.");
        };

        assertThat(Failures.from(catchThrowable(this::run)).type()).isEqualTo(FailureType.HOST_UNREACHABLE);

        assertThat(tries).hasValue(FailureType.HOST_UNREACHABLE.attempts());
        assertThat(log).last().isEqualTo("HOST_UNREACHABLE: no answer.");
    }

    @Test
    void doesNotCountFailuresOfAnotherKind() {
        work = number -> {
            if (number <= 5) {
                throw Failures.of(FailureType.HOST_UNREACHABLE, "no answer.");
            }
            if (number <= 7) {
                throw Failures.of(FailureType.PLAYBOOK_FAILED, "broken.");
            }
        };

        run();

        assertThat(tries).hasValue(8);
    }

    @Test
    void doesNotCountTriesWhoseWorkerDied() {
        work = number -> {
            if (number <= 4) {
                Activity.getExecutionContext().doNotCompleteOnReturn();
            } else if (number <= 6) {
                throw Failures.of(FailureType.PLAYBOOK_FAILED, "broken.");
            }
        };

        run();

        assertThat(tries).hasValue(7);
    }

    @Test
    void stopsAStepThatItsWorkerNeverSurvives() {
        work = number -> {
            if (number <= 2) {
                throw Failures.of(FailureType.PLAYBOOK_FAILED, "broken.");
            }
            Activity.getExecutionContext().doNotCompleteOnReturn();
        };

        var failure = Failures.from(catchThrowable(this::run));

        assertThat(failure.type()).isEqualTo(FailureType.WORKER_LOST);
        assertThat(failure.message()).startsWith("The worker was lost 10 times").endsWith("then retry the step.");
        assertThat(tries).hasValue(12);
        assertThat(log).last().asString().startsWith("WORKER_LOST: ");
    }

    @Test
    void aTryThatWasGivenUpWhileItsWorkerWasFrozenLearnsOfIt() {
        var over = new CountDownLatch(1);
        var answer = new CompletableFuture<Throwable>();
        work = number -> {
            var context = Activity.getExecutionContext();
            FailedTries.confirm(context);
            if (number == 1) {
                await().atMost(Duration.ofSeconds(60)).until(() -> over.getCount() == 0);
                answer.complete(catchThrowable(() -> FailedTries.confirm(context)));
            }
        };

        run();
        over.countDown();

        assertThat(answer.join()).isInstanceOf(ActivityCompletionException.class);
        assertThat(tries).hasValue(2);
    }

    @Test
    void aTryThatIsCanceledIsStillTheOneThatCounts() {
        var begun = new CountDownLatch(1);
        var answer = new CompletableFuture<Optional<Throwable>>();
        work = number -> {
            var context = Activity.getExecutionContext();
            begun.countDown();
            await().atMost(Duration.ofSeconds(60)).until(() -> isCanceled(context));
            answer.complete(Optional.ofNullable(catchThrowable(() -> FailedTries.confirm(context))));
        };
        var workflow = workflow();
        var execution = WorkflowClient.start(workflow::run);
        await().atMost(Duration.ofSeconds(60)).until(() -> begun.getCount() == 0);

        temporal.getWorkflowClient()
                .newUntypedWorkflowStub(execution.getWorkflowId())
                .cancel();

        assertThat(answer.join()).isEmpty();
    }

    private static boolean isCanceled(ActivityExecutionContext context) {
        return catchThrowable(() -> context.heartbeat(null)) instanceof ActivityCanceledException;
    }

    private String tryOnce() {
        return logged.run("operation-1", Step.IMAGES, ignored -> {
            work.accept(tries.incrementAndGet());
            return "done";
        });
    }

    private void keep(LogLine line) {
        log.add(line.text());
    }

    private void run() {
        workflow().run();
    }

    private StepWorkflow workflow() {
        return temporal.getWorkflowClient()
                .newWorkflowStub(
                        StepWorkflow.class,
                        WorkflowOptions.newBuilder().setTaskQueue("test").build());
    }

    /** A workflow of one step. */
    @WorkflowInterface
    public interface StepWorkflow {
        @WorkflowMethod
        void run();
    }

    /** Runs the step as any workflow does, but that it soon misses a heartbeat. */
    public static final class OneStep implements StepWorkflow {
        private final WorkOfAStep work = Workflow.newActivityStub(
                WorkOfAStep.class,
                ActivityOptions.newBuilder(ActivityProfiles.longRunning())
                        .setHeartbeatTimeout(Duration.ofSeconds(1))
                        .build());

        @Override
        public void run() {
            work.work();
        }
    }

    /** The work of that step. */
    @ActivityInterface
    public interface WorkOfAStep {
        String work();
    }
}
