package dev.slipway.cli.operation;

import dev.slipway.cli.command.Confirmation;
import dev.slipway.cli.command.OutputOption;
import dev.slipway.cli.command.Surroundings;
import dev.slipway.cli.failure.ProblemException;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Undoes what a stopped operation has done, after showing what that is. */
@Command(name = "roll-back", description = "Undo what a stopped operation has done; shows what that is, and asks.")
final class OperationRollBack implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private Confirmation confirmation = new Confirmation();

    @Parameters(paramLabel = "ID", description = "The operation.")
    private String id = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the record.")
    private @Nullable String reason;

    OperationRollBack(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        JsonNode operation = surroundings.api().client().get("/operations/" + id);
        JsonNode preview = surroundings.api().client().get("/operations/" + id + "/rollback");
        if (!preview.path("possible").asBoolean(false)) {
            throw new ProblemException(
                    "The operation cannot be rolled back: "
                            + preview.path("reason").asString(""),
                    "see what can be decided: slipway operation show " + id);
        }
        show(preview);
        String cluster = operation.path("clusterName").asString("");
        confirmation.ask(surroundings, "Afterwards the cluster " + cluster + " is gone.", cluster);
        JsonNode begun = OperationWish.send(surroundings, id, "decisions", Map.of("decision", "ROLL_BACK"), reason);
        OperationWish.tell(surroundings, output, begun, "rolling back; follow it: slipway operation follow " + id);
        return 0;
    }

    /** For the person who is asked; a program reads nothing but the operation on standard output. */
    private void show(JsonNode preview) {
        PrintStream stream = output.json() ? surroundings.err() : surroundings.out();
        stream.println("This will run:");
        for (JsonNode step : preview.path("undo")) {
            String title = step.path("title").asString("");
            stream.println("  %s: %s".formatted(title, step.path("what").asString("")));
        }
        stream.println("Point of no return: once %s has succeeded nothing is rolled back any more."
                .formatted(preview.path("pointOfNoReturn").asString("")));
    }
}
