package dev.slipway.cli.operation;

import dev.slipway.cli.command.OutputOption;
import dev.slipway.cli.command.Surroundings;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Tells an operation what a person wants of it: to be canceled, paused, resumed, or how it goes on. */
@Command
final class OperationWish implements Callable<Integer> {
    private final Surroundings surroundings;
    private final String path;
    private final Map<String, Object> body;
    private final String answer;

    @Mixin
    private OutputOption output = new OutputOption();

    @Parameters(paramLabel = "ID", description = "The operation.")
    private String id = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the record.")
    private @Nullable String reason;

    private OperationWish(Surroundings surroundings, String path, Map<String, Object> body, String answer) {
        this.surroundings = surroundings;
        this.path = path;
        this.body = body;
        this.answer = answer;
    }

    /** A wish that has a path of its own. */
    static CommandLine wish(Surroundings surroundings, String verb, String answer, String description) {
        return described(new OperationWish(surroundings, verb, Map.of(), answer), description);
    }

    /** A decision about a stopped operation. */
    static CommandLine decision(Surroundings surroundings, String decision, String answer, String description) {
        return described(
                new OperationWish(surroundings, "decisions", Map.of("decision", decision), answer), description);
    }

    private static CommandLine described(OperationWish wish, String description) {
        var line = new CommandLine(wish);
        line.getCommandSpec().usageMessage().description(description);
        return line;
    }

    @Override
    public Integer call() {
        JsonNode operation = send(surroundings, id, path, body, reason);
        tell(surroundings, output, operation, answer + "; see how it goes on: slipway operation follow " + id);
        return 0;
    }

    /** Sends it, and gives the operation as it is then. */
    static JsonNode send(
            Surroundings surroundings, String id, String path, Map<String, Object> body, @Nullable String reason) {
        var full = new TreeMap<>(body);
        if (reason != null) {
            full.put("reason", reason);
        }
        return surroundings.api().client().post("/operations/" + id + "/" + path, full);
    }

    /** Tells a person the sentence, a program the operation. */
    static void tell(Surroundings surroundings, OutputOption output, JsonNode operation, String sentence) {
        if (output.json()) {
            surroundings.output().json(operation);
        } else {
            surroundings.output().line(sentence);
        }
    }
}
