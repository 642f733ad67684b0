package dev.slipway.e2e.simulation;

import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.operation.OperationReference;
import dev.slipway.contracts.operation.PlanSummary;
import dev.slipway.contracts.operation.ResourceChange;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.provisioning.ProvisionedHost;
import dev.slipway.contracts.provisioning.ProvisionedHosts;
import dev.slipway.contracts.provisioning.ProvisioningRequest;
import dev.slipway.toolkit.log.LogChunk;
import dev.slipway.toolkit.log.LoggedStep;
import dev.slipway.toolkit.log.OperationLog;
import dev.slipway.toolkit.temporal.FailedTries;
import io.temporal.activity.Activity;
import io.temporal.activity.DynamicActivity;
import io.temporal.common.converter.EncodedValues;
import io.temporal.failure.ApplicationFailure;
import java.time.Clock;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The workers' activities with nothing behind them: they take time, beat, write their log and change the world. */
final class SimulatedWork implements DynamicActivity {
    /** How many parts the work of each step has, each with a line in the log. */
    static final int PARTS = 6;

    private final Simulation simulation;
    private final SimulatedWorker worker;
    private final LoggedStep steps;

    SimulatedWork(Simulation simulation, SimulatedWorker worker) {
        this.simulation = simulation;
        this.worker = worker;
        this.steps = new LoggedStep(this::ship, Clock.systemUTC());
    }

    @Override
    public @Nullable Object execute(EncodedValues arguments) {
        return switch (Activity.getExecutionContext().getInfo().getActivityType()) {
            case "InfrastructurePlan" -> plan(arguments.get(0, ProvisioningRequest.class));
            case "InfrastructureApply" ->
                apply(arguments.get(0, PlannedHosts.class).request());
            case "InfrastructureExpectAnswers" -> expectAnswers(arguments.get(0, ProvisionedHosts.class));
            case "InfrastructureDestroy" -> destroy(arguments.get(0, ProvisioningRequest.class));
            case "PreflightPreflight" -> install(Step.PREFLIGHT, arguments.get(0, InstallationRequest.class));
            case "VerificationVerify" -> verify(arguments.get(0, InstallationRequest.class));
            case "PhaseRunPhase" -> phase(arguments.get(0, PhaseOrder.class));
            case String other -> throw new IllegalArgumentException("Nobody simulates " + other);
        };
    }

    private PlanSummary plan(ProvisioningRequest request) {
        take(request.operation(), Step.PLAN_HOSTS, () -> {});
        return new PlanSummary(
                request.hosts().size(),
                0,
                0,
                request.hosts().stream()
                        .map(host -> new ResourceChange(host.name(), "create"))
                        .toList());
    }

    private ProvisionedHosts apply(ProvisioningRequest request) {
        var cluster = request.operation().clusterId();
        take(
                request.operation(),
                Step.CREATE_HOSTS,
                () -> request.hosts().forEach(host -> simulation.world().make(cluster, host.name(), host.address())));
        return new ProvisionedHosts(request.hosts().stream()
                .map(host -> new ProvisionedHost(host.name(), host.role(), host.zone(), host.address()))
                .toList());
    }

    private static @Nullable Object expectAnswers(ProvisionedHosts hosts) {
        if (hosts.hosts().isEmpty()) {
            throw new IllegalArgumentException("No host was made");
        }
        return null;
    }

    private @Nullable Object destroy(ProvisioningRequest request) {
        var operation = request.operation();
        return take(operation, Step.DESTROY_HOSTS, () -> simulation.world().destroy(operation.clusterId()));
    }

    private @Nullable Object phase(PhaseOrder order) {
        return install(order.step(), order.installation());
    }

    private @Nullable Object verify(InstallationRequest request) {
        install(Step.VERIFICATION, request);
        if (worker.isDead()) {
            throw new CancellationException("The dead say nothing");
        }
        simulation.planService().storeKubeconfig(request.operation().clusterId(), "simulated");
        return null;
    }

    private @Nullable Object install(Step step, InstallationRequest request) {
        var cluster = request.operation().clusterId();
        return take(request.operation(), step, () -> {
            if (simulation.world().hosts(cluster).size() != request.nodes().size()) {
                throw new IllegalStateException("Hosts are missing of " + cluster);
            }
        });
    }

    /** The effect comes somewhere in the middle, so that a death may come before it, and between it and its report. */
    private @Nullable Object take(OperationReference operation, Step step, Runnable effect) {
        return steps.run(operation.operationId(), step, log -> {
            var info = Activity.getExecutionContext().getInfo();
            var activity = info.getWorkflowRunId() + "/" + info.getActivityId();
            var now = simulation.world().begin(operation, step, activity, worker);
            var chance = simulation.chance(operation.clusterName(), step, info.getAttempt());
            var turn = chance.nextInt(PARTS);
            for (var part = 0; part < PARTS; part++) {
                work(log, part, chance);
                if (part == turn) {
                    simulation.world().change(now, effect);
                }
            }
            return null;
        });
    }

    private void work(OperationLog log, int part, RandomGenerator chance) {
        pause(chance.nextLong(simulation.longestPart().toMillis()));
        FailedTries.beat(Activity.getExecutionContext());
        log.line(line(part));
    }

    /** The line of a part, counted from 0. */
    static String line(int part) {
        return "part %d of %d".formatted(part + 1, PARTS);
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted at work");
        }
    }

    private void ship(LogChunk chunk) {
        if (worker.isDead()) {
            throw ApplicationFailure.newNonRetryableFailure("The dead say nothing", "Dead");
        }
        simulation.planService().appendLog(chunk);
    }

    /** What is needed of the request to create what was planned. */
    record PlannedHosts(ProvisioningRequest request) {}

    /** The request for a phase. */
    record PhaseOrder(Step step, InstallationRequest installation) {}
}
