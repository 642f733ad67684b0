package dev.slipway.plan.cluster.lifecycle;

import dev.slipway.contracts.cluster.ClusterRequest;
import dev.slipway.contracts.cluster.NodeRole;
import dev.slipway.contracts.installation.HostProfile;
import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.installation.NodeTarget;
import dev.slipway.contracts.operation.OperationReference;
import dev.slipway.contracts.provisioning.ContainerHosts;
import dev.slipway.contracts.provisioning.HostRequest;
import dev.slipway.contracts.provisioning.ProvisioningRequest;
import dev.slipway.contracts.provisioning.RegionKind;
import dev.slipway.contracts.provisioning.RegionTarget;
import dev.slipway.plan.cluster.network.NetworkDraft;
import dev.slipway.plan.cluster.reservation.DeploymentOrder;
import java.util.List;
import java.util.Map;

/** Requests and orders for the workflow tests. */
final class LifecycleFixtures {
    static final OperationReference OPERATION = new OperationReference(
            "0b0a1a3e-0000-4000-8000-000000000001", "0b0a1a3e-0000-4000-8000-000000000002", "demo");

    private LifecycleFixtures() {}

    static ClusterRequest request() {
        return new ClusterRequest(OPERATION);
    }

    static DeploymentOrder automatic() {
        var region = new RegionTarget(
                RegionKind.CONTAINER_HOSTS, new ContainerHosts("slipway", "172.30.0.1", "slipway/container-host"));
        var host =
                new HostRequest("demo-control-plane-1", NodeRole.CONTROL_PLANE, "zone-a", "172.30.1.10", 2, 2048, 20);
        return new DeploymentOrder(
                new ProvisioningRequest(
                        OPERATION, region, List.of(host), "ssh-ed25519 AAAA", "http://172.30.0.10:8080", "abc"),
                installation());
    }

    static DeploymentOrder manual() {
        return new DeploymentOrder(null, installation());
    }

    static InstallationRequest installation() {
        return new InstallationRequest(
                OPERATION,
                "1.37.2",
                "http://172.30.0.10:8080",
                "abc",
                List.of(new NodeTarget(
                        "demo-control-plane-1", NodeRole.CONTROL_PLANE, "172.30.1.10", 22, HostProfile.CONTAINER)),
                NetworkDraft.empty().toSpec().toSettings(),
                6443,
                Map.of());
    }
}
