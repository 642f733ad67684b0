package dev.slipway.gateway.security;

import dev.slipway.gateway.token.Role;
import dev.slipway.gateway.token.TokenView;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tells callers who they are. */
@RestController
class SessionController {
    @GetMapping("/api/v1/session")
    Mono<Session> session(@Parameter(hidden = true) Caller caller) {
        return Mono.just(new Session(caller.user(), caller.roles(), TokenView.from(caller.token())));
    }

    /**
     * Who is calling.
     *
     * @param user name of the user
     * @param roles what the user may do
     * @param token the token that is used
     */
    record Session(String user, List<Role> roles, TokenView token) {}
}
