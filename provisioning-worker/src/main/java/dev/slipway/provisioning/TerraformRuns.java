package dev.slipway.provisioning;

import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.provisioning.ProvisioningRequest;
import dev.slipway.provisioning.TerraformRun.Hosts;
import dev.slipway.provisioning.mirror.ProviderMirror;
import dev.slipway.provisioning.region.ContainerEngine;
import dev.slipway.provisioning.region.ContainerLeftovers;
import dev.slipway.provisioning.region.FrozenHosts;
import dev.slipway.provisioning.region.RegionRequest;
import dev.slipway.provisioning.state.StateBackend;
import dev.slipway.provisioning.terraform.Execution;
import dev.slipway.provisioning.terraform.Terraform;
import dev.slipway.provisioning.terraform.TerraformProperties;
import dev.slipway.provisioning.workspace.Workspace;
import dev.slipway.provisioning.workspace.Workspaces;
import dev.slipway.toolkit.log.StepAttempt;
import dev.slipway.toolkit.process.Command;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Prepares runs: workspace, providers, access to the state. */
@Component
final class TerraformRuns {
    private final Workspaces workspaces;
    private final ProviderMirror mirror;
    private final StateBackend backend;
    private final TerraformProperties properties;

    TerraformRuns(Workspaces workspaces, ProviderMirror mirror, StateBackend backend, TerraformProperties properties) {
        this.workspaces = workspaces;
        this.mirror = mirror;
        this.backend = backend;
        this.properties = properties;
    }

    Workspace workspace(ProvisioningRequest request) {
        return workspaces.open(
                request.operation().clusterId(),
                RegionRequest.root(request.region().kind()));
    }

    TerraformRun begin(ProvisioningRequest request, Workspace workspace, Execution execution, Log log) {
        var stopped = workspace.stopLeftRuns();
        if (stopped > 0) {
            log.lines().accept("Stopped %d processes that an earlier run had left".formatted(stopped));
        }
        var clusterId = request.operation().clusterId();
        var recorded = !removes(log) || mayBeRecorded(clusterId);
        if (recorded) {
            workspace.prepare(RegionRequest.of(request).json(), providers(request, log));
        }
        var run = new Run(execution, log, recorded);
        return run(clusterId, workspace, run);
    }

    /** Says that the hosts of a cluster are gone. */
    void forget(ProvisioningRequest request) {
        mirror.forget(request.operation().clusterId());
    }

    /** Whoever holds the lock may be about to record something. */
    private boolean mayBeRecorded(String clusterId) {
        return backend.holder(clusterId).isPresent() || !backend.isEmpty(clusterId);
    }

    private Path providers(ProvisioningRequest request, Log log) {
        var clusterId = request.operation().clusterId();
        if (removes(log)) {
            return mirror.forRemoval(clusterId, request.packageUrl(), request.packageIndexSha256(), log.beat());
        }
        var providers = mirror.of(request.packageUrl(), request.packageIndexSha256(), log.beat());
        mirror.remember(clusterId, providers);
        return providers;
    }

    private static boolean removes(Log log) {
        return log.attempt().step() == Step.DESTROY_HOSTS;
    }

    /** How a run works and is heard, and whether something of the cluster may be in the state. */
    private record Run(Execution execution, Log log, boolean recorded) {}

    private TerraformRun run(String clusterId, Workspace workspace, Run run) {
        var log = run.log();
        var execution = run.execution();
        var terraform = backend.open(onDocker(workspace.command(properties.executable())), clusterId, log.attempt());
        var engine = engine(clusterId, workspace, execution);
        return new TerraformRun(
                new Terraform(terraform, execution, log.lines(), log.attempt().step()),
                workspace,
                new Hosts(new ContainerLeftovers(engine), new FrozenHosts(engine), run.recorded()),
                new TerraformRun.Locking(properties.lockTimeout(), () -> backend.holder(clusterId)),
                log.lines());
    }

    ContainerEngine engine(String clusterId, Workspace workspace, Execution execution) {
        return new ContainerEngine(onDocker(workspace.command(properties.docker())), execution, clusterId);
    }

    private Command onDocker(Command command) {
        var host = properties.dockerHost();
        return host == null ? command : command.with("DOCKER_HOST", host);
    }

    /** Where a run is heard: which try of a step it is, its lines, and that it is alive while it says nothing. */
    record Log(StepAttempt attempt, Consumer<String> lines, Runnable beat) {}
}
