package dev.slipway.cli.offlinepackage.build;

import dev.slipway.cli.offlinepackage.debian.DebianSources;
import dev.slipway.cli.offlinepackage.recipe.Component;
import dev.slipway.cli.offlinepackage.recipe.Recipe;
import dev.slipway.cli.offlinepackage.recipe.Source;
import java.io.IOException;
import java.util.List;

/** Refuses sources that this machine cannot fetch from before anything is built: that would fail only late. */
record SourceCheck(DebianSources debian, ComponentStore store, ComponentDigest digests) {
    static SourceCheck of(Recipe recipe, PackageFolders folders) {
        return new SourceCheck(
                DebianSources.of(System.getenv()),
                new ComponentStore(folders.components()),
                new ComponentDigest(recipe, folders.recipes()));
    }

    /** Checks the sources of those components that are not built yet. */
    void unbuilt(List<Component> components) throws IOException {
        for (Component component : components) {
            if (store.find(component.name(), digests.of(component)).isEmpty()) {
                source(component);
            }
        }
    }

    /** Checks the source of a component, whatever is kept of it. */
    void source(Component component) throws IOException {
        if (component.source() instanceof Source.Debian) {
            debian.require();
        }
    }
}
