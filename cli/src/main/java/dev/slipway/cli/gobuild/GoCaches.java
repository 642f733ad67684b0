package dev.slipway.cli.gobuild;

import dev.slipway.cli.external.ExternalProgram;
import dev.slipway.cli.files.StagedFolder;
import java.io.IOException;
import java.nio.file.Files;
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
    private static final String TEMPORARY = "temporary";

    /** The caches under Slipway's own cache folder. */
    public static GoCaches under(Path cache) {
        return new GoCaches(cache.resolve("go/build"), cache.resolve("go/modules"), cache.resolve("go-programs"));
    }

    /** A folder for the work of one run of go, whose own work stays in it, too; the caller deletes it. */
    Path workingFolder() throws IOException {
        Path folder = StagedFolder.in(builds.resolveSibling("working"));
        Files.createDirectory(folder.resolve(TEMPORARY));
        return folder;
    }

    /** The go command in such a folder, using these caches and the installed toolchain only. */
    ExternalProgram go(Path workingFolder, String... arguments) {
        return ExternalProgram.of("go")
                .and(List.of(arguments))
                .in(workingFolder)
                .with("GOTMPDIR", workingFolder.resolve(TEMPORARY).toString())
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
