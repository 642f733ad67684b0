package dev.slipway.plan.address;

import dev.slipway.toolkit.web.ProblemException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** Tells that no address of the zone is locked under this id: it was never, or somebody has released it. */
final class LockNotFound extends ProblemException {
    private static final long serialVersionUID = 1L;

    LockNotFound(UUID zone, UUID lock) {
        super(
                HttpStatus.NOT_FOUND,
                "locked-address-not-found",
                "Locked address not found",
                "No address of the zone %s is locked as %s; list them again.".formatted(zone, lock),
                List.of());
    }
}
