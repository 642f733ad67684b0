package dev.slipway.cli.operation;

import dev.slipway.cli.api.Event;
import dev.slipway.cli.api.Operation;
import dev.slipway.cli.api.SlipwayApi;
import dev.slipway.cli.failure.ProblemException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shows an operation live until it ends, or stops and waits for a decision. */
public final class Follower {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final String OPERATION = "operation";
    /** Kinds that come later are not for this version. */
    private static final Set<String> KINDS = Set.of(OPERATION, "step", "log");

    private final SlipwayApi api;
    private final PrintStream stream;

    /** Shows operations of the given API on a stream. */
    public Follower(SlipwayApi api, PrintStream stream) {
        this.api = api;
        this.stream = stream;
    }

    /** Follows an operation to its end, or until it stops for a decision, and gives it back. */
    public Operation follow(String operationId, boolean log) {
        try (StepPrinter printer = new StepPrinter(stream, log)) {
            return follow(operationId, printer);
        }
    }

    /** The same, shown as the printer does. */
    Operation follow(String operationId, EventPrinter printer) {
        JsonNode found = api.client().get("/operations/" + operationId);
        printer.print(OPERATION, found);
        AtomicReference<Operation> last = new AtomicReference<>(operation(found));
        try {
            if (!last.get().settled()) {
                api.events(operationId).follow(event -> show(event, printer, last));
            }
        } catch (IOException e) {
            throw new ProblemException(
                    "The connection to the API is lost; the operation goes on without it",
                    e,
                    "follow it again: slipway operation follow " + operationId);
        }
        return last.get();
    }

    private static boolean show(Event event, EventPrinter printer, AtomicReference<Operation> last) {
        if (KINDS.contains(event.name())) {
            JsonNode data = JSON.readTree(event.data());
            printer.print(event.name(), data);
            if (event.name().equals(OPERATION)) {
                last.set(operation(data));
            }
        }
        return last.get().settled();
    }

    private static Operation operation(JsonNode data) {
        return JSON.treeToValue(data, Operation.class);
    }
}
