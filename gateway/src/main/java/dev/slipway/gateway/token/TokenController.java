package dev.slipway.gateway.token;

import dev.slipway.toolkit.web.Cursor;
import dev.slipway.toolkit.web.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lets administrators hand out tokens, see them and revoke them. */
@RestController
@RequestMapping("/api/v1/tokens")
class TokenController {
    private static final int MOST = 200;
    private static final Cursor NEWEST =
            new Cursor(Instant.parse("9999-12-31T00:00:00Z"), UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff"));

    private final BearerTokens tokens;
    private final Clock clock;

    TokenController(BearerTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<IssuedToken>> issue(@Valid @RequestBody NewToken request) {
        var secret = TokenSecret.generate();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return tokens.save(request.toToken(UUID.randomUUID(), secret, now))
                .map(stored -> ResponseEntity.created(URI.create("/api/v1/tokens/" + stored.id()))
                        .body(IssuedToken.from(stored, secret)));
    }

    @GetMapping
    Mono<Page<TokenView>> list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(MOST) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return tokens.after(cursor == null ? NEWEST : Cursor.decode(cursor), limit + 1)
                .collectList()
                .map(rows -> Page.of(rows, limit, row -> new Cursor(row.createdAt(), row.id())))
                .map(page -> page.map(TokenView::from));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> revoke(@PathVariable UUID id) {
        return tokens.deleteUnlessLastAdministrator(id)
                .filter(deleted -> deleted == 1)
                .switchIfEmpty(Mono.defer(() -> refusal(id)))
                .then();
    }

    private Mono<Integer> refusal(UUID id) {
        return tokens.existsById(id)
                .flatMap(exists -> Mono.error(exists ? new LastAdministrator() : new TokenNotFound(id)));
    }
}
