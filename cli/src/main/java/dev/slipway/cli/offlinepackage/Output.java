package dev.slipway.cli.offlinepackage;

import java.io.PrintStream;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a command's result as text for people or JSON for machines. */
record Output(PrintStream stream, OutputFormat format) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    void write(Object result, List<String> lines) {
        if (format == OutputFormat.JSON) {
            stream.println(JSON.writeValueAsString(result));
        } else {
            lines.forEach(stream::println);
        }
    }
}
