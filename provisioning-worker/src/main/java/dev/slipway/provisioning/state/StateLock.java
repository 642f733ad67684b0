package dev.slipway.provisioning.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A lock that somebody holds on a state, as its holder wrote it down.
 *
 * @param id id of the lock
 * @param who user and machine of the holder
 * @param created when it was taken
 * @param holder what the run that took it says about itself
 */
public record StateLock(
        @JsonProperty("ID") String id,
        @JsonProperty("Who") @Nullable String who,
        @JsonProperty("Created") @Nullable Instant created,
        @JsonProperty("Info") @Nullable String holder) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static StateLock read(String json) {
        return JSON.readValue(json, StateLock.class);
    }

    /** Returns who has held it since when, for people. */
    public String description() {
        return "%s, since %s".formatted(holder == null || holder.isEmpty() ? who : holder, created);
    }
}
