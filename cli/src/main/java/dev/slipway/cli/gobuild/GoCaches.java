package dev.slipway.cli.gobuild;

import dev.slipway.cli.external.ExternalProgram;
import java.nio.file.Path;
import java.util.List;

/**
 * Where Go and the programs built by it are kept.
 *
 * @param builds Go's cache of compiled packages
 * @param modules Go's cache of fetched modules
 * @param programs finished programs, one folder per digest
 */
public record GoCaches(Path builds, Path modules, Path programs) {
    /** The caches under Slipway's own cache folder. */
    public static GoCaches under(Path cache) {
        return new GoCaches(cache.resolve("go/build"), cache.resolve("go/modules"), cache.resolve("go-programs"));
    }

    /** The go command, using these caches and the installed toolchain only. */
    ExternalProgram go(String... arguments) {
        return ExternalProgram.of("go")
                .and(List.of(arguments))
                .with("GOCACHE", builds.toString())
                .with("GOMODCACHE", modules.toString())
                // Folders of fetched modules stay open, so that everybody can delete their own cache.
                .with("GOFLAGS", "-mod=mod -modcacherw")
                // The compiler collects garbage less often, within limits: a fifth of its work less.
                .with("GOGC", "400")
                .with("GOMEMLIMIT", "1GiB")
                .with("GOWORK", "off")
                .with("GOTOOLCHAIN", "local");
    }
}
