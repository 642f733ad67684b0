package dev.slipway.plan.secret;

import dev.slipway.toolkit.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Rotates the keys that seal secrets: for administrators. */
@RestController
@RequestMapping("/api/v1/secrets")
class RotationController {
    private final Keyring keyring;
    private final StoredSecrets secrets;

    RotationController(Keyring keyring, StoredSecrets secrets) {
        this.keyring = keyring;
        this.secrets = secrets;
    }

    @PostMapping("/rotation")
    Mono<Rotation> rotate(Authentication caller) {
        if (caller.getAuthorities().stream().noneMatch(role -> "ROLE_ADMINISTRATOR".equals(role.getAuthority()))) {
            return Mono.error(new ProblemException(
                    HttpStatus.FORBIDDEN,
                    "forbidden",
                    "Forbidden",
                    "Only administrators rotate keys; ask one of them.",
                    List.of()));
        }
        return Mono.fromRunnable(keyring::rotate)
                .subscribeOn(Schedulers.boundedElastic())
                .then(Mono.defer(secrets::reseal))
                .map(Rotation::new);
    }

    /** What a rotation did. */
    record Rotation(long resealed) {}
}
