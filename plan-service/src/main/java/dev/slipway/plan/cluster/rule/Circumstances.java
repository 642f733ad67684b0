package dev.slipway.plan.cluster.rule;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the rules need to know about the world.
 *
 * @param nameTaken another cluster has the name
 * @param offlinePackage the package of the asked version, when there is one
 * @param deployPlan the named deploy plan, when there is one
 * @param hosts those of the named hosts that exist, by name
 * @param platform networks and addresses that the platform itself uses
 * @param packageVersions the versions that there are packages of
 */
public record Circumstances(
        boolean nameTaken,
        @Nullable PackageFacts offlinePackage,
        @Nullable PlanFacts deployPlan,
        Map<String, HostFacts> hosts,
        List<UsedNetwork> platform,
        List<String> packageVersions) {}
