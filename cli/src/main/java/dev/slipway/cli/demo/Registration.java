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
import tools.jackson.databind.JsonNode;

/** Tells the platform what the demo cluster is made of: region, zone, deploy plan and package. */
final class Registration {
    private static final Map<String, Object> SIZE = Map.of("cpus", 2, "memoryMebibytes", 2048, "diskGibibytes", 20);

    private static final Waiting PATIENCE = Waiting.upTo(Duration.ofMinutes(10));

    private final SlipwayApi api;
    private final HostNetwork network;

    Registration(SlipwayApi api, HostNetwork network) {
        this.api = api;
        this.network = network;
    }

    void places(String hostImage) {
        region(hostImage);
        ensure("/zones", Map.of("name", "zone-a", "region", "local", "addressRange", range()));
        ensure(
                "/deploy-plans",
                Map.of(
                        "name",
                        "demo",
                        "deployModel",
                        "SINGLE_CONTROL_PLANE",
                        "region",
                        "local",
                        "zones",
                        List.of("zone-a"),
                        "controlPlaneSize",
                        SIZE,
                        "workerSize",
                        SIZE));
    }

    /** Registers the package at an address, or has it looked at again, and refuses one that cannot be used. */
    void offlinePackage(String url, Detail detail) {
        JsonNode known = api.all("/packages").stream()
                .filter(item -> item.path("url").asString("").equals(url))
                .findFirst()
                .orElse(null);
        JsonNode checked = known == null
                ? api.client().post("/packages", Map.of("url", url))
                : api.client().act("/packages/" + known.path("id").asString() + "/check");
        refuseUnusable(url, verified(checked, detail).orElseGet(() -> awaitVerified(checked, detail)));
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
        Map<String, Object> region = Map.of(
                "name",
                "local",
                "kind",
                "CONTAINER_HOSTS",
                "containerHosts",
                Map.of("network", network.name(), "subnet", network.subnet(), "image", hostImage));
        JsonNode present = ensure("/regions", region);
        if (!present.path("containerHosts").path("image").asString("").equals(hostImage)) {
            api.client().put("/regions/" + present.path("id").asString(), region);
        }
    }

    private JsonNode ensure(String collection, Map<String, Object> wanted) {
        return api.find(collection, String.valueOf(wanted.get("name")))
                .orElseGet(() -> api.client().post(collection, wanted));
    }

    private Map<String, Object> range() {
        return Map.of("first", network.address(1, 10), "last", network.address(1, 250));
    }
}
