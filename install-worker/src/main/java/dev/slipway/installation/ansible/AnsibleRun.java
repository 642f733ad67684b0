package dev.slipway.installation.ansible;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.installation.diagnosis.HostCondition;
import dev.slipway.installation.phase.PhaseRequest;
import dev.slipway.toolkit.log.OperationLog;
import dev.slipway.toolkit.process.ExitException;
import dev.slipway.toolkit.process.OutputLine;
import dev.slipway.toolkit.process.StartException;
import dev.slipway.toolkit.temporal.Failures;
import dev.slipway.toolkit.temporal.Progress;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** One run of a playbook: its lines become events, its events the log and the failure. */
final class AnsibleRun {
    private static final String ENDED = "{\"ended\"";

    private final TaskEvents events = new TaskEvents();
    private final OperationLog log;
    private final Progress progress;
    private final PlaybookFailure failure;
    private final Function<String, HostCondition> look;

    AnsibleRun(PhaseRequest request, OperationLog log, Progress progress, Function<String, HostCondition> look) {
        this.log = log;
        this.progress = progress;
        this.look = look;
        this.failure =
                new PlaybookFailure(request.step(), request.installation().packageUrl());
    }

    /** Returns how far it has come, as its lines told so far. */
    Progress progress() {
        return progress;
    }

    /** Tells what a line says, and returns whether it says that the playbook has done its work. */
    boolean read(OutputLine line) {
        if (line.text().startsWith(ENDED)) {
            return true;
        }
        events.read(line.text()).ifPresentOrElse(this::tell, () -> tell(line.text()));
        return false;
    }

    /** Names the failure of a run that did not come to a good end. */
    RuntimeException explain(RuntimeException problem) {
        return switch (problem instanceof CompletionException ? problem.getCause() : problem) {
            case ExitException exit -> explain(exit);
            case StartException start ->
                Failures.of(
                        FailureType.TOOL_FAILED,
                        "Ansible could not be started (%s); see whether it is installed on the worker, then retry the step."
                                .formatted(start.getMessage()),
                        null,
                        start);
            case RuntimeException other -> other;
            case null, default -> problem;
        };
    }

    private void tell(String text) {
        progress.made(text);
        log.line(text);
    }

    private void tell(TaskEvent event) {
        progress.made("%s, on host %s".formatted(event.line(), event.host()));
        if (event.status() != TaskEvent.Status.SKIPPED) {
            log.line(event.host(), event.line());
        }
    }

    private RuntimeException explain(ExitException problem) {
        List<TaskEvent> failures = events.failures();
        if (failures.isEmpty()) {
            List<String> last = problem.lastLines();
            return Failures.of(
                    FailureType.TOOL_FAILED,
                    "Ansible ended with exit code %d before a task failed: %s; see the step's log, mend what it says, then retry the step."
                            .formatted(problem.exitCode(), last.isEmpty() ? "it said nothing" : last.getLast()),
                    null,
                    problem);
        }
        Failure named = failure.explain(failures, this::look);
        return Failures.of(named.type(), named.message(), named.host(), null);
    }

    private HostCondition look(String host) {
        HostCondition condition = look.apply(host);
        condition.journal().forEach(line -> log.line(host, line));
        return condition;
    }
}
