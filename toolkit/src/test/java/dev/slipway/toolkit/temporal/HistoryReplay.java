package dev.slipway.toolkit.temporal;

import io.temporal.client.WorkflowClient;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.WorkerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** Replays recorded histories against the workflows of today: what ran yesterday must be able to go on. */
public final class HistoryReplay {
    private static final String RECORD = "slipway.record-history";
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

    /**
     * Records the story that a test has told as a history for later replays, when the build asks for it with
     * -Dslipway.record-history=VERSION. What was recorded once is never written over.
     */
    public static void record(Class<?> workflow, String story, WorkflowClient client, String workflowId) {
        var version = System.getProperty(RECORD);
        if (version != null) {
            var file = HISTORIES.resolve(workflow.getSimpleName()).resolve(version + "-" + story + ".json");
            write(file, anywhere(client.fetchHistory(workflowId).toJson(true)));
        }
    }

    /** On which machine it was recorded is nobody's business. */
    private static String anywhere(String history) {
        return history.replaceAll("\"identity\": \"[^\"]*\"", "\"identity\": \"1@worker\"");
    }

    private static void write(Path file, String history) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, history, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
