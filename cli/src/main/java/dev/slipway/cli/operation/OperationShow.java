package dev.slipway.cli.operation;

import dev.slipway.cli.api.Estimate;
import dev.slipway.cli.api.SlipwayApi;
import dev.slipway.cli.command.OutputOption;
import dev.slipway.cli.command.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shows one operation and its steps. */
@Command(name = "show", description = "Show an operation and its steps.")
final class OperationShow implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Surroundings surroundings;

    @Mixin
    private OutputOption output = new OutputOption();

    @Parameters(paramLabel = "ID", description = "The operation.")
    private String id = "";

    OperationShow(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        SlipwayApi api = surroundings.api();
        JsonNode operation = api.client().get("/operations/" + id);
        JsonNode steps = api.client().get("/operations/" + id + "/steps").path("items");
        if (output.json()) {
            surroundings.output().json(Map.of("operation", operation, "steps", steps));
            return 0;
        }
        surroundings
                .output()
                .line("%s of %s: %s"
                        .formatted(
                                operation.path("kind").asString(""),
                                operation.path("clusterName").asString(""),
                                operation.path("state").asString("")));
        if (operation.path("waitingFor").isString()) {
            surroundings.output().line(operation.path("waitingFor").asString(""));
        }
        if (operation.path("failure").isObject()) {
            surroundings.output().line(operation.path("failure").path("message").asString(""));
        }
        estimate(operation.path("estimate"));
        surroundings.output().table(List.of("#", "STEP", "STATE", "ATTEMPTS", "TITLE"), rows(steps));
        return 0;
    }

    private void estimate(JsonNode estimate) {
        if (estimate.isObject()) {
            surroundings
                    .output()
                    .line(JSON.treeToValue(estimate, Estimate.class).words());
        }
    }

    private static List<List<String>> rows(JsonNode steps) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode step : steps) {
            rows.add(List.of(
                    Integer.toString(step.path("position").asInt(0)),
                    step.path("step").asString(""),
                    step.path("state").asString(""),
                    Integer.toString(step.path("attempts").asInt(0)),
                    step.path("title").asString("")));
        }
        return rows;
    }
}
