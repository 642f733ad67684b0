package dev.slipway.plan.terraformstate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.slipway.toolkit.web.ProblemException;
import dev.slipway.toolkit.web.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The part of Terraform's lock information that decides: its id. */
@JsonIgnoreProperties(ignoreUnknown = true)
record LockRequest(@JsonProperty("ID") @Nullable String id) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static TerraformLock parse(String info) {
        try {
            var id = JSON.readValue(info, LockRequest.class).id();
            if (id != null && !id.isBlank()) {
                return new TerraformLock(id, info);
            }
        } catch (JacksonException e) {
            throw invalid();
        }
        throw invalid();
    }

    private static ProblemException invalid() {
        return new ProblemException(
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                "Invalid request",
                "The body is not the lock information that Terraform sends.",
                List.of(new Violation("ID", "is missing")));
    }
}
