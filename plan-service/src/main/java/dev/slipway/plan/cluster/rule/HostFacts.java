package dev.slipway.plan.cluster.rule;

import org.jspecify.annotations.Nullable;

/**
 * What the rules need to know about a registered host.
 *
 * @param cluster name of the cluster that uses or claims the host, or another one at the same address
 * @param platform whether the address is one of the machine the platform runs on
 */
public record HostFacts(
        String name, String address, @Nullable String cluster, boolean platform) {}
