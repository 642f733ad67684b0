package dev.slipway.cli;

import dev.slipway.cli.command.Surroundings;
import dev.slipway.cli.external.ExternalProgram;
import dev.slipway.cli.failure.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows logs of the platform's programs. */
@Command(
        name = "logs",
        description = "Show the logs of the platform's programs.",
        footerHeading = "%nExamples:%n",
        footer = {"  slipway logs", "  slipway logs plan-service -f -n 200"})
final class LogsCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(arity = "0..1", paramLabel = "PROGRAM", description = "Only this one's log.")
    private @Nullable String program;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on showing what is added.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "50",
            description = "How many lines of the end to begin with (${DEFAULT-VALUE}).")
    private int lines = 50;

    LogsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<String> options = new ArrayList<>(List.of("-n", Integer.toString(lines)));
        if (follow) {
            options.add("-F");
        }
        files().forEach(file -> options.add(file.toString()));
        return ExternalProgram.of("tail").and(options).show(surroundings.out());
    }

    private List<Path> files() {
        List<Path> all = all();
        List<Path> chosen = all.stream()
                .filter(file -> program == null || file.getFileName().toString().equals(program + ".log"))
                .toList();
        if (chosen.isEmpty()) {
            throw new ProblemException(
                    program == null ? "There are no logs yet" : "There is no log of " + program,
                    all.isEmpty() ? "start the platform: slipway up" : "there are: " + names(all));
        }
        return chosen;
    }

    private List<Path> all() {
        Path folder = surroundings.instance().home().logs();
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String names(List<Path> files) {
        return String.join(
                ", ",
                files.stream()
                        .map(file -> file.getFileName().toString().replace(".log", ""))
                        .toList());
    }
}
