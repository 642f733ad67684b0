package dev.slipway.toolkit.temporal;

import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.WorkerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Replays recorded histories against the workflows of today: what ran yesterday must be able to go on. */
public final class HistoryReplay {
    private static final Path HISTORIES = Path.of("src/test/resources/histories");

    private HistoryReplay() {}

    /**
     * Returns the recorded histories of a workflow, of the folder histories/name, as source of a parameterised test.
     */
    public static Stream<Path> of(Class<?> workflow) {
        try (var files = Files.list(HISTORIES.resolve(workflow.getSimpleName()))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replays one history; throws when the workflow would decide otherwise. */
    public static void replay(Path history, Class<?> workflow) throws Exception {
        try (var environment = TestWorkflowEnvironment.newInstance()) {
            var worker = environment.newWorker(
                    "replay",
                    WorkflowThreads.patient(WorkerOptions.newBuilder()).build());
            worker.registerWorkflowImplementationTypes(workflow);
            WorkflowReplayer.replayWorkflowExecution(
                    WorkflowExecutionHistory.fromJson(Files.readString(history)), worker);
        }
    }

    /** Records a history for later replays. */
    public static void record(Class<?> workflow, String version, String historyJson) {
        var file = HISTORIES.resolve(workflow.getSimpleName()).resolve(version + ".json");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, historyJson);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
