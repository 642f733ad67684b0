package dev.slipway.cli.cluster;

import dev.slipway.cli.command.OutputOption;
import dev.slipway.cli.command.Surroundings;
import dev.slipway.cli.failure.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Asks for a cluster. */
@Command(
        name = "create",
        description = "Create a cluster from a file, or on hosts made from a deploy plan.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway cluster create --name test --package-version 1.37.2 --deploy-plan demo --workers 1 --wait",
            "  slipway cluster create -f cluster.yaml",
        })
final class ClusterCreate implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private OutputOption output = new OutputOption();

    @ArgGroup(multiplicity = "1")
    private Wish wish = new Wish();

    @Mixin
    private WaitOption wait = new WaitOption();

    ClusterCreate(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    static final class Wish {
        @Option(
                names = {"-f", "--file"},
                description = "The cluster as YAML or JSON, as the API takes it.")
        private @Nullable Path file;

        @ArgGroup(exclusive = false)
        private @Nullable PlannedCluster planned;
    }

    @Override
    public Integer call() {
        JsonNode answer = surroundings.api().client().post("/clusters", spec());
        return new Accepted(surroundings, answer).tell(output.json(), wait.asked());
    }

    private Object spec() {
        if (wish.file == null) {
            return wish.planned == null ? new PlannedCluster().spec() : wish.planned.spec();
        }
        if (!Files.isReadable(wish.file)) {
            throw new ProblemException("The file " + wish.file + " cannot be read");
        }
        return new YAMLMapper().readTree(wish.file.toFile());
    }
}
