package dev.slipway.cli.offlinepackage;

import dev.slipway.cli.command.OutputOption;
import dev.slipway.cli.offlinepackage.build.PackageBuilder;
import dev.slipway.cli.offlinepackage.build.PackageFolders;
import dev.slipway.cli.offlinepackage.build.PackageRecord;
import dev.slipway.cli.offlinepackage.recipe.Recipes;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.progress.Detail;
import dev.slipway.cli.progress.Progress;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Builds packages. */
@Command(name = "build", description = "Builds offline packages; what is already built is kept.")
final class PackageBuildCommand implements Callable<Integer> {
    private final PackageFolders folders;
    private final PrintStream output;
    private final PrintStream progress;
    private final Clock clock;

    @Parameters(arity = "0..*", paramLabel = "RECIPE", description = "Recipes or Kubernetes versions; all when none.")
    private List<String> names = List.of();

    @Option(names = "--component", paramLabel = "NAME", description = "Build only this component, and build it anew.")
    private @Nullable String component;

    @Mixin
    private OutputOption format = new OutputOption();

    PackageBuildCommand(PackageFolders folders, PrintStream output, PrintStream progress, Clock clock) {
        this.folders = folders;
        this.output = output;
        this.progress = progress;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        List<String> wanted = names.isEmpty() ? new Recipes(folders.recipes()).names() : names;
        Progress steps = new Progress(progress, clock, wanted.size());
        List<PackageRecord> built = new ArrayList<>();
        for (String name : wanted) {
            String recipe = name.startsWith("kubernetes-") ? name : "kubernetes-" + name;
            steps.step("Offline package " + recipe, detail -> build(recipe, detail))
                    .ifPresent(built::add);
        }
        Output answer = new Output(output);
        if (format.json()) {
            answer.json(built);
        } else {
            built.forEach(one -> answer.line(line(one)));
        }
        return 0;
    }

    private Optional<PackageRecord> build(String recipe, Detail detail) {
        PackageBuilder builder = new PackageBuilder(folders, new PackageProgress(detail, clock), clock);
        String only = component;
        if (only == null) {
            return Optional.of(builder.build(recipe));
        }
        builder.rebuild(recipe, only);
        return Optional.empty();
    }

    private static String line(PackageRecord built) {
        return "%s is image %s, %d MB".formatted(built.name(), built.image(), built.size() / 1_000_000);
    }
}
