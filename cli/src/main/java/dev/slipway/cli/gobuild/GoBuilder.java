package dev.slipway.cli.gobuild;

import dev.slipway.cli.files.StagedFolder;
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
        return build(List.of(program)).getFirst();
    }

    /** Finished programs of one module and settings: those that are missing are built in one run of the compiler. */
    public List<Path> build(List<GoProgram> programs) {
        List<GoProgram> missing = programs.stream()
                .filter(program -> !Files.exists(file(program)))
                .toList();
        if (!missing.isEmpty()) {
            inWorkingFolder(folder -> compile(missing, folder));
        }
        return programs.stream().map(this::file).toList();
    }

    /** Takes away what is kept of these programs. */
    public void forget(List<GoProgram> programs) throws IOException {
        for (GoProgram program : programs) {
            StagedFolder.forget(home(program));
        }
    }

    /** The unpacked source of a module, once its checksum is seen to be right. */
    public Path source(GoModule module) {
        return inWorkingFolder(folder -> {
            Files.writeString(folder.resolve("go.mod"), "module slipway.dev/source\ngo 1.26.0\n");
            return ModuleDownload.of(module, caches, folder).folder();
        });
    }

    private Path compile(List<GoProgram> programs, Path folder) throws IOException {
        GoProgram first = programs.getFirst();
        Files.writeString(folder.resolve("go.mod"), "module slipway.dev/source\ngo 1.26.0\n");
        ModuleDownload download = ModuleDownload.of(first.module(), caches, folder);
        List<String> staged = first.module().stagingVersion() == null ? List.of() : download.stagedModules();
        new MainModule(first, staged).writeTo(folder);
        Path built = Files.createDirectory(folder.resolve("slipway-built"));
        compile(first.settings(), programs, folder, built);
        for (GoProgram program : programs) {
            StagedFolder.publish(
                    home(program),
                    staging -> Files.move(built.resolve(program.executable()), staging.resolve(program.output())));
        }
        return built;
    }

    /** Programs are stripped, so nothing for debuggers is made in the first place: a tenth of the work. */
    private void compile(GoSettings settings, List<GoProgram> programs, Path folder, Path built) {
        String ldflags = ("-s -w " + settings.ldflags()).strip();
        caches.go(
                        folder,
                        "build",
                        "-trimpath",
                        "-buildvcs=false",
                        "-gcflags=all=-dwarf=false",
                        "-tags",
                        settings.tags())
                .and(List.of("-ldflags", ldflags, "-o", built + "/"))
                .and(programs.stream().map(GoProgram::packagePath).toList())
                .with("CGO_ENABLED", settings.cgo() ? "1" : "0")
                .run();
    }

    private Path file(GoProgram program) {
        return home(program).resolve(program.output());
    }

    private Path home(GoProgram program) {
        return caches.programs().resolve(GoProgramDigest.of(program));
    }

    private <T> T inWorkingFolder(FolderWork<T> work) {
        try {
            Path folder = caches.workingFolder();
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
