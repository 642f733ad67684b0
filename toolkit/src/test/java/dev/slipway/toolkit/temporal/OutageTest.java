package dev.slipway.toolkit.temporal;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.wire.TaskQueues;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Services and databases that are away for long do not end an operation; a defect does stop it. */
@Timeout(300)
class OutageTest {
    /** With the longest pause of half a minute that is more than twelve hours. */
    private static final int TRIES_OF_A_NIGHT = 1500;

    private static final Duration SOON = Duration.ofSeconds(30);

    private final TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance();
    private final FakeJournal journal = new FakeJournal();
    private final AtomicInteger broken = new AtomicInteger();

    @BeforeEach
    void start() {
        environment.newWorker("test").registerWorkflowImplementationTypes(OneQuickStep.class);
        environment.newWorker("elsewhere").registerActivitiesImplementations((WorkActivities) this::work);
        environment.newWorker(TaskQueues.LIFECYCLE).registerActivitiesImplementations(journal);
        environment.start();
    }

    @AfterEach
    void close() {
        environment.close();
    }

    @Test
    void aJournalThatIsAwayForANightChangesNothing() throws Exception {
        var away = new AtomicInteger(TRIES_OF_A_NIGHT);
        journal.beforeSuccess(() -> {
            if (away.getAndDecrement() > 0) {
                throw Failures.of(FailureType.SERVICE_UNREACHABLE, "the journal is away");
            }
        });

        assertThat(begun().getResult(240, SECONDS, String.class)).isEqualTo("done");
        assertThat(journal.story()).endsWith("RESERVE SUCCEEDED");
    }

    @Test
    void aDatabaseThatIsAwayForTwentyMinutesChangesNothing() throws Exception {
        broken.set(40);

        assertThat(begun().getResult(120, SECONDS, String.class)).isEqualTo("done");
        assertThat(broken).hasNonPositiveValue();
    }

    @Test
    void aDefectStopsTheStepWithItsCause() {
        broken.set(Integer.MAX_VALUE);
        begun();
        environment.sleep(Duration.ofHours(1));

        await().atMost(SOON).until(() -> journal.story().contains("RESERVE FAILED"));
        assertThat(journal.reports().getLast().failure())
                .isEqualTo(new Failure(
                        FailureType.UNEXPECTED, "java.lang.IllegalStateException: the database is away", null));
    }

    private WorkflowStub begun() {
        var stub = environment
                .getWorkflowClient()
                .newUntypedWorkflowStub(
                        "JournaledWorkflow",
                        WorkflowOptions.newBuilder()
                                .setTaskQueue("test")
                                .setWorkflowId("outage")
                                .build());
        stub.start("reserve");
        return stub;
    }

    private String work(String task) {
        if (broken.getAndDecrement() > 0) {
            throw new IllegalStateException("the database is away");
        }
        return "done";
    }
}
