package dev.slipway.cli.offlinepackage.build;

import dev.slipway.cli.offlinepackage.index.FileKind;
import dev.slipway.cli.offlinepackage.index.IndexedFile;
import dev.slipway.cli.offlinepackage.recipe.Component;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * One component under work.
 *
 * @param component what is built
 * @param outputs what was made of its source, by name
 * @param staging where its products go
 * @param working a folder that is thrown away
 */
record Workbench(Component component, Map<String, Path> outputs, Path staging, Path working) {
    Path output(String name) {
        Path only = outputs.size() == 1 ? outputs.values().iterator().next() : null;
        return Objects.requireNonNull(outputs.getOrDefault(name, only), () -> "Nothing made " + name);
    }

    Path served(String path) {
        return staging.resolve("package").resolve(path);
    }

    IndexedFile indexed(String path, FileKind kind) {
        return indexed(path, kind, component.version());
    }

    IndexedFile indexed(String path, FileKind kind, String version) {
        return new IndexedFile(path, kind, component.name(), version, component.licence(), 0, "")
                .measured(served(path));
    }
}
