package dev.slipway.cli.platform.programs;

import dev.slipway.cli.gobuild.BuiltProgram;
import dev.slipway.cli.gobuild.GoBuilder;
import dev.slipway.cli.gobuild.GoCaches;
import dev.slipway.cli.gobuild.GoModule;
import dev.slipway.cli.gobuild.GoProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A platform whose programs were built before: each only has its own name in it. */
public final class BuiltPlatform {
    private static final GoModule MODULE = new GoModule("example.org/platform", "v1.0.0", "h1:x", null, null);

    private BuiltPlatform() {}

    /** The programs of these names, of one module, kept in a folder. */
    public static PlatformPrograms in(Path folder, String... names) throws IOException {
        GoCaches caches = GoCaches.under(folder);
        StringBuilder recipe = new StringBuilder("""
                name: platform
                components:
                  - source: {goModule: example.org/other, version: v1.0.0, sum: "h1:y"}
                    build: {programs: [{output: other, package: example.org/other}]}
                  - source: {goModule: example.org/platform, version: v1.0.0, sum: "h1:x"}
                    build:
                      programs:
                """);
        for (String name : names) {
            String main = "example.org/platform/cmd/" + name;
            recipe.append("        - {output: %s, package: %s}%n".formatted(name, main));
            BuiltProgram.in(caches, GoProgram.plain(MODULE, main, name), name);
        }
        return new PlatformPrograms(Files.writeString(folder.resolve("platform.yaml"), recipe), new GoBuilder(caches));
    }
}
