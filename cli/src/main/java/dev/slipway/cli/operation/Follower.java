package dev.slipway.cli.operation;

import dev.slipway.cli.api.Event;
import dev.slipway.cli.api.LogLine;
import dev.slipway.cli.api.Operation;
import dev.slipway.cli.api.SlipwayApi;
import dev.slipway.cli.api.Step;
import dev.slipway.cli.failure.ProblemException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Shows an operation live until it ends, or stops and waits for a decision. */
public final class Follower {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final SlipwayApi api;
    private final PrintStream stream;

    /** Shows operations of the given API on a stream. */
    public Follower(SlipwayApi api, PrintStream stream) {
        this.api = api;
        this.stream = stream;
    }

    /** Follows an operation to its end, or until it stops for a decision, and gives it back. */
    public Operation follow(String operationId, boolean log) {
        StepPrinter printer = new StepPrinter(stream, log);
        AtomicReference<Operation> last = new AtomicReference<>(operation(operationId));
        printer.operation(last.get());
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

    private Operation operation(String operationId) {
        return JSON.treeToValue(api.client().get("/operations/" + operationId), Operation.class);
    }

    private static boolean show(Event event, StepPrinter printer, AtomicReference<Operation> last) {
        switch (event.name()) {
            case "step" -> printer.step(JSON.readValue(event.data(), Step.class));
            case "log" -> printer.log(JSON.readValue(event.data(), LogLine.class));
            case "operation" -> {
                last.set(JSON.readValue(event.data(), Operation.class));
                printer.operation(last.get());
            }
            default -> {
                // Kinds of events that come later are not for this version.
            }
        }
        return last.get().settled();
    }
}
