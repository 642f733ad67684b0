package dev.slipway.cli.demo;

import dev.slipway.cli.api.Operation;
import dev.slipway.cli.api.SlipwayApi;
import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.instance.Home;
import dev.slipway.cli.operation.Follower;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The demo cluster, made unless it is there. */
final class DemoCluster {
    static final String NAME = Home.DEMO;

    private final SlipwayApi api;
    private final PrintStream stream;

    DemoCluster(SlipwayApi api, PrintStream stream) {
        this.api = api;
        this.stream = stream;
    }

    /** Makes it, or waits until it is made, and gives its kubeconfig. */
    String kubeconfig(String packageVersion) {
        Optional<JsonNode> present = api.find("/clusters", NAME);
        String id = present.isPresent()
                ? awaitReady(present.get())
                : create(packageVersion).path("cluster").path("id").asString();
        return api.client().text("/clusters/" + id + "/kubeconfig");
    }

    private JsonNode create(String packageVersion) {
        JsonNode answer = api.client()
                .post(
                        "/clusters",
                        Map.of(
                                "name",
                                NAME,
                                "deployMode",
                                "AUTOMATIC",
                                "deployModel",
                                "SINGLE_CONTROL_PLANE",
                                "packageVersion",
                                packageVersion,
                                "deployPlan",
                                "demo",
                                "workers",
                                1));
        follow(answer.path("operation").path("id").asString());
        return answer;
    }

    private String awaitReady(JsonNode cluster) {
        String phase = cluster.path("phase").asString("");
        if (phase.equals("CREATING")) {
            JsonNode operation = cluster.path("currentOperation");
            follow(operation.isObject() ? operation.path("id").asString() : operation.asString(""));
        } else if (!phase.equals("READY")) {
            throw new ProblemException(
                    "The demo cluster is " + phase,
                    "make it anew: slipway cluster delete demo --wait, and then slipway up");
        }
        return cluster.path("id").asString();
    }

    private void follow(String operationId) {
        Operation operation = new Follower(api, stream).follow(operationId, false);
        if (!operation.succeeded()) {
            throw new ProblemException(
                    "The demo cluster was not made",
                    "what happened: slipway operation follow " + operationId + " --log",
                    "make it anew: slipway cluster delete demo --wait, and then slipway up");
        }
    }
}
