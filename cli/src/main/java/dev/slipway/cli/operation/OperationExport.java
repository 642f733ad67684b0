package dev.slipway.cli.operation;

import dev.slipway.cli.command.Surroundings;
import dev.slipway.cli.failure.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Writes the record of an operation to a file. */
@Command(
        name = "export",
        description = "Write everything kept about an operation to one JSON file, also when its cluster is gone.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway operation export 3f6c...",
            "  slipway operation export 3f6c... --file - | jq '.steps[] | {step, state, begun}'"
        })
final class OperationExport implements Callable<Integer> {
    private static final String STANDARD_OUTPUT = "-";
    private static final int SHORT_ID = 8;

    private final Surroundings surroundings;

    @Parameters(paramLabel = "ID", description = "The operation.")
    private String id = "";

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Where to write it, - for standard output (operation-<cluster>-<kind>-<id>.json).")
    private @Nullable String file;

    @Option(names = "--force", description = "Write over a file that is there.")
    private boolean force;

    OperationExport(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try {
            if (STANDARD_OUTPUT.equals(file)) {
                print();
            } else {
                write(Path.of(file == null ? name() : file).toAbsolutePath());
            }
            return 0;
        } catch (IOException e) {
            throw new ProblemException(
                    "The record could not be written as a whole: " + e.getMessage(),
                    e,
                    "see whether the platform runs and the disk has room: slipway status",
                    "ask again: slipway operation export " + id);
        }
    }

    private void print() throws IOException {
        try (InputStream record = open()) {
            record.transferTo(surroundings.out());
        }
        surroundings.out().flush();
    }

    private void write(Path target) throws IOException {
        if (Files.exists(target) && !force) {
            throw new ProblemException(
                    "The file " + target + " is there already",
                    "write over it: --force",
                    "or name another: --file FILE");
        }
        try (InputStream record = open()) {
            long size = new NewFile(target, force).write(record);
            surroundings.output().line("%s, %d bytes".formatted(target, size));
        }
    }

    private InputStream open() throws IOException {
        return surroundings.api().client().stream("/operations/" + id + "/record");
    }

    private String name() {
        JsonNode operation = surroundings.api().client().get("/operations/" + id);
        String full = operation.path("id").asString(id);
        return "operation-%s-%s-%s.json"
                .formatted(
                        plain(operation.path("clusterName").asString("")),
                        plain(operation.path("kind").asString("").toLowerCase(Locale.ROOT)),
                        plain(full.substring(0, Math.min(SHORT_ID, full.length()))));
    }

    /** What the server says must not lead out of this folder. */
    private static String plain(String text) {
        return text.replaceAll("[^A-Za-z0-9-]", "_");
    }
}
