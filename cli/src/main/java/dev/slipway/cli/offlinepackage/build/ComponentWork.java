package dev.slipway.cli.offlinepackage.build;

import dev.slipway.cli.gobuild.GoBuilder;
import dev.slipway.cli.gobuild.GoCaches;
import dev.slipway.cli.offlinepackage.debian.DebianLock;
import dev.slipway.cli.offlinepackage.debian.DebianSources;
import dev.slipway.cli.offlinepackage.debian.OpenPgpKey;
import dev.slipway.cli.offlinepackage.debian.PackageClosure;
import dev.slipway.cli.offlinepackage.index.SigningKey;
import dev.slipway.cli.offlinepackage.recipe.Component;
import dev.slipway.cli.offlinepackage.recipe.Recipe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds a component as it was built before, or builds it, and tells the progress. */
record ComponentWork(
        ComponentDigest digests,
        ComponentStore store,
        ComponentBuilder builder,
        BuildProgress progress,
        BuiltComponents built) {
    static ComponentWork of(Recipe recipe, PackageFolders folders, BuildProgress progress, BuiltComponents built)
            throws IOException {
        Path recipes = folders.recipes();
        ComponentStore store = new ComponentStore(folders.components());
        String server = recipe.components().stream()
                .filter(ComponentSchedule::isServer)
                .map(Component::name)
                .findFirst()
                .orElse("");
        SourceOutputs sources = new SourceOutputs(
                new GoBuilder(GoCaches.under(folders.cache())),
                new PackageClosure(DebianSources.of(System.getenv()), DebianLock.in(recipes), progress::noted),
                recipes);
        OpenPgpKey aptKey = new OpenPgpKey(SigningKey.loadOrCreate(folders.aptKey()));
        ComponentBuilder builder = new ComponentBuilder(
                store,
                sources,
                new FileProducts(recipes, aptKey),
                new ImageProducts(server, folders.imageLayers()),
                folders.working());
        return new ComponentWork(new ComponentDigest(recipe, recipes), store, builder, progress, built);
    }

    /** Takes away whatever is kept of a component. */
    void forget(Component component) throws IOException {
        store.forget(component.name(), digests.of(component));
        builder.forgetSource(component);
    }

    void on(Component component) {
        try {
            String digest = digests.of(component);
            Optional<BuiltComponent> known = store.find(component.name(), digest);
            if (known.isEmpty()) {
                progress.started(component.name());
            }
            built.add(component.name(), known.isPresent() ? known.get() : builder.build(component, digest, built));
            progress.finished(component.name(), known.isPresent());
        } catch (IOException | RuntimeException e) {
            progress.failed(component.name(), String.valueOf(e.getMessage()));
            throw e instanceof RuntimeException failure
                    ? failure
                    : new UncheckedIOException(String.valueOf(e.getMessage()), (IOException) e);
        }
    }
}
