package dev.slipway.installation.ansible;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.installation.phase.PhaseRequest;
import dev.slipway.toolkit.log.OperationLog;
import dev.slipway.toolkit.process.Command;
import dev.slipway.toolkit.process.ExitException;
import dev.slipway.toolkit.process.OutputLine;
import dev.slipway.toolkit.process.StartException;
import dev.slipway.toolkit.temporal.Failures;
import dev.slipway.toolkit.temporal.HeartbeatingRun;
import io.temporal.activity.ActivityExecutionContext;
import java.util.List;

/** One run of a playbook: its lines become events, its events the log and the failure. */
final class AnsibleRun {
    private final TaskEvents events = new TaskEvents();
    private final OperationLog log;
    private final PlaybookFailure failure;

    AnsibleRun(PhaseRequest request, OperationLog log) {
        this.log = log;
        this.failure = new PlaybookFailure(request.installation().packageUrl());
    }

    void run(HeartbeatingRun runner, ActivityExecutionContext context, Command command) {
        try {
            runner.run(context, command, this::read);
        } catch (ExitException problem) {
            throw explain(problem);
        } catch (StartException problem) {
            throw Failures.of(
                    FailureType.TOOL_FAILED,
                    "Ansible could not be started (%s); see whether it is installed on the worker."
                            .formatted(problem.getMessage()),
                    null,
                    problem);
        }
    }

    private void read(OutputLine line) {
        events.read(line.text()).ifPresentOrElse(this::tell, () -> log.line(line.text()));
    }

    private void tell(TaskEvent event) {
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
                    "Ansible ended with exit code %d before a task failed: %s"
                            .formatted(problem.exitCode(), last.isEmpty() ? "it said nothing" : last.getLast()),
                    null,
                    problem);
        }
        Failure named = failure.explain(failures);
        return Failures.of(named.type(), named.message(), named.host(), null);
    }
}
