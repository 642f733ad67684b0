package dev.slipway.gateway.token;

import dev.slipway.toolkit.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** The last token of an administrator cannot be revoked: nobody could make another one. */
final class LastAdministrator extends ProblemException {
    private static final long serialVersionUID = 1L;

    LastAdministrator() {
        super(
                HttpStatus.CONFLICT,
                "last-administrator",
                "Last administrator",
                "This is the last token of an administrator; make another one before you revoke it.",
                List.of());
    }
}
