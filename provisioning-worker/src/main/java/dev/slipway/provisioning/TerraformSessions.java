package dev.slipway.provisioning;

import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.provisioning.ProvisioningRequest;
import dev.slipway.provisioning.terraform.Execution;
import dev.slipway.provisioning.terraform.News;
import dev.slipway.provisioning.terraform.TerraformProperties;
import dev.slipway.provisioning.workspace.Workspace;
import dev.slipway.toolkit.log.LoggedStep;
import dev.slipway.toolkit.log.StepAttempt;
import dev.slipway.toolkit.planservice.PlanServiceClient;
import dev.slipway.toolkit.process.OutputLine;
import dev.slipway.toolkit.temporal.FailedTries;
import dev.slipway.toolkit.temporal.HeartbeatingRun;
import dev.slipway.toolkit.temporal.Progress;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import java.time.Clock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** What every activity with Terraform has around it: the log of its step, heartbeats, and words for a cancel. */
@Component
final class TerraformSessions {
    private final TerraformRuns runs;
    private final HeartbeatingRun runner;
    private final TerraformProperties properties;
    private final Clock clock;
    private final LoggedStep logged;

    TerraformSessions(
            TerraformRuns runs,
            HeartbeatingRun runner,
            TerraformProperties properties,
            PlanServiceClient planService,
            Clock clock) {
        this.runs = runs;
        this.runner = runner;
        this.properties = properties;
        this.clock = clock;
        this.logged = new LoggedStep(planService::appendLog, clock);
    }

    <R> R run(ProvisioningRequest request, Step step, BiFunction<TerraformRun, Workspace, R> work) {
        var context = Activity.getExecutionContext();
        var operation = request.operation().operationId();
        return logged.run(operation, step, log -> {
            var attempt = StepAttempt.current(operation, step);
            var heard = new TerraformRuns.Log(attempt, log::line, () -> FailedTries.beat(context));
            return run(request, context, heard, work);
        });
    }

    /** Each program has its own time to get on. */
    private Execution watched(ActivityExecutionContext context, Step step) {
        return (command, lines) -> {
            FailedTries.confirm(context);
            var progress = new Progress(properties.silence(), clock, step);
            return runner.run(context, command, heard(lines, progress), progress);
        };
    }

    private static Consumer<OutputLine> heard(Consumer<OutputLine> lines, Progress progress) {
        return line -> {
            News.of(line).ifPresent(progress::made);
            lines.accept(line);
        };
    }

    private <R> R run(
            ProvisioningRequest request,
            ActivityExecutionContext context,
            TerraformRuns.Log log,
            BiFunction<TerraformRun, Workspace, R> work) {
        FailedTries.confirm(context);
        var step = log.attempt().step();
        var workspace = runs.workspace(request);
        try {
            var run = runs.begin(request, workspace, watched(context, step), log);
            var result = work.apply(run, workspace);
            FailedTries.confirm(context);
            end(step, run, workspace);
            if (step == Step.DESTROY_HOSTS) {
                runs.forget(request);
            }
            return result;
        } catch (ActivityCompletionException stopped) {
            log.lines()
                    .accept(
                            "Terraform was stopped; what it had made is in the state, and goes when the cluster is deleted");
            throw stopped;
        }
    }

    /** The plan's file is kept for apply. */
    private static void end(Step step, TerraformRun run, Workspace workspace) {
        if (step != Step.PLAN_HOSTS) {
            workspace.remove();
        }
        run.endWell();
    }
}
