package dev.slipway.installation.ansible;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the lines of a playbook and remembers the events that stopped a host. */
final class TaskEvents {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final List<TaskEvent> failures = new ArrayList<>();

    /** Returns the event of a line; a line that is none is something else Ansible had to say. */
    synchronized Optional<TaskEvent> read(String line) {
        if (!line.startsWith("{")) {
            return Optional.empty();
        }
        try {
            TaskEvent event = MAPPER.readValue(line, TaskEvent.class);
            if (event.stopsHost()) {
                failures.add(event);
            }
            return Optional.of(event);
        } catch (JacksonException notAnEvent) {
            return Optional.empty();
        }
    }

    synchronized List<TaskEvent> failures() {
        return List.copyOf(failures);
    }
}
