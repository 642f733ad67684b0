package dev.slipway.contracts.wire;

import dev.slipway.contracts.cluster.ClusterRequest;
import dev.slipway.contracts.cluster.NodeRole;
import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.installation.FlannelBackend;
import dev.slipway.contracts.installation.HostProfile;
import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.installation.NetworkSettings;
import dev.slipway.contracts.installation.NodeTarget;
import dev.slipway.contracts.installation.ProxyMode;
import dev.slipway.contracts.operation.CancelRequest;
import dev.slipway.contracts.operation.Decision;
import dev.slipway.contracts.operation.DecisionReport;
import dev.slipway.contracts.operation.DecisionRequest;
import dev.slipway.contracts.operation.LeftBehindReport;
import dev.slipway.contracts.operation.OperationReference;
import dev.slipway.contracts.operation.PlanSummary;
import dev.slipway.contracts.operation.ResourceChange;
import dev.slipway.contracts.operation.RollbackReport;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.operation.StepReport;
import dev.slipway.contracts.operation.StepState;
import dev.slipway.contracts.operation.StillThere;
import dev.slipway.contracts.provisioning.ContainerHosts;
import dev.slipway.contracts.provisioning.HostRequest;
import dev.slipway.contracts.provisioning.ProvisionedHost;
import dev.slipway.contracts.provisioning.ProvisionedHosts;
import dev.slipway.contracts.provisioning.ProvisioningRequest;
import dev.slipway.contracts.provisioning.RegionKind;
import dev.slipway.contracts.provisioning.RegionTarget;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One sample of every record that travels between services. */
final class MessageSamples {
    private static final OperationReference OPERATION = new OperationReference("op-1", "cluster-1", "demo");
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final String DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final String PACKAGE = "http://172.30.0.10:8080";

    private MessageSamples() {}

    static List<Object> all() {
        return List.of(
                new ClusterRequest(OPERATION),
                stepReport(),
                new DecisionRequest("decision-1", Step.IMAGES, Decision.RETRY, "alice", "disk replaced"),
                new CancelRequest("cancel-1", "alice", null),
                new DecisionReport("op-1", "decision-1", Step.IMAGES, "RETRY", "alice", "disk replaced", NOW),
                new RollbackReport("op-1", List.of(Step.DESTROY_HOSTS, Step.RELEASE), NOW),
                new LeftBehindReport(
                        "op-1",
                        Step.DESTROY_HOSTS,
                        new StillThere(List.of("demo-worker-1"), List.of("container slipway-demo-worker-1"), null)),
                planSummary(),
                provisioned(),
                provisioning(),
                installation());
    }

    private static StepReport stepReport() {
        var failure =
                new Failure(FailureType.HOST_UNREACHABLE, "demo-worker-1 does not answer on SSH", "demo-worker-1");
        return new StepReport("op-1", Step.PREFLIGHT, StepState.FAILED, Instant.parse("2026-11-23T00:00:00Z"), failure);
    }

    private static PlanSummary planSummary() {
        return new PlanSummary(
                1, 0, 0, List.of(new ResourceChange("module.hosts.docker_container.host[\"a\"]", "create")));
    }

    private static ProvisionedHosts provisioned() {
        return new ProvisionedHosts(
                List.of(new ProvisionedHost("demo-control-plane-1", NodeRole.CONTROL_PLANE, "zone-a", "172.30.1.10")));
    }

    private static ProvisioningRequest provisioning() {
        var region = new RegionTarget(
                RegionKind.CONTAINER_HOSTS, new ContainerHosts("slipway", "172.30.0.1", "slipway/container-host:1"));
        var host =
                new HostRequest("demo-control-plane-1", NodeRole.CONTROL_PLANE, "zone-a", "172.30.1.10", 2, 2048, 20);
        return new ProvisioningRequest(OPERATION, region, List.of(host), "ssh-ed25519 AAAA slipway", PACKAGE, DIGEST);
    }

    private static InstallationRequest installation() {
        var node = new NodeTarget(
                "demo-control-plane-1", NodeRole.CONTROL_PLANE, "172.30.1.10", 22, HostProfile.CONTAINER);
        var network =
                new NetworkSettings("10.244.0.0/16", "10.96.0.0/16", 24, 110, FlannelBackend.VXLAN, ProxyMode.IPTABLES);
        return new InstallationRequest(
                OPERATION, "1.37.2", PACKAGE, DIGEST, List.of(node), network, 6443, Map.of("team", "blue"));
    }
}
