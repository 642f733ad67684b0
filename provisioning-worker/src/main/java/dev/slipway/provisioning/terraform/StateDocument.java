package dev.slipway.provisioning.terraform;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The part of "terraform show -json" that we read: what is in the state. An empty state has no values. */
record StateDocument(@Nullable Values values) {
    record Values(@Nullable Module rootModule) {}

    record Module(
            @Nullable List<Resource> resources, @Nullable List<Module> childModules) {
        Stream<Resource> all() {
            var own = resources == null ? Stream.<Resource>empty() : resources.stream();
            return childModules == null
                    ? own
                    : Stream.concat(own, childModules.stream().flatMap(Module::all));
        }
    }

    record Resource(Attributes values) {}

    record Attributes(@Nullable String id) {}

    static StateDocument read(String json) {
        return Json.MAPPER.readValue(json, StateDocument.class);
    }

    Set<String> ids() {
        return resources()
                .flatMap(resource -> Optional.ofNullable(resource.values().id()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Resource> resources() {
        var root = values == null ? null : values.rootModule();
        return root == null ? Stream.empty() : root.all();
    }
}
