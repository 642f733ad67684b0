package dev.slipway.cli.gobuild;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Builds Go programs, each once; what is not whole is never found. */
public final class GoBuilder {
    private final GoCaches caches;

    /** A builder with the given caches. */
    public GoBuilder(GoCaches caches) {
        this.caches = caches;
    }

    /** The finished program: built now, or found as it was built before. */
    public Path build(GoProgram program) {
        Path folder = caches.programs().resolve(GoProgramDigest.of(program));
        Path file = folder.resolve(program.output());
        if (Files.exists(file)) {
            return file;
        }
        try {
            StagedFolder.publish(folder, staging -> compile(program, staging));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** The unpacked source of a module, once its checksum is seen to be right. */
    public Path source(GoModule module) {
        return inTemporaryFolder(folder -> {
            Files.writeString(folder.resolve("go.mod"), "module slipway.dev/source\ngo 1.26.0\n");
            return ModuleDownload.of(module, caches, folder).folder();
        });
    }

    private void compile(GoProgram program, Path target) {
        inTemporaryFolder(folder -> {
            Files.writeString(folder.resolve("go.mod"), "module slipway.dev/source\ngo 1.26.0\n");
            ModuleDownload download = ModuleDownload.of(program.module(), caches, folder);
            List<String> staged = program.module().stagingVersion() == null ? List.of() : download.stagedModules();
            new MainModule(program, staged).writeTo(folder);
            return compile(program, folder, target.resolve(program.output()));
        });
    }

    private Path compile(GoProgram program, Path folder, Path output) {
        GoSettings settings = program.settings();
        String ldflags = ("-s -w " + settings.ldflags()).strip();
        caches.go("build", "-trimpath", "-buildvcs=false", "-tags", settings.tags(), "-ldflags", ldflags)
                .and(List.of("-o", output.toString(), program.packagePath()))
                .with("CGO_ENABLED", settings.cgo() ? "1" : "0")
                .in(folder)
                .run();
        return output;
    }

    private static <T> T inTemporaryFolder(FolderWork<T> work) {
        try {
            Path folder = Files.createTempDirectory("slipway-go-");
            try {
                return work.in(folder);
            } finally {
                StagedFolder.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something done in a folder of its own. */
    @FunctionalInterface
    private interface FolderWork<T> {
        T in(Path folder) throws IOException;
    }
}
