package dev.slipway.cli.address;

import dev.slipway.cli.api.SlipwayApi;
import dev.slipway.cli.failure.ProblemException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An address that nobody gets until it is released.
 *
 * @param zone the zone it belongs to
 * @param lock what the API says of it
 */
record LockedAddress(JsonNode zone, JsonNode lock) {
    /** All that there are, or those of the zone of the given name or id. */
    static List<LockedAddress> all(SlipwayApi api, @Nullable String zone) {
        return zones(api, zone)
                .flatMap(found -> api.all(path(found)).stream().map(lock -> new LockedAddress(found, lock)))
                .toList();
    }

    private static Stream<JsonNode> zones(SlipwayApi api, @Nullable String zone) {
        return zone == null
                ? api.all("/zones").stream()
                : Stream.of(api.find("/zones", zone)
                        .orElseThrow(() -> new ProblemException(
                                "There is no zone " + zone, "leave --zone out to see all: slipway address list")));
    }

    private static String path(JsonNode zone) {
        return "/zones/" + zone.path("id").asString() + "/locked-addresses";
    }

    String path() {
        return path(zone) + "/" + text("id");
    }

    String zoneName() {
        return zone.path("name").asString("");
    }

    String text(String field) {
        return lock.path(field).asString("");
    }
}
