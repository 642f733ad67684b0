package dev.slipway.plan.operation.stream;

import static java.util.Objects.requireNonNull;

import dev.slipway.plan.operation.Operation;
import dev.slipway.plan.operation.OperationState;
import dev.slipway.plan.operation.OperationStep;
import dev.slipway.plan.operation.OperationView;
import dev.slipway.plan.operation.StepView;
import dev.slipway.plan.operation.log.LogEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.ServerSentEvent;

/**
 * What one look at the database found after an offset.
 *
 * @param view the operation as the API shows it
 * @param steps those that changed
 * @param lines at most a page of them
 * @param full whether there may be more lines
 */
record Batch(
        StreamOffset from,
        Operation operation,
        OperationView view,
        List<OperationStep> steps,
        List<LogEntry> lines,
        boolean full) {
    /** Returns whether this batch is the last of the stream. */
    boolean last() {
        return operation.state().ended() && !full;
    }

    /** Returns where the next look begins; the end of an operation is kept back until all lines are sent. */
    StreamOffset next() {
        var revision = full && operation.state().ended() ? operation.revision() - 1 : operation.revision();
        return new StreamOffset(
                revision, lines.isEmpty() ? from.line() : lines.getLast().number());
    }

    /** Returns the events; only the last one's id moves past the changes, so that a reader cut off misses none. */
    List<ServerSentEvent<Object>> events() {
        var events = new ArrayList<ServerSentEvent<Object>>();
        if (changed() && !tellsLast()) {
            events.add(event("operation", view, from.encode()));
        }
        steps.forEach(step -> events.add(event("step", StepView.from(step), from.encode())));
        lines.forEach(line ->
                events.add(event("log", line, new StreamOffset(from.revision(), line.number()).encode())));
        if (last() || (changed() && tellsLast() && !operation.state().ended())) {
            events.add(event("operation", view, from.encode()));
        }
        return withLast(events, last -> event(last.event(), last.data(), next().encode()));
    }

    /** Who reads that it has ended, or waits for a person, has read everything that led to it. */
    private boolean tellsLast() {
        return operation.state().ended() || operation.state() == OperationState.STOPPED;
    }

    private boolean changed() {
        return operation.revision() > from.revision();
    }

    private static List<ServerSentEvent<Object>> withLast(
            List<ServerSentEvent<Object>> events, UnaryOperator<ServerSentEvent<Object>> change) {
        if (!events.isEmpty()) {
            events.set(events.size() - 1, change.apply(events.getLast()));
        }
        return events;
    }

    private static ServerSentEvent<Object> event(@Nullable String name, @Nullable Object data, String id) {
        var builder = ServerSentEvent.builder().id(id);
        return (name == null ? builder : builder.event(name))
                .data(requireNonNull(data))
                .build();
    }
}
