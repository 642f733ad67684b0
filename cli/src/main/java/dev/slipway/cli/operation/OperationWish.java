package dev.slipway.cli.operation;

import dev.slipway.cli.command.Surroundings;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells an operation what a person wants of it: to be canceled, paused, resumed, or how it goes on. */
@Command
final class OperationWish implements Callable<Integer> {
    private final Surroundings surroundings;
    private final String path;
    private final Map<String, Object> body;
    private final String answer;

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
        send(surroundings, id, path, body, reason);
        surroundings.output().line("%s; see how it goes on: slipway operation follow %s".formatted(answer, id));
        return 0;
    }

    static void send(
            Surroundings surroundings, String id, String path, Map<String, Object> body, @Nullable String reason) {
        var full = new TreeMap<>(body);
        if (reason != null) {
            full.put("reason", reason);
        }
        surroundings.api().client().post("/operations/" + id + "/" + path, full);
    }
}
