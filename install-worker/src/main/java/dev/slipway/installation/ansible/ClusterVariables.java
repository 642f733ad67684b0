package dev.slipway.installation.ansible;

import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.installation.NetworkSettings;
import dev.slipway.installation.offline.PackageIndex;
import dev.slipway.installation.offline.PackageIndex.PackageFile;
import dev.slipway.installation.offline.PackageIndex.PackageImage;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The variables every playbook gets about the cluster and its package. */
final class ClusterVariables {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String FILES = "files/";

    private ClusterVariables() {}

    static String json(InstallationRequest request, PackageIndex index) {
        Map<String, Object> variables = cluster(request);
        variables.put("slipway_package", offlinePackage(request.packageUrl(), index));
        return MAPPER.writeValueAsString(variables);
    }

    /** The variables of a reset, which needs no package: it may be gone when a cluster is deleted. */
    static String json(InstallationRequest request) {
        return MAPPER.writeValueAsString(cluster(request));
    }

    private static Map<String, Object> cluster(InstallationRequest request) {
        var variables = new LinkedHashMap<String, Object>();
        variables.put("slipway_cluster_id", request.operation().clusterId());
        variables.put("slipway_cluster_name", request.operation().clusterName());
        variables.put("slipway_kubernetes_version", request.kubernetesVersion());
        variables.put("slipway_api_port", request.apiPort());
        variables.putAll(network(request.network()));
        return variables;
    }

    private static Map<String, Object> network(NetworkSettings network) {
        return Map.of(
                "slipway_pod_network", network.podNetwork(),
                "slipway_service_network", network.serviceNetwork(),
                "slipway_node_mask", network.nodeMask(),
                "slipway_pods_per_node", network.podsPerNode(),
                "slipway_flannel_backend",
                        network.flannelBackend().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "slipway_proxy_mode", network.proxyMode().name().toLowerCase(Locale.ROOT));
    }

    private static Map<String, Object> offlinePackage(String url, PackageIndex index) {
        return Map.of(
                "url",
                url,
                "address",
                URI.create(url).getHost(),
                "files",
                files(url, index),
                "images",
                images(index, PackageImage::reference),
                "image_digests",
                images(index, PackageImage::digest));
    }

    private static Map<String, Object> files(String url, PackageIndex index) {
        var files = new TreeMap<String, Object>();
        for (PackageFile file : index.files()) {
            if (file.path().startsWith(FILES)) {
                files.put(
                        file.path().substring(FILES.length()),
                        Map.of("url", url + "/" + file.path(), "sha256", file.sha256()));
            }
        }
        return files;
    }

    private static Map<String, String> images(PackageIndex index, Function<PackageImage, String> what) {
        return index.images().stream()
                .collect(Collectors.toMap(PackageImage::repository, what, (one, other) -> other, TreeMap::new));
    }
}
