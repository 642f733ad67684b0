package dev.slipway.plan.terraformstate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.slipway.toolkit.web.ProblemException;
import dev.slipway.toolkit.web.Violation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The part of Terraform's lock information that decides: its id. */
@JsonIgnoreProperties(ignoreUnknown = true)
record LockRequest(@JsonProperty("ID") @Nullable String id) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static TerraformLock parse(String info) {
        return parse(info, null);
    }

    /**
     * Reads a request for a lock.
     *
     * @param holder what its run says about itself: Terraform itself leaves that field of the information empty
     */
    static TerraformLock parse(String info, @Nullable String holder) {
        return read(info)
                .map(LockRequest::id)
                .filter(id -> !id.isBlank())
                .map(id -> new TerraformLock(id, holder == null ? info : with(holder, info)))
                .orElseThrow(LockRequest::invalid);
    }

    private static String with(String holder, String info) {
        var named = (ObjectNode) JSON.readTree(info);
        return named.put("Info", holder).toString();
    }

    private static Optional<LockRequest> read(String info) {
        try {
            return Optional.ofNullable(JSON.readValue(info, LockRequest.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static ProblemException invalid() {
        return new ProblemException(
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                "Invalid request",
                "The body is not the lock information that Terraform sends.",
                List.of(new Violation("ID", "must be given: the id of the lock")));
    }
}
