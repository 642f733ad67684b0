package dev.slipway.plan.operation;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Turns records into the text of jsonb columns and back. */
@Component
public final class JsonText {
    private final JsonMapper mapper;

    JsonText(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Returns the JSON of a value, nothing for nothing. */
    public @Nullable String write(@Nullable Object value) {
        return value == null ? null : mapper.writeValueAsString(value);
    }

    /** Reads a column that may be null. */
    public <T> @Nullable T read(@Nullable String json, Class<T> type) {
        return json == null ? null : mapper.readValue(json, type);
    }

    /** Reads a column that may be null as it was written, by whichever version. */
    public @Nullable Map<String, Object> readObject(@Nullable String json) {
        return json == null ? null : mapper.readValue(json, new TypeReference<Map<String, Object>>() {});
    }
}
