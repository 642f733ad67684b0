package dev.slipway.contracts.provisioning;

import java.util.List;

/** All hosts of the cluster after provisioning. */
public record ProvisionedHosts(List<ProvisionedHost> hosts) {}
