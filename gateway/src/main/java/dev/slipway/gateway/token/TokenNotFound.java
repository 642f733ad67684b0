package dev.slipway.gateway.token;

import dev.slipway.toolkit.web.ProblemException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** There is no such token. */
final class TokenNotFound extends ProblemException {
    private static final long serialVersionUID = 1L;

    TokenNotFound(UUID id) {
        super(HttpStatus.NOT_FOUND, "token-not-found", "Token not found", "There is no token " + id + ".", List.of());
    }
}
