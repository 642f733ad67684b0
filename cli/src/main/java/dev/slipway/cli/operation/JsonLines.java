package dev.slipway.cli.operation;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shows events to programs: each as one JSON object on a line of its own, with all that the API says of it. */
final class JsonLines implements EventPrinter {
    private static final JsonMapper JSON = new JsonMapper();

    private final PrintStream stream;
    private final boolean log;

    JsonLines(PrintStream stream, boolean log) {
        this.stream = stream;
        this.log = log;
    }

    @Override
    public void print(String kind, JsonNode data) {
        if (log || !kind.equals("log")) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("event", kind);
            line.put("data", data);
            stream.println(JSON.writeValueAsString(line));
        }
    }
}
