package dev.slipway.cli.offlinepackage;

import dev.slipway.cli.files.StagedFolder;
import dev.slipway.cli.offlinepackage.build.PackageFolders;
import dev.slipway.cli.offlinepackage.debian.DebianLock;
import dev.slipway.cli.offlinepackage.debian.DebianSources;
import dev.slipway.cli.offlinepackage.debian.PackageClosure;
import dev.slipway.cli.offlinepackage.recipe.Component;
import dev.slipway.cli.offlinepackage.recipe.Recipes;
import dev.slipway.cli.offlinepackage.recipe.Source;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.progress.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Locks the Debian packages of all recipes at the versions that are served now. */
@Command(
        name = "lock",
        description = "Locks the Debian packages of all recipes at the versions served now; for developers of Slipway.")
final class PackageLockCommand implements Callable<Integer> {
    private final PackageFolders folders;
    private final PrintStream output;
    private final PrintStream progress;
    private final Clock clock;

    PackageLockCommand(PackageFolders folders, PrintStream output, PrintStream progress, Clock clock) {
        this.folders = folders;
        this.output = output;
        this.progress = progress;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        DebianLock nothing = new DebianLock(Map.of());
        PackageClosure closure = new PackageClosure(DebianSources.of(System.getenv()), nothing, _ -> {});
        List<Path> archives = new ArrayList<>();
        Path folder = Files.createTempDirectory("slipway-lock-");
        try {
            Set<List<String>> wanted = wanted();
            Progress steps = new Progress(progress, clock, wanted.size());
            for (List<String> packages : wanted) {
                Path place = Files.createTempDirectory(folder, "closure-");
                String what = "Debian packages of %s and what they need".formatted(packages.getFirst());
                archives.addAll(steps.step(what, () -> archives(closure, packages, place)));
            }
            DebianLock lock = DebianLock.of(archives);
            lock.write(folders.recipes());
            new Output(output).line(lock.entries().size() + " packages are locked in " + DebianLock.FILE);
        } finally {
            StagedFolder.delete(folder);
        }
        return 0;
    }

    private static List<Path> archives(PackageClosure closure, List<String> packages, Path place) {
        try {
            return closure.archives(packages, place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<List<String>> wanted() {
        Recipes recipes = new Recipes(folders.recipes());
        Set<List<String>> wanted = new LinkedHashSet<>();
        for (String name : recipes.names()) {
            for (Component component : recipes.read(name).components()) {
                if (component.source() instanceof Source.Debian debian) {
                    wanted.add(debian.debianPackages());
                }
            }
        }
        return wanted;
    }
}
