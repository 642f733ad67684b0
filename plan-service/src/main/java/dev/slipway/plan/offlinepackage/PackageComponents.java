package dev.slipway.plan.offlinepackage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a package is made of. */
public record PackageComponents(List<PackageComponent> items) {
    /** Copies the components. */
    public PackageComponents {
        items = List.copyOf(items);
    }

    /** One component, its version and its licence. */
    public record PackageComponent(
            String name, String version, @Nullable String licence) {}
}
