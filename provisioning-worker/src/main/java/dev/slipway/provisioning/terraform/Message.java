package dev.slipway.provisioning.terraform;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** One line of what Terraform says while it works. */
record Message(
        @JsonProperty("@level") @Nullable String level,
        @JsonProperty("@message") @Nullable String message,
        @Nullable Diagnostic diagnostic) {

    static Optional<Message> read(String json) {
        try {
            return Optional.of(Json.MAPPER.readValue(json, Message.class)).filter(read -> read.message != null);
        } catch (JacksonException notWhole) {
            return Optional.empty();
        }
    }

    String text() {
        var said = message == null ? "" : message;
        return diagnostic == null || diagnostic.detail().isBlank() ? said : said + ": " + diagnostic.detail();
    }

    boolean isError() {
        return diagnostic != null && diagnostic.severity().equals("error");
    }
}
