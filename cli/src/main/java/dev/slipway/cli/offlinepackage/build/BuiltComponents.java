package dev.slipway.cli.offlinepackage.build;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The components of one recipe that are whole by now. */
final class BuiltComponents {
    private final Map<String, BuiltComponent> components = new ConcurrentHashMap<>();

    void add(String name, BuiltComponent component) {
        components.put(name, component);
    }

    BuiltComponent get(String name) {
        return Objects.requireNonNull(components.get(name), () -> name + " is not built yet");
    }
}
