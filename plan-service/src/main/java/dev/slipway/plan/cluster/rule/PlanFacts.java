package dev.slipway.plan.cluster.rule;

import dev.slipway.plan.deployplan.DeployModel;
import java.util.List;
import java.util.UUID;

/**
 * What the rules need to know about a deploy plan.
 *
 * @param freeAddresses addresses of the plan's zones that no node has
 * @param networks the region's subnet and the zones' ranges
 */
public record PlanFacts(
        UUID id, DeployModel model, long freeAddresses, List<String> zones, List<UsedNetwork> networks) {}
