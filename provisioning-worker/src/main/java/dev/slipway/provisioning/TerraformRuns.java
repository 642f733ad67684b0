package dev.slipway.provisioning;

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
        var providers = mirror.of(request.packageUrl(), request.packageIndexSha256(), log.beat());
        workspace.prepare(RegionRequest.of(request).json(), providers);
        return run(request.operation().clusterId(), workspace, execution, log);
    }

    private TerraformRun run(String clusterId, Workspace workspace, Execution execution, Log log) {
        var terraform = backend.open(onDocker(workspace.command(properties.executable())), clusterId, log.attempt());
        var engine = engine(clusterId, workspace, execution);
        return new TerraformRun(
                new Terraform(terraform, execution, log.lines(), log.attempt().step()),
                workspace,
                new Hosts(new ContainerLeftovers(engine), new FrozenHosts(engine)),
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
