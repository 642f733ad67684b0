package dev.slipway.toolkit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ResponseStatusException;
import reactor.test.StepVerifier;

class ProblemErrorsTest {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final ProblemErrors errors = new ProblemErrors();
    private final MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/api/v1/x"));

    @Test
    void keepsWhatAFilterRefused() {
        assertThat(body(new ResponseStatusException(HttpStatus.NOT_FOUND))).contains("urn:slipway:problem:not-found");
    }

    @Test
    void saysThatTheDatabaseDoesNotAnswer() {
        assertThat(body(new DataAccessResourceFailureException("tops3cret")))
                .contains("urn:slipway:problem:database-unavailable")
                .doesNotContain("tops3cret");
        assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    }

    @Test
    void tellsNothingOfWhatNobodyForesaw() {
        assertThat(body(new IllegalStateException("tops3cret")))
                .contains("urn:slipway:problem:internal-error", "\"instance\":\"/api/v1/x\"")
                .doesNotContain("tops3cret");
    }

    @Test
    void leavesAnAnswerAloneThatHasBegun() {
        exchange.getResponse().setComplete().block(LIMIT);

        StepVerifier.create(errors.handle(exchange, new IllegalStateException()))
                .expectError(IllegalStateException.class)
                .verify(LIMIT);
    }

    @Test
    void comesBeforeTheHandlerOfSpringBoot() {
        assertThat(errors.getOrder()).isLessThan(-1);
    }

    private String body(Throwable failure) {
        errors.handle(exchange, failure).block(LIMIT);
        return exchange.getResponse().getBodyAsString().block(LIMIT);
    }
}
