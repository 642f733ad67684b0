package dev.slipway.plan.idempotency;

import dev.slipway.toolkit.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Tells that an Idempotency-Key is none that can tell a request from others. */
final class InvalidKey extends ProblemException {
    private static final long serialVersionUID = 1L;

    InvalidKey(int most) {
        super(
                HttpStatus.BAD_REQUEST,
                "invalid-idempotency-key",
                "Invalid Idempotency-Key",
                "The Idempotency-Key must not be blank and have at most %d characters; use a UUID, or leave it out."
                        .formatted(most),
                List.of());
    }
}
