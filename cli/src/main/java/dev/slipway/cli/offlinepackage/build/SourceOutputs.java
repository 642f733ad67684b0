package dev.slipway.cli.offlinepackage.build;

import dev.slipway.cli.checksum.Sha256;
import dev.slipway.cli.external.ExternalProgram;
import dev.slipway.cli.gobuild.ChecksumMismatchException;
import dev.slipway.cli.gobuild.GoBuilder;
import dev.slipway.cli.gobuild.GoModule;
import dev.slipway.cli.gobuild.GoProgram;
import dev.slipway.cli.gobuild.GoSettings;
import dev.slipway.cli.offlinepackage.debian.PackageClosure;
import dev.slipway.cli.offlinepackage.recipe.Build;
import dev.slipway.cli.offlinepackage.recipe.Component;
import dev.slipway.cli.offlinepackage.recipe.Program;
import dev.slipway.cli.offlinepackage.recipe.Source;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a component's source into files: programs by their output names, or packages. */
final class SourceOutputs {
    private final GoBuilder go;
    private final PackageClosure debian;
    private final Path recipes;

    SourceOutputs(GoBuilder go, PackageClosure debian, Path recipes) {
        this.go = go;
        this.debian = debian;
        this.recipes = recipes;
    }

    Map<String, Path> make(Component component, Path working) throws IOException {
        return switch (component.source()) {
            case Source.Go source -> programs(component, source.module(), working);
            case Source.Debian source -> packages(source, working);
            case Source.Download source -> download(source, working);
        };
    }

    private Map<String, Path> programs(Component component, GoModule module, Path working) {
        Map<String, Path> outputs = new LinkedHashMap<>();
        for (Program program : component.programs()) {
            String cFile = program.cFile();
            if (cFile != null) {
                Path output = working.resolve(program.output());
                outputs.put(program.output(), compile(go.source(module).resolve(cFile), output));
            }
        }
        go.build(goPrograms(component, module))
                .forEach(file -> outputs.put(file.getFileName().toString(), file));
        return outputs;
    }

    /** Takes away the programs that were built of a component's source. */
    void forget(Component component) throws IOException {
        if (component.source() instanceof Source.Go source) {
            go.forget(goPrograms(component, source.module()));
        }
    }

    private List<GoProgram> goPrograms(Component component, GoModule module) {
        return component.programs().stream()
                .filter(program -> program.cFile() == null)
                .map(program -> goProgram(component.build(), program, module))
                .toList();
    }

    private GoProgram goProgram(@Nullable Build build, Program program, GoModule module) {
        Build settings = build == null ? new Build(null, false, "", "", List.of()) : build;
        String mainFolder = settings.mainFolder();
        return new GoProgram(
                module,
                program.packagePath() == null ? "." : program.packagePath(),
                program.output(),
                new GoSettings(settings.cgo(), settings.tags(), settings.ldflags()),
                mainFolder == null ? null : recipes.resolve(mainFolder));
    }

    private static Path compile(Path source, Path output) {
        ExternalProgram.of("gcc", "-Os", "-Wall", "-static", "-s", "-o")
                .and(List.of(output.toString(), source.toString()))
                .run();
        return output;
    }

    private Map<String, Path> packages(Source.Debian source, Path working) throws IOException {
        Map<String, Path> outputs = new LinkedHashMap<>();
        for (Path file : debian.fetch(source.debianPackages(), working)) {
            outputs.put(file.getFileName().toString(), file);
        }
        return outputs;
    }

    private static Map<String, Path> download(Source.Download source, Path working) throws IOException {
        URI address = URI.create(source.url());
        Path file = working.resolve(Path.of(address.getPath()).getFileName().toString());
        try (InputStream input = address.toURL().openStream()) {
            Files.copy(input, file);
        }
        String found = Sha256.of(file);
        if (!found.equals(source.sha256())) {
            throw new ChecksumMismatchException(source.url(), source.sha256(), found);
        }
        return Map.of(file.getFileName().toString(), file);
    }
}
