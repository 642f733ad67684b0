package dev.slipway.contracts.installation;

import dev.slipway.contracts.operation.OperationReference;
import java.util.List;
import java.util.Map;

/**
 * Asks for a cluster on hosts that exist.
 *
 * @param kubernetesVersion without a leading v, as 1.37.2
 * @param packageUrl where the offline package answers, reachable from worker and hosts
 * @param packageIndexSha256 digest of the package's verified index
 * @param nodes control plane nodes first; the first one is initialised, the others join
 * @param labels labels of the cluster, put on each of its nodes
 */
public record InstallationRequest(
        OperationReference operation,
        String kubernetesVersion,
        String packageUrl,
        String packageIndexSha256,
        List<NodeTarget> nodes,
        NetworkSettings network,
        int apiPort,
        Map<String, String> labels) {}
