package dev.slipway.cli.purge;

import dev.slipway.cli.api.SlipwayApi;
import dev.slipway.cli.failure.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a platform says it has outside of its own folders.
 *
 * @param clusters the ids of clusters whose hosts it has made, by their names
 * @param registered the hosts that people brought, by the names of the clusters that use them
 * @param networks the networks of all its regions
 * @param unseen why it could not be asked
 */
record Holdings(
        Map<String, String> clusters,
        Map<String, List<String>> registered,
        Set<String> networks,
        @Nullable String unseen) {
    /** Nothing: no platform was ever started. */
    static Holdings none() {
        return new Holdings(Map.of(), Map.of(), Set.of(), null);
    }

    /** What the platform behind this API answers; where it does not, that is what is known. */
    static Holdings of(Supplier<SlipwayApi> platform) {
        try {
            return of(platform.get());
        } catch (ProblemException e) {
            return new Holdings(Map.of(), Map.of(), Set.of(), e.getMessage());
        }
    }

    private static Holdings of(SlipwayApi api) {
        Map<String, String> clusters = new LinkedHashMap<>();
        Map<String, List<String>> registered = new LinkedHashMap<>();
        for (JsonNode cluster : api.all("/clusters")) {
            String name = cluster.path("name").asString("");
            if (cluster.path("spec").path("deployMode").asString("").equals("MANUAL")) {
                registered.put(name, hosts(cluster));
            } else {
                clusters.put(name, cluster.path("id").asString(""));
            }
        }
        Set<String> networks = new LinkedHashSet<>();
        api.all("/regions")
                .forEach(region -> networks.add(
                        region.path("containerHosts").path("network").asString("")));
        networks.remove("");
        return new Holdings(clusters, registered, networks, null);
    }

    private static List<String> hosts(JsonNode cluster) {
        List<String> hosts = new ArrayList<>();
        cluster.path("spec")
                .path("hosts")
                .forEach(host -> hosts.add(host.path("host").asString("")));
        return hosts;
    }
}
