package dev.slipway.cli.operation;

import dev.slipway.cli.api.Estimate;
import dev.slipway.cli.api.LogLine;
import dev.slipway.cli.api.Operation;
import dev.slipway.cli.api.Step;
import dev.slipway.cli.progress.LiveLines;
import dev.slipway.cli.progress.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shows the steps of an operation as lines, each when it begins, while it takes long, and when it ends. */
final class StepPrinter implements EventPrinter {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final LiveLines lines;
    private final boolean log;
    private final Map<String, String> shown = new HashMap<>();
    private int total;
    private @Nullable Estimate estimate;

    StepPrinter(PrintStream stream, boolean log) {
        this.lines = LiveLines.on(stream);
        this.log = log;
    }

    @Override
    public void print(String kind, JsonNode data) {
        switch (kind) {
            case "step" -> step(JSON.treeToValue(data, Step.class));
            case "log" -> log(JSON.treeToValue(data, LogLine.class));
            case "operation" -> {
                waiting(data.path("waitingFor"));
                operation(JSON.treeToValue(data, Operation.class));
            }
            default -> throw new IllegalArgumentException("No kind of event: " + kind);
        }
    }

    private void waiting(JsonNode reason) {
        if (reason.isString() && !reason.asString().equals(shown.put("waiting", reason.asString()))) {
            lines.line("  ... " + reason.asString());
        }
    }

    private void operation(Operation operation) {
        total = operation.stepsTotal();
        estimate = operation.estimate();
        if (!operation.settled()) {
            return;
        }
        lines.line("%s of %s: %s".formatted(operation.kind(), operation.clusterName(), operation.state()));
        Operation.@Nullable Failure failure = operation.failure();
        if (failure != null) {
            lines.line("  %s%s: %s".formatted(failure.type(), where(failure), failure.message()));
        }
        choices(operation);
    }

    private void choices(Operation operation) {
        if (operation.choices() == null || operation.choices().isEmpty()) {
            return;
        }
        lines.line("Mend the cause, then decide:");
        for (String choice : operation.choices()) {
            String command = choice.toLowerCase(Locale.ROOT).replace('_', '-');
            lines.line("  slipway operation %s %s".formatted(command, operation.id()));
        }
    }

    private void step(Step step) {
        String state = step.state();
        goesOn(step);
        if (state.equals(shown.put(step.step(), state)) || state.equals("PENDING")) {
            return;
        }
        lines.line(named(step) + took(step) + left(state));
    }

    private void goesOn(Step step) {
        if (step.state().equals("RUNNING")) {
            lines.begins(step.step(), named(step), step.startedAt());
        } else {
            lines.ends(step.step());
        }
    }

    private String named(Step step) {
        return "  %s %2d%s %s".formatted(sign(step.state()), step.position(), ofTotal(), step.title());
    }

    private void log(LogLine line) {
        if (log) {
            lines.line("      " + (line.host() == null ? "" : line.host() + ": ") + line.text());
        }
    }

    private String left(String state) {
        return estimate == null || !state.equals("RUNNING") ? "" : ", " + estimate.words();
    }

    private String ofTotal() {
        return total == 0 ? "" : "/" + total;
    }

    private static String sign(String state) {
        return switch (state) {
            case "RUNNING" -> "...";
            case "SUCCEEDED" -> "ok ";
            case "SKIPPED" -> "-  ";
            default -> "!! ";
        };
    }

    private static String took(Step step) {
        if (step.startedAt() == null || step.endedAt() == null) {
            return "";
        }
        return ", " + Progress.seconds(Duration.between(step.startedAt(), step.endedAt()));
    }

    private static String where(Operation.Failure failure) {
        String step = failure.step() == null ? "" : " in " + failure.step();
        return failure.host() == null ? step : step + " on " + failure.host();
    }

    @Override
    public void close() {
        lines.close();
    }
}
