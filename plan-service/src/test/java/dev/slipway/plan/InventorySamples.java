package dev.slipway.plan;

import java.util.List;
import java.util.Map;

/** Things of the inventory as people send them. */
public final class InventorySamples {
    /** A small host. */
    public static final Map<String, Object> SIZE = Map.of("cpus", 2, "memoryMebibytes", 2048, "diskGibibytes", 20);

    private InventorySamples() {}

    /** Returns a credential with a password. */
    public static Map<String, Object> credential(String name) {
        return Map.of("name", name, "username", "root", "password", "secret");
    }

    /** Returns a host with the usual port. */
    public static Map<String, Object> host(String name, String address, String credential) {
        return Map.of("name", name, "address", address, "credential", credential);
    }

    /** Returns a region of container hosts. */
    public static Map<String, Object> region(String name, String subnet) {
        return Map.of(
                "name",
                name,
                "kind",
                "CONTAINER_HOSTS",
                "containerHosts",
                Map.of("network", "slipway", "subnet", subnet, "image", "slipway/container-host"));
    }

    /** Returns a zone of a region. */
    public static Map<String, Object> zone(String name, String region, String first, String last) {
        return Map.of("name", name, "region", region, "addressRange", Map.of("first", first, "last", last));
    }

    /** Returns a deploy plan of small hosts. */
    public static Map<String, Object> plan(String name, String region, String... zones) {
        return Map.of(
                "name",
                name,
                "deployModel",
                "SINGLE_CONTROL_PLANE",
                "region",
                region,
                "zones",
                List.of(zones),
                "controlPlaneSize",
                SIZE,
                "workerSize",
                SIZE);
    }
}
