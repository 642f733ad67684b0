package dev.slipway.provisioning;

import dev.slipway.contracts.operation.LeftBehindReport;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.operation.StillThere;
import dev.slipway.contracts.provisioning.ProvisioningRequest;
import dev.slipway.provisioning.region.RemainingHosts;
import dev.slipway.provisioning.terraform.Execution;
import dev.slipway.provisioning.workspace.Workspace;
import dev.slipway.toolkit.temporal.FailedTries;
import dev.slipway.toolkit.temporal.HeartbeatingRun;
import dev.slipway.toolkit.temporal.Progress;
import io.temporal.activity.Activity;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * The end of a cluster whose hosts a person leaves behind: what they are is told, and of its runs nothing stays here.
 */
@Component
final class Leaving {
    /** A region that is gone for good does not answer later either. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TerraformRuns runs;
    private final HeartbeatingRun runner;
    private final Clock clock;

    Leaving(TerraformRuns runs, HeartbeatingRun runner, Clock clock) {
        this.runs = runs;
        this.runner = runner;
        this.clock = clock;
    }

    LeftBehindReport leave(ProvisioningRequest request) {
        var workspace = runs.workspace(request);
        workspace.stopLeftRuns();
        try {
            var operation = request.operation().operationId();
            return new LeftBehindReport(operation, Step.DESTROY_HOSTS, stillThere(request, workspace));
        } finally {
            workspace.remove();
            workspace.endWell();
            runs.forget(request);
        }
    }

    private StillThere stillThere(ProvisioningRequest request, Workspace workspace) {
        var engine = runs.engine(request.operation().clusterId(), workspace, impatient());
        return new RemainingHosts(engine).of(request);
    }

    private Execution impatient() {
        var context = Activity.getExecutionContext();
        return (command, lines) -> {
            FailedTries.confirm(context);
            return runner.run(context, command, lines, new Progress(PATIENCE, clock, Step.DESTROY_HOSTS));
        };
    }
}
