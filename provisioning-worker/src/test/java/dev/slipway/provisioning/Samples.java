package dev.slipway.provisioning;

import dev.slipway.contracts.cluster.NodeRole;
import dev.slipway.contracts.operation.OperationReference;
import dev.slipway.contracts.operation.PlanSummary;
import dev.slipway.contracts.operation.ResourceChange;
import dev.slipway.contracts.provisioning.ContainerHosts;
import dev.slipway.contracts.provisioning.HostRequest;
import dev.slipway.contracts.provisioning.ProvisionedHost;
import dev.slipway.contracts.provisioning.ProvisionedHosts;
import dev.slipway.contracts.provisioning.ProvisioningRequest;
import dev.slipway.contracts.provisioning.RegionKind;
import dev.slipway.contracts.provisioning.RegionTarget;
import java.util.List;

/** Messages that tests send. */
public final class Samples {
    /** The operation of every sample. */
    public static final OperationReference OPERATION =
            new OperationReference("op-1", "6f1c1f4e-6f0e-4c53-9d0b-3a54c2b7a001", "demo");

    private Samples() {}

    /** Returns a request for one control plane node and one worker. */
    public static ProvisioningRequest request() {
        return request(
                new ContainerHosts("slipway", "172.30.0.1", "slipway/container-host:latest"),
                "http://127.0.0.1:1",
                "00");
    }

    static ProvisioningRequest request(ContainerHosts region, String packageUrl, String indexSha256) {
        var prefix = region.gateway().substring(0, region.gateway().indexOf(".0.1"));
        return new ProvisioningRequest(
                OPERATION,
                new RegionTarget(RegionKind.CONTAINER_HOSTS, region),
                List.of(
                        host("demo-control-plane-1", NodeRole.CONTROL_PLANE, prefix + ".1.10"),
                        host("demo-worker-1", NodeRole.WORKER, prefix + ".2.10")),
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBhsaNnvQXpUKeklH5QJkEC1OkZNDtABaZkZj4+OpKfO test\n",
                packageUrl,
                indexSha256);
    }

    private static HostRequest host(String name, NodeRole role, String address) {
        return new HostRequest(name, role, "zone-a", address, 1, 1024, 10);
    }

    static ProvisionedHosts hosts() {
        return new ProvisionedHosts(
                List.of(new ProvisionedHost("demo-worker-1", NodeRole.WORKER, "zone-a", "172.30.2.10")));
    }

    static PlanSummary plan() {
        return new PlanSummary(1, 0, 0, List.of(new ResourceChange("docker_container.host", "create")));
    }
}
