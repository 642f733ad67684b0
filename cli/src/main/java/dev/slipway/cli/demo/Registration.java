package dev.slipway.cli.demo;

import dev.slipway.cli.api.SlipwayApi;
import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.instance.HostNetwork;
import dev.slipway.cli.progress.Detail;
import dev.slipway.cli.waiting.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells the platform what the demo cluster is made of: region, zone, deploy plan and package. */
final class Registration {
    private static final Map<String, Object> SIZE = Map.of("cpus", 2, "memoryMebibytes", 2048, "diskGibibytes", 20);

    private static final String PLAN = "demo";
    private static final String ZONE = "zone-a";
    private static final JsonMapper JSON = new JsonMapper();

    private static final Waiting PATIENCE = Waiting.upTo(Duration.ofMinutes(10));

    private final SlipwayApi api;
    private final HostNetwork network;

    Registration(SlipwayApi api, HostNetwork network) {
        this.api = api;
        this.network = network;
    }

    void places(String hostImage) {
        region(hostImage);
        zone();
        ensure(
                "/deploy-plans",
                Map.of(
                        "name",
                        PLAN,
                        "deployModel",
                        "SINGLE_CONTROL_PLANE",
                        "region",
                        "local",
                        "zones",
                        List.of(ZONE),
                        "controlPlaneSize",
                        SIZE,
                        "workerSize",
                        SIZE));
    }

    /**
     * Registers the package at an address, or has it looked at again when it is not known to be right, and refuses one
     * that cannot be used. While a package is looked at nobody can make clusters of it.
     */
    void offlinePackage(String url, String indexSha256, Detail detail) {
        JsonNode known = api.all("/packages").stream()
                .filter(item -> item.path("url").asString("").equals(url))
                .findFirst()
                .map(item -> isRight(item, indexSha256) ? item : check(item))
                .orElseGet(() -> api.client().post("/packages", Map.of("url", url)));
        refuseUnusable(url, verified(known, detail).orElseGet(() -> awaitVerified(known, detail)));
    }

    private static boolean isRight(JsonNode known, String indexSha256) {
        return known.path("state").asString("").equals("ONLINE")
                && known.path("indexSha256").asString("").equals(indexSha256);
    }

    private JsonNode check(JsonNode known) {
        return api.client().act("/packages/" + known.path("id").asString() + "/check");
    }

    private JsonNode awaitVerified(JsonNode known, Detail detail) {
        return PATIENCE.answer(
                () -> verified(api.client().get("/packages/" + known.path("id").asString()), detail),
                () -> new ProblemException(
                        "The offline package is not verified after "
                                + PATIENCE.patience().toMinutes() + " min",
                        "the log: slipway logs plan-service"));
    }

    private static Optional<JsonNode> verified(JsonNode checked, Detail detail) {
        detail.is("%d of %d files verified"
                .formatted(
                        checked.path("verified").asInt(0), checked.path("total").asInt(0)));
        return Optional.of(checked)
                .filter(known -> !known.path("state").asString("").equals("VERIFYING"));
    }

    private static void refuseUnusable(String url, JsonNode checked) {
        String state = checked.path("state").asString("");
        if (!state.equals("ONLINE")) {
            throw new ProblemException("The offline package at %s is %s: %s"
                    .formatted(url, state, checked.path("message").asString("")));
        }
    }

    private void region(String hostImage) {
        Map<String, Object> hosts = Map.of("network", network.name(), "subnet", network.subnet(), "image", hostImage);
        Map<String, Object> region = Map.of("name", "local", "kind", "CONTAINER_HOSTS", "containerHosts", hosts);
        JsonNode present = ensure("/regions", region);
        JsonNode known = present.path("containerHosts");
        if (differs(known, hosts, "network", "subnet")) {
            move(known);
        }
        if (differs(known, hosts, "network", "subnet", "image")) {
            api.client().put("/regions/" + present.path("id").asString(), region);
        }
    }

    /** Makes room for other addresses: a zone has its own in those of its region, and the plan keeps the zone. */
    private void move(JsonNode from) {
        List<String> clusters = api.all("/clusters").stream()
                .filter(cluster ->
                        !cluster.path("spec").path("deployMode").asString("").equals("MANUAL"))
                .map(cluster -> cluster.path("name").asString(""))
                .toList();
        if (!clusters.isEmpty()) {
            throw new ProblemException(
                    "The hosts of %s have addresses of %s on the network %s; those of the region cannot become %s on %s"
                            .formatted(
                                    String.join(", ", clusters),
                                    from.path("subnet").asString(""),
                                    from.path("network").asString(""),
                                    network.subnet(),
                                    network.name()),
                    "keep them: SLIPWAY_NETWORK=%s SLIPWAY_SUBNET=%s slipway up"
                            .formatted(
                                    from.path("network").asString(""),
                                    from.path("subnet").asString("")),
                    "or delete those clusters first: slipway cluster delete <name> --wait");
        }
        remove("/deploy-plans", PLAN);
        remove("/zones", ZONE);
    }

    private void remove(String collection, String name) {
        api.find(collection, name)
                .ifPresent(item ->
                        api.client().delete(collection + "/" + item.path("id").asString()));
    }

    /** Its addresses are those of the first start until a person changes them; a region that moved has no zone. */
    private void zone() {
        ensure("/zones", Map.of("name", ZONE, "region", "local", "addressRange", range()));
    }

    private static boolean differs(JsonNode known, Map<String, Object> wanted, String... fields) {
        return Stream.of(fields)
                .anyMatch(field -> !known.path(field).asString("").equals(wanted.get(field)));
    }

    private JsonNode ensure(String collection, Map<String, Object> wanted) {
        return api.find(collection, String.valueOf(wanted.get("name"))).orElseGet(() -> {
            api.client().post(collection, wanted);
            return JSON.valueToTree(wanted);
        });
    }

    private Map<String, Object> range() {
        return Map.of("first", network.address(1, 10), "last", network.address(1, 250));
    }
}
